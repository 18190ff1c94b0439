internal import CapacityPlanning

/// A phrase of `peakplan overtime`, in the words of each language; `{0}` and so on stand for values.
enum OvertimePhrase: CaseIterable {
  case orderTable, holidayOrderTable, orderNote, weeks, hour, paidRate, netShare, netRate, used,
    most
  case evenTable, evenNote, insteadOf, fixed, otherHour, evenWeeks, evenHours, never
  case limitTable, limitNote, group, month, worked, allowed, people, shadow, tried
  case limitCosts, limitFree, oneMore
  case courseTable, courseNote, course, ownHours, ownPay, vendorHours, vendorPay, missing, planCost
  case more, planned, vendorsOnly, ownOnly, habitCosts, habitSaves, habitSame
  case paidTable, paidNote, paidDays, headDays, paidPay
  case surchargeTable, surchargeNote, vendor, factor, evenFactor
  case workday, restDay, restDayInLieu, statutoryHoliday, ofVendor, ofVendorHoliday, hire
  case cheapest, hireAfter, hireNever, nothing
  case section, sheet

  var row: (english: String, chinese: String) {
    switch self {
    case .orderTable: ("The next hour on ordinary days, cheapest first", "平日再增加一小时的成本（由低到高）")
    case .holidayOrderTable:
      ("The next hour on statutory holidays, cheapest first", "法定节假日再增加一小时的成本（由低到高）")
    case .orderNote:
      (
        "A paid hour costs pay at the law’s rate and the employer’s contributions on it, or a vendor’s "
          + "price; a hire’s hour the mean week, without what is paid at the start. The hour on contacts "
          + "is the paid hour over its net share. Most: what people and seats of these weeks can give, "
          + "before limits of a month.",
        "付薪小时含法定倍数工资及单位缴费，或外包单价；新人小时按平均周成本计，不含一次性投入。"
          + "净工时成本 = 付薪小时成本 ÷ 净工时占比。“最多”为这些周的人员和席位所能提供的工时，未计月度上限。"
      )
    case .weeks: ("Weeks of", "周")
    case .hour: ("Hour", "工时")
    case .paidRate: ("Paid hour ({0})", "付薪小时（{0}）")
    case .netShare: ("Net share", "净工时占比")
    case .netRate: ("Hour on contacts", "净工时成本")
    case .used: ("Planned (h)", "计划（小时）")
    case .most: ("Most (h)", "最多（小时）")
    case .evenTable: ("How long a need must last", "需求持续多久才值得")
    case .evenNote:
      (
        "Of a hire the weeks on contacts until it has cost no more than the same hours of the other: "
          + "recruiting, its part of a full class, training, ramp and leavers counted, paid whether there "
          + "is work or not. Of a vendor the hours until its fees have come back. Hours are those of one "
          + "hire, or of the whole contract.",
        "新人：上线后累计成本不高于同等工时所需的周数，计入招聘、满班分摊、培训、爬坡与流失，无论有无工作均付薪。"
          + "外包：一次性费用收回所需的工时。工时为单个新人或整个合同的净工时。"
      )
    case .insteadOf: ("Instead of", "替代")
    case .fixed: ("At the start ({0})", "一次性投入（{0}）")
    case .otherHour: ("Its hour on contacts", "对方净工时成本")
    case .evenWeeks: ("Cheaper from (weeks)", "回本周数")
    case .evenHours: ("Hours by then", "届时净工时")
    case .never: ("never", "不回本")
    case .limitTable: ("The limit of overtime a month", "每月加班上限")
    case .limitNote:
      (
        "One more: what one more paid hour of the group in the month saves when the program is solved "
          + "again, classes and contracts held; the price is that of the last hour. People: past nesting "
          + "and willing, in the month’s last week.",
        "“多一小时”为该组当月多一个付薪小时、重新求解后的节省额（新人班与合同不变）；影子价格为最后一小时的价值。"
          + "人数为当月最后一周已出带教期且愿意加班者。"
      )
    case .group: ("Group", "人员组")
    case .month: ("Month", "月份")
    case .worked: ("Worked (h)", "已排（小时）")
    case .allowed: ("A person may (h)", "人均上限（小时）")
    case .people: ("People", "人数")
    case .shadow: ("Shadow price", "影子价格")
    case .tried: ("One more ({0})", "多一小时（{0}）")
    case .limitCosts:
      (
        "The law’s limit of overtime a month costs {0} in this plan: so much less would it cost without.",
        "法定每月加班上限使本计划多花{0}。"
      )
    case .limitFree:
      ("The law’s limit of overtime a month costs nothing in this plan.", "法定每月加班上限在本计划中不产生代价。")
    case .oneMore:
      ("One more hour of overtime of {0} in {1} would save {2}.", "{0}在{1}多加班一小时可节省{2}。")
    case .courseTable: ("Who works on statutory holidays", "法定节假日由谁上班")
    case .courseNote:
      (
        "Each way is solved again for all weeks, classes held; where only vendors come, their contract "
          + "months are free. Own people are off with pay; what they are paid for coming is on top of it. "
          + "Shortage counts at its price.",
        "各方案均对全部周重新求解，新人班不变；仅外包时合同月份可变。自有人员休假带薪，加班费另计；缺口按其价格计入。"
      )
    case .course: ("Way", "方案")
    case .ownHours: ("Own (h)", "自有（小时）")
    case .ownPay: ("Own pay", "自有加班费")
    case .vendorHours: ("Vendors (h)", "外包（小时）")
    case .vendorPay: ("Vendors’ bill", "外包费用")
    case .missing: ("Short (h)", "缺口（小时）")
    case .planCost: ("Plan ({0})", "计划成本（{0}）")
    case .more: ("More", "多花")
    case .planned: ("as planned", "按计划")
    case .vendorsOnly: ("own people off, vendors come", "自有休假、外包上班")
    case .ownOnly: ("own people come, vendors off", "自有上班、外包休假")
    case .habitCosts:
      (
        "Own people off on statutory holidays and vendors in their place would cost {0} more than the plan.",
        "若法定节假日自有人员全部休假、由外包顶上，比计划多花{0}。"
      )
    case .habitSaves:
      (
        "Own people off on statutory holidays and vendors in their place would cost {0} less than the plan.",
        "若法定节假日自有人员全部休假、由外包顶上，比计划少花{0}。"
      )
    case .habitSame:
      (
        "Own people off on statutory holidays and vendors in their place is what the plan does too.",
        "法定节假日自有人员休假、由外包顶上，与计划成本相同。"
      )
    case .paidTable: ("Statutory holidays that are paid and off", "带薪休息的法定节假日")
    case .paidNote:
      (
        "Part of regular pay, not on top of it: each day’s part of a month’s salary, or a seventh of the "
          + "contract’s week by the hour, with the employer’s contributions.",
        "已含在正常工资内，非额外成本：月薪按当月天数分摊，时薪按每周合同工时的七分之一，含单位缴费。"
      )
    case .paidDays: ("Days", "天数")
    case .headDays: ("Head-days", "人天")
    case .paidPay: ("Pay ({0})", "工资（{0}）")
    case .surchargeTable: ("Vendors’ surcharge on statutory holidays", "外包节假日倍数")
    case .surchargeNote:
      (
        "Below the even factor an hour on contacts is cheaper from the vendor, above it from the group.",
        "倍数低于平衡点时外包更便宜，高于平衡点时自有人员更便宜。"
      )
    case .vendor: ("Vendor", "外包商")
    case .factor: ("Factor", "合同倍数")
    case .evenFactor: ("Even factor", "平衡倍数")
    case .workday: ("weekday overtime of {0}", "{0}工作日加班")
    case .restDay: ("rest-day work of {0}", "{0}休息日加班")
    case .restDayInLieu: ("rest-day work of {0} for time off", "{0}休息日加班（补休）")
    case .statutoryHoliday: ("holiday work of {0}", "{0}法定节假日加班")
    case .ofVendor: ("{0}", "{0}")
    case .ofVendorHoliday: ("{0} on the holiday", "{0}（节假日）")
    case .hire: ("a hire of {0}", "{0}新人")
    case .cheapest:
      ("The cheapest hour on contacts is {0}, {1}; then {2}.", "最便宜的净工时：{0}，{1}；其次{2}。")
    case .hireAfter:
      (
        "A hire of {0} is cheaper than {1} when the need lasts {2} weeks on contacts ({3} hours).",
        "需求持续{2}周（{3}净工时）以上时，{0}招聘新人比{1}便宜。"
      )
    case .hireNever: ("A hire of {0} is never cheaper than {1}.", "{0}招聘新人始终不比{1}便宜。")
    case .nothing: ("There is no overtime, vendor or hire to choose from.", "没有加班、外包或招聘可供选择。")
    case .section: ("Overtime, vendor or hire", "加班、外包还是招聘")
    case .sheet: ("Overtime", "加班决策")
    }
  }
}

extension Strings {
  /// A phrase of `overtime`, with `{0}` and so on replaced by `values`.
  func callAsFunction(_ phrase: OvertimePhrase, _ values: String...) -> String {
    filled(language == .chinese ? phrase.row.chinese : phrase.row.english, values)
  }

  /// Whose hour, with the name of its group or vendor.
  func name(of kind: HourSource.Kind, owner: String) -> String {
    switch kind {
    case .workday: self(OvertimePhrase.workday, owner)
    case .restDay: self(OvertimePhrase.restDay, owner)
    case .restDayInLieu: self(OvertimePhrase.restDayInLieu, owner)
    case .statutoryHoliday: self(OvertimePhrase.statutoryHoliday, owner)
    case .vendor: self(OvertimePhrase.ofVendor, owner)
    case .vendorHoliday: self(OvertimePhrase.ofVendorHoliday, owner)
    case .hire: self(OvertimePhrase.hire, owner)
    }
  }
}
