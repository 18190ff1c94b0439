internal import Costing

/// A phrase of `peakplan variance`, in the words of each language; `{0}` and so on stand for values.
enum VariancePhrase: CaseIterable {
  case more, less, same, nothingKnown, cause, amount, total, budget, actual, month, extra
  case outlook, outlookTable, asBudgeted, asBudgetedMonth, outside
  case volume, handleTime, attrition, hoursPerHead, shrinkage, staffing, overtimeMix, rate
  case vendorPrice, rest

  var row: (english: String, chinese: String) {
    switch self {
    case .more:
      (
        "{0}: {1} {2} more than the budget of {3}; all months will cost {4}.",
        "{0}：比预算 {3} 多 {1} {2}；全期预计 {4}。"
      )
    case .less:
      (
        "{0}: {1} {2} less than the budget of {3}; all months will cost {4}.",
        "{0}：比预算 {3} 少 {1} {2}；全期预计 {4}。"
      )
    case .same:
      ("{0}: as budgeted, {3} {2}; all months will cost {4}.", "{0}：与预算 {3} {2} 一致；全期预计 {4}。")
    case .nothingKnown: ("Nothing is known of any month of the budget.", "预算各月均无实际数据。")
    case .cause: ("Cause", "原因")
    case .amount: ("All", "合计")
    case .total: ("Total", "合计")
    case .budget: ("Budget", "预算")
    case .actual: ("Actual", "实际")
    case .month: ("Month", "月份")
    case .extra: ("More", "差额")
    case .outlook: ("Outlook", "预测")
    case .outlookTable: ("All months", "各月预测")
    case .asBudgeted: ("Taken as budgeted, since no file says it:", "以下无实际数据，按预算计：")
    case .asBudgetedMonth: ("{0}: {1}", "{0}：{1}")
    case .outside: ("Not in the budget, and left out: {0}", "不在预算期内，未计入：{0}")
    case .volume: ("Volume: contacts that came", "话务量")
    case .handleTime: ("Handle time", "处理时长")
    case .attrition: ("Attrition: people there", "流失（在岗人数）")
    case .hoursPerHead: ("Paid hours a head", "人均付薪工时")
    case .shrinkage: ("Shrinkage, training and ramp", "损耗（含培训与爬坡）")
    case .staffing: ("Hours of people for an hour of work", "人力配置（占用率）")
    case .overtimeMix: ("Overtime mix", "加班结构")
    case .rate: ("Pay of a regular hour", "工资率")
    case .vendorPrice: ("Price of a vendor’s hour", "外包单价")
    case .rest: ("Staffing money that no cause explains", "其他人力成本差异")
    }
  }
}

extension Strings {
  /// A phrase of `variance`, with `{0}` and so on replaced by `values`.
  func callAsFunction(_ phrase: VariancePhrase, _ values: String...) -> String {
    filled(language == .chinese ? phrase.row.chinese : phrase.row.english, values)
  }

  /// A cause in words.
  func name(of cause: VarianceCause) -> String {
    switch cause {
    case .volume: self(VariancePhrase.volume)
    case .handleTime: self(VariancePhrase.handleTime)
    case .attrition: self(VariancePhrase.attrition)
    case .hoursPerHead: self(VariancePhrase.hoursPerHead)
    case .shrinkage: self(VariancePhrase.shrinkage)
    case .staffing: self(VariancePhrase.staffing)
    case .overtimeMix: self(VariancePhrase.overtimeMix)
    case .rate: self(VariancePhrase.rate)
    case .vendorPrice: self(VariancePhrase.vendorPrice)
    case .rest: self(VariancePhrase.rest)
    case .kind(let kind): name(of: kind)
    }
  }
}
