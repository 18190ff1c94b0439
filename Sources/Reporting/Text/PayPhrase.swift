/// A phrase of `peakplan pay`, in the words of each language.
enum PayPhrase: CaseIterable {
  case payTable, payEmployee, payClassOfPay, paySpan, payQuantity, payRate, payFactor, payAmount,
    payRules
  case paySheetTotal, payAllTotal, payBreachTable, payBreachCode, payFound, payBreachLimit, payWhen,
    payNoLimitBroken
  case payMonthTable, payShiftNumber, payCapMonth, payrollMonth, payInvoiceMonth, payPaidTime,
    payTimeOffOwed
  case payPermitTable, payPost, payPermit, payPermitFrom, payPermitTo, payShifts, payNoPermit,
    payNoPost, payOtherPost, payOutsideDates, payOtherPeriod, payPermitAssumed

  var row: (english: String, chinese: String) {
    switch self {
    case .payTable: ("Pay under {0}, in {1}", "按{0}计薪（{1}）")
    case .payEmployee: ("Employee", "员工")
    case .payClassOfPay: ("Class", "计薪类别")
    case .paySpan: ("For", "期间")
    case .payQuantity: ("Quantity", "数量")
    case .payRate: ("Rate", "单价")
    case .payFactor: ("×", "倍数")
    case .payAmount: ("Amount", "金额")
    case .payRules: ("Rules", "适用规则")
    case .paySheetTotal: ("Sum of {0}", "{0}合计")
    case .payAllTotal: ("Total", "总计")
    case .payBreachTable: ("Limits that are broken", "超出的限制")
    case .payBreachCode: ("Flag", "标记")
    case .payFound: ("Found", "实际")
    case .payBreachLimit: ("Limit", "限制")
    case .payWhen: ("When", "时间")
    case .payNoLimitBroken: ("No limit is broken.", "没有超出任何限制。")
    case .payMonthTable: ("Hours of shifts over a month’s end", "跨月班次的工时归属")
    case .payShiftNumber: ("Shift", "班次")
    case .payCapMonth: ("Counts to the limits of", "计入加班上限的月份")
    case .payrollMonth: ("Paid with", "计入薪资的月份")
    case .payInvoiceMonth: ("Invoiced with", "计入账单的月份")
    case .payPaidTime: ("Hours", "工时")
    case .payTimeOffOwed: ("{0} is owed {1} h of time off.", "{0}尚有{1}小时补休。")
    case .payPermitTable: ("Shifts by working-time permit", "按工时审批的班次")
    case .payPost: ("Post", "岗位")
    case .payPermit: ("Permit", "批复文号")
    case .payPermitFrom: ("First day", "首日")
    case .payPermitTo: ("Last day", "末日")
    case .payShifts: ("Shifts", "班次数")
    case .payNoPermit:
      ("none is given: standard rules", "未提供批复：按标准工时制计薪")
    case .payNoPost:
      ("no post is named: standard rules", "未注明岗位：按标准工时制计薪")
    case .payOtherPost:
      ("none for this post: standard rules", "批复不含该岗位：按标准工时制计薪")
    case .payOutsideDates:
      ("none on these days: standard rules", "不在批复有效期内：按标准工时制计薪")
    case .payOtherPeriod:
      ("for another period: standard rules", "批复的综合计算周期不同：按标准工时制计薪")
    case .payPermitAssumed:
      (
        "Every shift is taken as covered by a working-time permit; none was checked.",
        "所有班次均视为已获工时审批，未核对批复。"
      )
    }
  }
}

extension Strings {
  /// A phrase of `pay`, with `{0}` and so on replaced by `values`.
  func callAsFunction(_ phrase: PayPhrase, _ values: String...) -> String {
    filled(language == .chinese ? phrase.row.chinese : phrase.row.english, values)
  }
}
