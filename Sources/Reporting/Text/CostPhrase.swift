internal import Costing

/// A phrase of `peakplan cost`, in the words of each language; `{0}` and so on stand for values.
enum CostPhrase: CaseIterable {
  case planCosts, scheduleCosts, onDays, priced, whatItGets
  case amount, share, contacts, eachContact, hours, eachHour, heads, eachHead, total
  case byKind, byWeek, byMonth, byQueue, bySite, byGroup, byEvent
  case noQueue, noSite, noGroup, noEvent, idleRamp

  var row: (english: String, chinese: String) {
    switch self {
    case .planCosts: ("{0} costs {1} {2}", "{0}：成本 {1} {2}")
    case .scheduleCosts: ("The schedule of {0} costs {1} {2}", "{0}的班次：成本 {1} {2}")
    case .onDays: (" on the days from {0} to {1}", "（{0}至{1}）")
    case .priced:
      (
        "What is missing is priced at {0} {1} beside that; it is not paid.",
        "另有缺口按价折算 {0} {1}，并非实际支出。"
      )
    case .whatItGets:
      (
        "{0} contacts at {1}, {2} productive hours at {3} {4}",
        "处理 {0} 件，每件 {1}；有效工时 {2}，每小时 {3} {4}"
      )
    case .amount: ("Amount", "金额")
    case .share: ("Share", "占比")
    case .contacts: ("Contacts", "处理量")
    case .eachContact: ("A contact", "每件")
    case .hours: ("Productive hours", "有效工时")
    case .eachHour: ("An hour", "每工时")
    case .heads: ("Own heads", "自有人数")
    case .eachHead: ("A head", "每人")
    case .total: ("Total", "合计")
    case .byKind: ("What is paid for", "成本类别")
    case .byWeek: ("Week from", "周（起始日）")
    case .byMonth: ("Month", "月份")
    case .byQueue: ("Queue", "队列")
    case .bySite: ("Site", "职场")
    case .byGroup: ("Group or vendor", "人员组/外包商")
    case .byEvent: ("Event", "活动")
    case .noQueue: ("no queue", "不属于任何队列")
    case .noSite: ("no site of ours", "非自有职场")
    case .noGroup: ("neither group nor vendor", "不属于人员组或外包商")
    case .noEvent: ("without an event", "无活动")
    case .idleRamp: ("Ramp: output not yet there", "爬坡期未达产出")
    }
  }
}

extension Strings {
  /// A phrase of `cost`, with `{0}` and so on replaced by `values`.
  func callAsFunction(_ phrase: CostPhrase, _ values: String...) -> String {
    filled(language == .chinese ? phrase.row.chinese : phrase.row.english, values)
  }

  /// What a part of a ledger pays for.
  func name(of kind: CostKind) -> String {
    switch kind {
    case .category(let category): name(of: category)
    case .idleRamp: self(CostPhrase.idleRamp)
    }
  }
}
