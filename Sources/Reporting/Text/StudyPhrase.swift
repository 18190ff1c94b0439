internal import CapacityPlanning

/// A phrase of what-if questions about a plan, in the words of each language.
enum StudyPhrase: CaseIterable {
  case rulesTable, rulesNote, noRules, studyRule, saves, savesInFull, binds, whereSaid, wholeHorizon
  case limitsByTrying, limitsNote, studyLimit
  case decisionsTable, decisionsNote, decision, studyAmount, takesEffect, dueBy, lastSafe, waiting
  case valueOfIt, reasons, insteadOf, noDecisions, ofThese, noPlanWithout, asGoodWithout
  case studyPeople, studySeats, paidOvertimeHours, hoursShort, hoursOfVendors, hoursOfOvertime
  case breachesTable, noBreaches, breach, by, servicesTable, forQueue, neededHours, covered, lost
  case givenCosts, ofThatPaid, bestCosts, dearer, cheaper
  case reachMet, reachNever, reachLater, reachMost, reliefTable, reliefNote, headsBy, earliest
  case inTheWay, studyYes, never, together, notEvenAll
  case pinsTable, pin, pinCosts, pinnedCosts, heldOthers, anew

  var row: (english: String, chinese: String) {
    switch self {
    case .rulesTable: ("What the rules cost", "各项规则的代价")
    case .rulesNote:
      (
        "What setting the whole rule aside would save. The plan’s other classes and contracts are "
          + "held; shortage counts at its price.",
        "若取消整条规则可节省的金额；计划中其他新人班与合同保持不变，缺口按其价格计入。"
      )
    case .noRules: ("No rule costs anything in this plan.", "本计划中没有规则产生代价。")
    case .studyRule: ("Rule", "规则")
    case .saves: ("Saves", "可节省")
    case .savesInFull: ("Decided anew", "全部重新决策")
    case .binds: ("Binds in the weeks of", "起作用的周")
    case .whereSaid: ("Where", "出处")
    case .wholeHorizon: ("the whole horizon", "整个计划期")
    case .limitsByTrying:
      ("One more unit of a limit, those that save most first", "约束放宽一个单位（按节省额排序）")
    case .limitsNote:
      (
        "What one more unit saves when the program is solved again with it, the people of all other "
          + "classes and the contracts as planned.",
        "放宽一个单位后重新求解的节省额，其他新人班人数与合同保持不变。"
      )
    case .studyLimit: ("Limit", "约束")
    case .decisionsTable: ("Decisions, by the day on which they fall due", "决策清单（按截止日排列）")
    case .decisionsNote:
      (
        "Worth is what the plan would cost more without the decision, a week later what one more week "
          + "of waiting costs after the last safe day; the other classes and contracts are held.",
        "“价值”为不做该决策时计划多花的金额；“再等一周”为最后安全日之后再等一周的代价；其他新人班与合同保持不变。"
      )
    case .decision: ("Decision", "决策")
    case .studyAmount: ("How much", "数量")
    case .takesEffect: ("From", "生效")
    case .dueBy: ("Decide by", "决策截止")
    case .lastSafe: ("Last safe day", "最后安全日")
    case .waiting: ("A week later", "再等一周")
    case .valueOfIt: ("Worth", "价值")
    case .reasons: ("For the weeks of", "服务的周")
    case .insteadOf: ("Without it", "若不做")
    case .noDecisions: ("The plan has no decisions to take.", "本计划没有需要做的决策。")
    case .ofThese: ("of these", "其中")
    case .noPlanWithout: ("no plan: a rule needs it", "无可行计划：有规则要求该决策")
    case .asGoodWithout: ("as good without it", "不做亦可")
    case .studyPeople: ("{0} {0|person|people}", "{0}人")
    case .studySeats: ("{0} {0|seat|seats}", "{0}席")
    case .paidOvertimeHours: ("{0} h", "{0}小时")
    case .hoursShort: ("{0} h short", "缺口{0}小时")
    case .hoursOfVendors: ("{0} h of vendors", "外包{0}小时")
    case .hoursOfOvertime: ("{0} h of overtime", "加班{0}小时")
    case .breachesTable: ("Rules that the plan breaks", "计划违反的规则")
    case .noBreaches: ("The plan breaks no rule.", "计划没有违反任何规则。")
    case .breach: ("Rule", "规则")
    case .by: ("By", "超出")
    case .servicesTable: ("What the queues get", "各队列的保障")
    case .forQueue: ("Queue", "队列")
    case .neededHours: ("Net hours needed", "所需净工时")
    case .covered: ("Covered", "覆盖率")
    case .lost: ("Contacts lost", "流失量")
    case .givenCosts: ("The plan costs {0}, shortage at its price", "计划成本{0}（缺口按其价格计入）")
    case .ofThatPaid: ("; {0} of it is paid.", "，其中实付{0}。")
    case .bestCosts: ("The plan that PeakPlan finds costs {0}: ", "PeakPlan 的计划成本为{0}：")
    case .dearer: ("this one is {0} dearer.", "本计划多花{0}。")
    case .cheaper: ("this one is {0} cheaper, by its breaches.", "本计划因违反规则而少花{0}。")
    case .reachMet:
      ("{0} heads on {1} by {2}: yes.", "{1}在{2}前达到{0}人：可以。")
    case .reachNever:
      (
        "{0} heads on {1} by {2}: no, {3} at most, and not within the horizon.",
        "{1}在{2}前达到{0}人：不行，最多{3}人，且整个计划期内都达不到。"
      )
    case .reachLater:
      (
        "{0} heads on {1} by {2}: no, {3} at most; not before {4}.",
        "{1}在{2}前达到{0}人：不行，最多{3}人；最早{4}。"
      )
    case .reachMost: ("Most heads by week: {0}", "各周最多人数：{0}")
    case .reliefTable: ("What setting a rule aside would buy", "取消单项规则的效果")
    case .reliefNote:
      (
        "In the way: the target cannot be met while all of these hold, and none of them can be left "
          + "out of that. A head is {0} net hours a week.",
        "“受阻”：这些规则同时成立时目标不可能达到，且缺一不可。1 人按每周{0}净工时计。"
      )
    case .headsBy: ("Heads by then", "届时人数")
    case .earliest: ("Earliest", "最早")
    case .inTheWay: ("In the way", "受阻")
    case .studyYes: ("yes", "是")
    case .never: ("never", "达不到")
    case .together: ("Enough when set aside together: {0}.", "同时取消以下规则即可：{0}。")
    case .notEvenAll:
      (
        "Not even without all rules: there are not enough people.",
        "即使取消全部规则也达不到：人手不足。"
      )
    case .pinsTable: ("What the pins cost", "固定决策的代价")
    case .pin: ("Pin", "固定决策")
    case .pinCosts: ("Costs", "代价")
    case .pinnedCosts:
      (
        "With the pins the plan costs {0}, shortage at its price: {1} more than the plan without.",
        "固定决策后计划成本{0}（缺口按其价格计入），比不固定时多{1}。"
      )
    case .heldOthers:
      (
        "The other classes and contracts are held; --in-full decides them anew.",
        "其他新人班与合同保持不变；--in-full 可全部重新决策。"
      )
    case .anew: ("Everything else was decided anew.", "其余全部重新决策。")
    }
  }
}

