/// A phrase of the Erlang calculator, in the words of each language; `{0}` and so on stand for
/// values.
enum CalculatorPhrase: CaseIterable {
  case nothingComes, answer, answerOne, fewer, fewerOne, notMet
  case offeredLoad, loadDetail, need, mostOfAll, atMost, waitAtMost, withinTime
  case haveToWait, leave, turnedAway, waitingOnAverage, contactCount, grossHeads, grossDetail
  case positionCount, speedOfAnswer, wait, bar, occupied, level, erlangs, exactly
  case chartTitle, askedFor, volume, handleTime, atMostContacts, atMostHandleTime, boundBy
  case sensibleChats, sensibleDetail, noSensibleChats
  case countedOtherwise, counted, uncertain, unstable, attempts, withoutEnd, lostCustomers
  case holdAChat

  var row: (english: String, chinese: String) {
    switch self {
    case .nothingComes: ("Nothing comes: nobody is needed.", "无进线，无需座席。")
    case .answer: ("{0} positions answer {1} {2} within {3}", "{0} 个座席可在 {3} 内应答 {1}（{2}）")
    case .answerOne: ("1 position answers {1} {2} within {3}", "1 个座席可在 {3} 内应答 {1}（{2}）")
    case .fewer: ("; {0} answer {1}", "；{0} 个为 {1}")
    case .fewerOne: ("; {0} answers {1}", "；{0} 个为 {1}")
    case .notMet: ("; that is not what was asked for", "；未达到要求")
    case .offeredLoad: ("offered load", "话务强度")
    case .loadDetail: ("{0} erlangs: {1} contacts in {2} × {3}", "{0} 爱尔兰：{2} 内 {1} 个进线 × {3}")
    case .need: ("{0}: {1} positions", "{0}：{1} 个座席")
    case .mostOfAll: (", the most of all", "，为决定条件")
    case .atMost: ("at most {0}", "最多 {0}")
    case .waitAtMost:
      (
        "{0} of those let in wait at most {1}, answered or not",
        "{0} 的排入者等待不超过 {1}（无论是否接起）"
      )
    case .withinTime: ("{0} {1} within {2}", "{2} 内 {0}（{1}）")
    case .countedOtherwise: ("counted otherwise", "其他口径")
    case .counted: ("{0} {1}", "{0}（{1}）")
    case .haveToWait: ("have to wait", "需要等待")
    case .leave: ("leave", "放弃")
    case .turnedAway: ("turned away", "被阻塞")
    case .waitingOnAverage: ("waiting on average", "平均排队")
    case .contactCount: ("{0} contacts", "{0} 个")
    case .grossHeads: ("scheduled heads (gross)", "毛座席数")
    case .grossDetail: ("{0} at {1} shrinkage; positions are net", "{0}，损耗率 {1}；座席数为净值")
    case .positionCount: ("positions", "座席")
    case .speedOfAnswer: ("speed of answer", "平均应答速度")
    case .wait: ("wait", "需等待")
    case .bar: ("", "")
    case .occupied: ("occupancy", "占用率")
    case .level: ("service level", "服务水平")
    case .erlangs: ("erlangs", "爱尔兰")
    case .exactly: ("exactly", "精确值")
    case .atMostContacts: ("bear at most, contacts", "最多可承接")
    case .atMostHandleTime: ("bear at most, each taking", "最长处理时长")
    case .sensibleChats: ("chats at once, at most", "最多并发会话")
    case .sensibleDetail:
      ("{0}: with {1} positions a chat takes {2} on average", "{0}：{1} 个座席时会话平均 {2}")
    case .noSensibleChats: ("none keeps chats so short", "无论并发几个都超过时长上限")
    case .boundBy: ("{0}, for the {1}", "{0}（受限于{1}）")
    case .uncertain: ("; the rate is uncertain by {0}", "；进线率不确定度 {0}")
    case .unstable:
      ("; more comes than they can handle: the line grows without end", "；进线超出处理能力，排队将无限增长")
    case .attempts: ("attempts for each contact", "每个客户的呼叫次数")
    case .withoutEnd: ("without end", "无限")
    case .lostCustomers: ("give up in the end", "最终放弃")
    case .holdAChat: ("hold a chat", "正在接待")
    case .chartTitle: ("{0} by {1}", "{1}与{0}")
    case .askedFor: ("asked for", "目标")
    case .volume: ("contacts", "进线量")
    case .handleTime: ("handle time, s", "处理时长（秒）")
    }
  }
}

extension Strings {
  /// What is varied over a range.
  func name(of quantity: CalculatorQuantity) -> String {
    switch quantity {
    case .positions: self(.positionCount)
    case .volume: self(CalculatorPhrase.volume)
    case .handleTime: self(CalculatorPhrase.handleTime)
    }
  }

  /// A phrase of the calculator with its values.
  func callAsFunction(_ phrase: CalculatorPhrase, _ values: String...) -> String {
    filled(language == .chinese ? phrase.row.chinese : phrase.row.english, values)
  }
}
