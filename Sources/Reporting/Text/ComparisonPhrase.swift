/// A phrase of the comparison of plain Erlang with the truth, in the words of each language.
enum ComparisonPhrase: CaseIterable {
  case dayOfQueue, comparisonNote, plainErlang, promises, delivers, requirementNet, peopleMore
  case plainPromises, plainDelivers, requirementDelivers, hourOfDay

  var row: (english: String, chinese: String) {
    switch self {
    case .dayOfQueue: ("{0}, {1}: plain Erlang and the truth", "{0}，{1}：普通 Erlang 与实际")
    case .comparisonNote:
      (
        "Plain Erlang: Erlang C of the interval’s mean rate, each interval by itself. Shares of offered "
          + "contacts answered within {0}; delivered by the {1}, state carried over. Positions are net; "
          + "what they deliver is of their number rounded up.",
        "普通 Erlang：按时段平均进线率逐段计算的 Erlang C。比例为 {0} 内应答占进线量之比；实际由{1}得出，状态跨时段延续。"
          + "座席为净值，实际按座席向上取整得出。"
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
  /// A phrase of the comparison with its values.
  func callAsFunction(_ phrase: ComparisonPhrase, _ values: String...) -> String {
    filled(language == .chinese ? phrase.row.chinese : phrase.row.english, values)
  }
}
