internal import Contracts

/// A phrase of invoices and their audit, in the words of each language; `{0}` and so on stand for
/// values.
enum InvoicePhrase: CaseIterable {
  case invoiceOf, invoice, sums, sumsIncluded, item, quantity, unit, unitPrice, amount, counts
  case due, billed, difference, money, right, wrong, wrongSums, net, vat, gross, yes, stated
  case dueIn, discount, lateInterest, high, low, another, anotherQuantity, anotherPrice

  var row: (english: String, chinese: String) {
    switch self {
    case .invoiceOf: ("Invoice for {0}", "{0} 账单")
    case .invoice: ("Invoice", "账单")
    case .sums: ("net {0}, VAT {1}, gross {2} {3}", "不含税 {0}，税额 {1}，含税 {2} {3}")
    case .sumsIncluded:
      (
        "net {0}, VAT {1}, gross {2} {3}; the lines contain the VAT",
        "不含税 {0}，税额 {1}，含税 {2} {3}；各行含税"
      )
    case .item: ("item", "项目")
    case .quantity: ("quantity", "数量")
    case .unit: ("unit", "单位")
    case .unitPrice: ("unit price", "单价")
    case .amount: ("amount", "金额")
    case .counts: ("SLA base", "计入SLA基数")
    case .due: ("due", "应付")
    case .billed: ("billed", "开票")
    case .difference: ("what is different", "差异")
    case .money: ("too much", "多收")
    case .right: ("The vendor's invoice is right: {0} {1} net.", "供应商账单无误：不含税 {0} {1}。")
    case .wrong:
      (
        "{0} {0|line|lines} of the vendor's invoice {0|is|are} not right: {1} {2} too {3} net.",
        "供应商账单有 {0} 行不符：不含税{3} {1} {2}。"
      )
    case .wrongSums:
      ("The vendor's lines are right, but not its sums.", "供应商账单各行无误，但合计不符。")
    case .high: ("high", "多收")
    case .low: ("low", "少收")
    case .another: ("{0}, not {1}", "{0}，应为 {1}")
    case .anotherQuantity: ("quantity {0}", "数量 {0}")
    case .anotherPrice: ("unit price {0}", "单价 {0}")
    case .net: ("net", "不含税合计")
    case .vat: ("VAT", "税额")
    case .gross: ("gross", "含税合计")
    case .yes: ("yes", "是")
    case .stated: ("another sum is stated", "合计不符")
    case .dueIn: ("Due within {0} days", "付款期 {0} 天")
    case .discount: ("less {0} if paid within {1} days", "{1} 天内付款优惠 {0}")
    case .lateInterest: ("{0} a year on what is late", "逾期年利率 {0}")
    }
  }
}

extension Strings {
  /// A phrase of invoices with its values.
  func callAsFunction(_ phrase: InvoicePhrase, _ values: String...) -> String {
    filled(language == .chinese ? phrase.row.chinese : phrase.row.english, values)
  }

  /// What a line bills, in words.
  func name(of item: InvoiceItem) -> String {
    let (english, chinese) = itemWords(item)
    return language == .chinese ? chinese : english
  }

  /// What is different in a line.
  func words(for difference: BillingDifference) -> String {
    let (english, chinese) =
      switch difference {
      case .notDue: ("not due by the contract", "合同无此项")
      case .notBilled: ("not billed", "未开票")
      case .quantity: ("another quantity", "数量不符")
      case .unitPrice: ("another unit price", "单价不符")
      case .quantityAndPrice: ("another quantity and unit price", "数量和单价均不符")
      case .arithmetic: ("not quantity × price", "金额计算有误")
      }
    return language == .chinese ? chinese : english
  }

