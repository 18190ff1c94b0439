internal import Staffing

/// A phrase of the comparison of plain Erlang with the truth, in the words of each language.
enum ComparisonPhrase: CaseIterable {
  case dayOfQueue, comparisonNote, plainErlang, promises, delivers, requirementNet, peopleMore
  case byMeanRate, ofThePool, comeAgain
  case exactChain, gaussianClosure, fluidBacklog, firstReplies, callsFirst
  case plainPromises, plainDelivers, requirementDelivers, hourOfDay

  var row: (english: String, chinese: String) {
    switch self {
    case .dayOfQueue: ("{0}, {1}: plain Erlang and the truth", "{0}，{1}：普通 Erlang 与实际")
    case .comparisonNote:
      (
        "Plain Erlang: Erlang C of the interval’s mean rate, each interval by itself. By mean rate: the "
          + "queue’s own model and promises, each interval by itself (SIPP). Shares of offered contacts "
          + "answered within {0}; delivered by {1}. Positions are net; what they deliver is of their "
          + "number rounded up.",
        "普通 Erlang：按时段平均进线率逐段计算的 Erlang C。按平均率：本队列自身模型与承诺，逐段计算（SIPP）。"
          + "比例为 {0} 内应答占进线量之比；实际按{1}得出。座席为净值，实际按座席向上取整得出。"
      )
    case .byMeanRate: ("by mean rate", "按平均率")
    case .ofThePool: (", with the positions of the pool {0}", "，座席为共享组{0}的座席")
    case .comeAgain: (", with {0} contacts that come again", "，含再次进线 {0} 个")
    case .exactChain:
      (
        "the exact chain of the minute’s rate, state carried over",
        "逐分钟进线率的精确马尔可夫链，状态跨时段延续"
      )
    case .gaussianClosure:
      (
        "the Gaussian closure of the minute’s rate, state carried over",
        "逐分钟进线率的高斯闭合近似，状态跨时段延续"
      )
    case .fluidBacklog:
      (
        "the fluid backlog of the minute’s rate, carried over", "逐分钟进线率的流体积压，跨时段延续"
      )
    case .firstReplies:
      (
        "first replies at each interval’s largest offered load, no line to carry over",
        "各时段最大话务强度下的首次回复，无排队延续"
      )
    case .callsFirst:
      (
        "calls first, chats fill, at each interval’s largest offered load",
        "各时段最大话务强度下电话优先、在线咨询填补"
      )
    case .plainErlang: ("plain Erlang", "普通 Erlang")
    case .promises: ("promises", "承诺")
    case .delivers: ("delivers", "实际")
    case .requirementNet: ("requirement", "需求")
    case .plainPromises: ("plain Erlang promises", "普通 Erlang 承诺")
    case .plainDelivers: ("plain Erlang delivers", "普通 Erlang 实际")
    case .requirementDelivers: ("the requirement delivers", "本需求实际")
    case .hourOfDay: ("hour of the day", "时刻")
    case .peopleMore: ("people more", "增加人数")
    }
  }
}

extension Strings {
  /// How delivered service levels were reckoned.
  func words(for evaluation: StaffingComparison.Evaluation) -> String {
    switch evaluation {
    case .exactChain: self(ComparisonPhrase.exactChain)
    case .gaussianClosure: self(ComparisonPhrase.gaussianClosure)
    case .fluidBacklog: self(ComparisonPhrase.fluidBacklog)
    case .firstReplies: self(ComparisonPhrase.firstReplies)
    case .callsFirst: self(ComparisonPhrase.callsFirst)
    }
  }

  /// A phrase of the comparison with its values.
  func callAsFunction(_ phrase: ComparisonPhrase, _ values: String...) -> String {
    filled(language == .chinese ? phrase.row.chinese : phrase.row.english, values)
  }
}
