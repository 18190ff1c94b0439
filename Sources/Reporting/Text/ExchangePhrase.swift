internal import Planning

/// A phrase of the hours of a vendor on their way, in the words of each language.
enum ExchangePhrase: CaseIterable {
  case title, nothing, sentence, kept, shifts, table, note, queueNote, vendor, queue, week, day
  case required, committed, scheduled, delivered, shortfall, adherence, all

  var row: (english: String, chinese: String) {
    switch self {
    case .title: ("Hours of {0}", "{0}的工时")
    case .nothing: ("The plan asks for no hours of {0}.", "计划不需要{0}的工时。")
    case .sentence:
      (
        "{0}: {1} of {2} hours {3} ({4} short interval by interval, {5} too many).",
        "{0}：{2}小时中{3}{1}小时（逐时段缺{4}小时，多{5}小时）。"
      )
    case .kept:
      (
        "Line adherence {0}; {1} of {2} intervals within ±{3}.",
        "时段贴合率{0}；{2}个时段中{1}个在±{3}以内。"
      )
    case .shifts:
      (
        "In weeks that have shifts (from {0}), required are the people on them; in the others the plan's "
          + "hours, spread as the need is.",
        "有班次的周（自{0}起）以班次上的人数为需求；其余各周为按需求分布的计划工时。"
      )
    case .table: ("Required, committed, scheduled, delivered", "需求、承诺、排班、交付工时")
    case .note:
      (
        "Each step is held against the one before it, interval by interval: hours too many in one make up "
          + "for none in another. Line adherence: the share of the hours of the step before that is kept.",
        "每一步与上一步逐时段比较，某时段的富余不抵另一时段的缺口。时段贴合率：上一步工时中得到满足的比例。"
      )
    case .queueNote:
      (
        "By queue: people too many in one queue may have helped in another of the same vendor.",
        "按队列：某队列的富余可能用于同一外包商的其他队列。"
      )
    case .vendor: ("Vendor", "外包商")
    case .queue: ("Queue", "队列")
    case .day: ("Day", "日期")
    case .week: ("Week of", "周")
    case .required: ("Required", "需求")
    case .committed: ("Committed", "承诺")
    case .scheduled: ("Scheduled", "排班")
    case .delivered: ("Delivered", "交付")
    case .shortfall: ("short", "缺口")
    case .adherence: ("Line adherence", "时段贴合率")
    case .all: ("All", "合计")
    }
  }
}

extension Strings {
  /// A phrase of a vendor's hours with its marks filled.
  func exchange(_ phrase: ExchangePhrase, _ values: String...) -> String {
    filled(language == .chinese ? phrase.row.chinese : phrase.row.english, values)
  }

  /// The name of a step.
  func name(of step: VendorTracking.Step) -> String {
    switch step {
    case .required: exchange(.required)
    case .committed: exchange(.committed)
    case .scheduled: exchange(.scheduled)
    case .delivered: exchange(.delivered)
    }
  }
}
