/// A user-visible phrase of the reports; its words are in ``Phrase/row``, the one table of them.
public enum Phrase: String, Sendable, Hashable, CaseIterable {
  // Charts
  case requirement, shortage, noDataForChart, closed, short, spare, even, decideBy
  case recruitingLead, training, nesting, ramp, productive, dataOfChart, contents
}

extension Phrase {
  /// The English and Chinese words. `{0}` and so on stand for values.
  var row: (english: String, chinese: String?) {
    switch self {
    case .requirement: ("Requirement", "需求")
    case .shortage: ("Shortage", "缺口")
    case .noDataForChart: ("There is nothing to show here.", "暂无数据")
    case .closed: ("closed", "未开放")
    case .short: ("short", "缺")
    case .spare: ("spare", "富余")
    case .even: ("as required", "持平")
    case .decideBy: ("Decide by", "最晚决定日")
    case .recruitingLead: ("Recruiting lead", "招聘周期")
    case .training: ("Training", "培训期")
    case .nesting: ("Nesting", "带教期")
    case .ramp: ("Ramp", "爬坡期")
    case .productive: ("At full speed", "熟练")
    case .dataOfChart: ("The chart's numbers as a table", "图表数据")
    case .contents: ("Contents", "目录")
    }
  }
}