extension Strings {
  /// A phrase of what-if questions.
  subscript(_ phrase: StudyPhrase) -> String {
    language == .chinese ? phrase.row.chinese : phrase.row.english
  }

  /// A phrase of what-if questions with its marks filled.
  func callAsFunction(_ phrase: StudyPhrase, _ values: String...) -> String {
    filled(self[phrase], values)
  }

  /// A rule with the name of its owner.
  func name(of kind: CapacityRule.Kind, owner: String) -> String {
    let row = kind.row
    return filled(language == .chinese ? row.chinese : row.english, [owner])
  }

  /// What a decision is, with the name of its group or vendor.
  func name(of kind: PlannedDecision.Kind, owner: String) -> String {
    let row: (english: String, chinese: String) =
      switch kind {
      case .hiringClass: ("class of {0}", "{0}新人班")
      case .vendorOrder: ("more seats of {0}", "{0}增加席位")
      case .overtime: ("overtime of {0}", "{0}加班")
      case .seatsBack: ("give back seats of {0}", "{0}退还席位")
      case .contractEnd: ("end the contract of {0}", "{0}终止合同")
      }
    return filled(language == .chinese ? row.chinese : row.english, [owner])
  }
}

extension CapacityRule.Kind {
  /// The rule in both languages; `{0}` is its owner.
  fileprivate var row: (english: String, chinese: String) {
    switch self {
    case .recruitingLead: ("recruiting lead of {0}", "{0}的招聘周期")
    case .classCalendar: ("class calendar of {0}", "{0}的开班日历")
    case .training: ("training of {0}", "{0}的培训期")
    case .ramp: ("ramp after training of {0}", "{0}的爬坡期")
    case .largestClass: ("largest class of {0}", "{0}的班级人数上限")
    case .smallestClass: ("smallest class of {0}", "{0}的班级人数下限")
    case .trainers: ("trainers of {0}", "{0}的培训师")
    case .attrition: ("attrition and wash-out of {0}", "{0}的流失与培训淘汰")
    case .seats: ("seats of {0}, of all parts of the day", "{0}的席位（含各时段）")
    case .overtimePerWeek: ("overtime a week of {0}", "{0}的每周加班上限")
    case .overtimeTakeUp: ("share of {0} who agree to overtime", "{0}愿意加班的比例")
    case .overtimePerMonth: ("the law’s overtime a month", "法定每月加班上限")
    case .vendorNotice: ("notice of {0}", "{0}的提前通知期")
    case .vendorRamp: ("ramp of {0}", "{0}的每周增席上限")
    case .vendorMost: ("most seats of {0}", "{0}的席位上限")
    case .vendorLeast: ("least seats of {0}", "{0}的席位下限")
    case .vendorCommitment: ("commitment to {0}", "{0}的最低承诺")
    case .contractLength: ("contract length and cost of ending of {0}", "{0}的最短合同期与终止费用")
    case .vendorLearning: ("learning of {0}", "{0}的学习期")
    case .vendorBatch: ("batches of seats of {0}", "{0}的席位批次")
    case .vendorShare: ("largest share of {0}", "{0}的份额上限")
    case .outsourcing: ("outsourced share of {0}", "{0}的外包比例上限")
    case .missionCritical: ("{0} stays in house", "{0}不外包")
    case .outsourcingOverall: ("outsourced share of everything", "总外包比例上限")
    case .budget: ("the budget", "预算")
    case .endStrength: ("strength at the end", "期末人力要求")
    }
  }
}