  /// The unit of a line's quantity.
  func unitName(_ unit: String) -> String {
    guard language == .chinese else { return unit }
    return switch unit {
    case "h": "小时"
    case "month": "月"
    case "FTE month": "人月"
    case "seat month": "席月"
    case "min": "分钟"
    case "contact": "件"
    case "consultation": "次"
    case "seat day": "席日"
    case "instalment": "期"
    case "sales": "销售额"
    default: unit
    }
  }

  private func units(_ unit: PricingUnit) -> (String, String) {
    switch unit {
    case .productiveHour: ("productive hours", "有效工时")
    case .loggedHour: ("logged hours", "登录工时")
    case .fteMonth: ("FTE-months", "人月")
    case .seatMonth: ("seat-months", "席位月")
    case .talkMinute: ("talk minutes", "处理分钟")
    case .contact: ("contacts", "联络件数")
    case .resolution: ("resolutions", "解决件数")
    case .consultation: ("consultations", "咨询件数")
    }
  }

  private func dayClass(_ dayClass: DayClass) -> (String, String) {
    switch dayClass {
    case .normal: ("", "")
    case .overtime: (" in overtime", "（加班）")
    case .restDay: (" on rest days", "（休息日）")
    case .holiday: (" on statutory holidays", "（法定节假日）")
    }
  }

  private func itemWords(_ item: InvoiceItem) -> (String, String) {
    switch item {
    case .hours(let unit, let day):
      (units(unit).0 + dayClass(day).0, units(unit).1 + dayClass(day).1)
    case .premium(_, let name, let day):
      ("\(name) premium\(dayClass(day).0)", "\(name) 补贴\(dayClass(day).1)")
    case .tier(_, let tier): ("volume tier \(tier), difference", "阶梯 \(tier) 差额")
    case .contactBand(let label): ("contacts, band \(label)", "进线（档位 \(label)）")
    case .rampWeek(let week): ("ramp, week \(week)", "爬坡第 \(week) 周")
    case .commitmentTopUp(let unit):
      ("take-or-pay top-up, \(units(unit).0)", "保底差额（\(units(unit).1)）")
    default: plainWords(item)
    }
  }

  private func plainWords(_ item: InvoiceItem) -> (String, String) {
    switch item {
    case .baseFee: ("base fee", "固定月费")
    case .fullTimeMonths: ("FTE months", "人月")
    case .seatMonths: ("seat months", "席月")
    case .talkMinutes: ("minutes of talk", "通话分钟")
    case .contacts: ("contacts", "进线")
    case .contactsWithinBand: ("contacts within the band", "区间内进线")
    case .contactsAboveCap: ("contacts above the cap", "超上限进线")
    case .forecastLockTopUp: ("forecast lock top-up", "锁定预测保底差额")
    case .baselineCharge: ("baseline", "基准量")
    case .additionalCharge: ("additional charge (ARC)", "超量费（ARC）")
    case .reducedCredit: ("reduced credit (RRC)", "减量返还（RRC）")
    case .salesShare: ("share of attributed sales", "归因销售提成")
    case .refundClawback: ("clawback on refunds", "退款扣回")
    case .consultations: ("consultations", "咨询接待")
    case .promotionSeatDays: ("promotion seat days", "大促席日")
    case .contactTopUp: ("take-or-pay top-up, contacts", "保底差额（进线）")
    case .minimumSpendTopUp: ("minimum spend top-up", "最低消费差额")
    case .growthTraining: ("training for growth", "增量培训")
    case .replacementTraining: ("training to replace leavers", "流失补员培训")
    case .contentTraining: ("training for new content", "新内容培训")
    case .setup: ("set-up", "启动费")
    case .serviceLevel: ("SLA bonus or malus", "SLA 奖惩")
    case .passThrough: ("pass-through", "代垫费用")
    case .finesPassedOn: ("fines passed on", "平台罚款转嫁")
    case .exchangeRate: ("exchange rate", "汇率调整")
    case .hours, .premium, .tier, .contactBand, .rampWeek, .commitmentTopUp: ("", "")
    }
  }
}
