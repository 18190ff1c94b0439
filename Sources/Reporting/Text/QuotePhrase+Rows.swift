extension QuotePhrase {
  /// The outsourcer's own figures.
  var ownRow: (english: String, chinese: String)? {
    switch self {
    case .offered:
      (
        "{0} for {1}: {2} {3} over {4} months, without VAT",
        "{0}（致 {1}）：{4} 个月共 {2} {3}（不含税）"
      )
    case .costs:
      (
        "It costs {0}; margin {1} of the price before finance (markup {2}), risk {3}.",
        "成本 {0}；毛利率 {1}（未计资金成本，成本加成 {2}），风险 {3}。"
      )
    case .marginOf: ("Margin, {0} of the price", "利润（占价格 {0}）")
    case .riskOf: ("Risk, {0} of the price", "风险（占价格 {0}）")
    case .notThere: ("Go-live {0}: ", "上线 {0}：")
    case .breakEven:
      (
        "With the team as planned, less than {0} contacts a month ({1} of the plan) lose money.",
        "团队按计划不变时，每月低于 {0} 件（计划的 {1}）即亏损。"
      )
    case .contactsLeft:
      (
        "The plan leaves {0} contacts ({1}) that nobody handles: nobody is there yet, or a lost one costs less.",
        "计划有 {0} 件（{1}）无人处理：人员尚未到位，或流失成本更低。"
      )
    case .contactsEarlier:
      (
        "{0} contacts of the weeks before the go-live are planned and paid for, and no unit bills them: let the volume begin with the go-live.",
        "上线前各周的 {0} 件已计入计划和成本，却不在任何计价单位的数量内：请让业务量从上线日起算。"
      )
    case .tiersDerived:
      (
        "Discounts that were not stated are what larger volumes save at the same margin: {0}.",
        "未注明的折扣按更大业务量在同等利润率下节省的成本推算：{0}。"
      )
    case .breakEvenNone: ("No volume earns the costs.", "任何业务量都无法覆盖成本。")
    case .minimumCovers:
      (
        "The minimum of {0} is above that: fewer contacts alone do not make a loss.",
        "保底 {0} 高于该水平：仅业务量减少不会亏损。"
      )
    case .expectService:
      (
        "Service level to expect {0}; malus in {1} of months, bonus in {2}: {3} {4} ({5}) over the term.",
        "预期服务水平 {0}；扣罚月份占 {1}，奖励月份占 {2}：合同期内 {3} {4}（{5}）。"
      )
    case .buildUp: ("From the costs to the price", "成本构成与报价")
    case .item: ("Item", "项目")
    case .share: ("Of the price", "占价格")
    case .fromLedger: ("From the plan's ledger", "来自计划账目")
    case .sumOfCosts: ("All costs", "成本合计")
    case .risk: ("Risk", "风险")
    case .margin: ("Margin", "利润")
    case .finance: ("Waiting {0} days for the money", "账期 {0} 天的资金成本")
    case .priceSum: ("Price, without VAT", "报价（不含税）")
    case .priceSheet: ("Prices: the same work in each unit", "报价：同一工作量按不同计价单位")
    case .lawFactor: ("Law", "法定倍数")
    case .onFull: ("On the full price", "按全价")
    case .onWages: ("On the wage share", "按工资部分")
    case .inBid: ("In the bid", "报价采用")
    case .wageShareNote:
      (
        "{0} of the price is agents' regular pay with its contributions.",
        "价格中客服正常工资及社保公积金占 {0}。"
      )
    case .remaining: ("What is left of the margin and the risk", "各种变化后剩余的利润与风险")
    case .cost: ("Cost", "成本")
    case .ledgerAgrees:
      (
        "The plan's ledger is {0} of it: `peakplan cost` says the same to the cent.",
        "其中计划账目 {0}，与 `peakplan cost` 分毫不差。"
      )
    case .planned: ("as planned", "按计划")
    case .noCases: ("Assumptions were not changed.", "未做假设变化测算。")
    default: nil
    }
  }

  /// The document's headings and sentences.
  var documentRow: (english: String, chinese: String)? {
    switch self {
    case .bid: ("Bid", "报价书")
    case .bidFor: ("{0} for {1}", "{0} 致 {1}")
    case .kept:
      (
        "The go-live on {0} can be kept: {1} experienced people's work is there from {2} on.",
        "{0} 上线可以做到：自 {2} 起具备 {1} 名熟练人员的产能。"
      )
    case .notKept:
      (
        "Not all of it on {0}: the work needs {1} experienced people, and {2} {2|is|are} there. {3}All of the work can be done from {4} on.",
        "{0} 无法全量上线：业务需 {1} 名熟练人员，目前有 {2} 名。{3}自 {4} 起可承接全部业务。"
      )
    case .never:
      (
        "Not all of it on {0}: the work needs {1} experienced people, {2} {2|is|are} there, and hiring alone never reaches them. {3}",
        "{0} 无法全量上线：业务需 {1} 名熟练人员，目前有 {2} 名，仅靠招聘无法达到。{3}"
      )
    case .byWeek: ("{0} by week {1} ({2})", "第 {1} 周（{2}）{0} 名")
    case .subject:
      (
        "{0} offers {1} the work that is described here, from {2} to {3}, at one of the prices below.",
        "{0} 向 {1} 提供下述服务，期限 {2} 至 {3}，按下列计价方式之一结算。"
      )
    case .closedNote:
      ("Prices are without VAT where nothing else is said.", "除另有说明外，价格均不含税。")
    case .openNote:
      ("Open book: the last section shows our costs and our margin.", "开卷报价：最后一节列示成本与利润。")
    case .scope: ("Scope and assumptions", "服务范围与假设")
    case .staffing: ("Staffing model", "人员配置模型")
    case .ramp: ("Ramp plan", "爬坡计划")
    case .prices: ("Price sheet", "价格表")
    case .service: ("Service level", "服务水平")
    case .sensitivity: ("When things turn out otherwise", "情况变化时的费用")
    case .law: ("Overtime and the law", "加班的合法性")
    case .data: ("Licence and personal data", "资质与个人信息保护")
    case .terms: ("Tax, payment, validity, changes", "税费、付款、有效期与变更")
    case .exclusions: ("What is not covered", "不包含事项")
    case .signing: ("Agreed", "双方确认")
    case .build: ("Open book", "开卷：成本与利润")
    case .ownFigures: ("What the figures rest on", "测算依据")
    case .total: ("The term, as planned", "合同期总价（按计划）")
    case .perTerm: ("{0} months", "{0} 个月")
    case .eachHour: ("A productive hour", "每有效工时")
    case .eachMonth: ("An FTE month", "每人月")
    case .team: ("Team", "团队")
    case .teamDetail: ("full-time people on contacts, mean", "全职客服（平均）")
    case .goLive: ("All work from", "全量上线")
    case .asAsked: ("as asked", "符合要求")
    case .later: ("asked for {0}", "要求 {0}")
    case .validity: ("Valid until", "有效期至")
    default: nil
    }
  }

  /// Columns and captions.
  var tableRow: (english: String, chinese: String)? {
    switch self {
    case .work: ("The work", "服务内容")
    case .channel: ("Channel", "渠道")
    case .hours: ("Hours", "服务时间")
    case .promise: ("Promise", "承诺")
    case .handleTime: ("Handle time", "平均处理时长")
    case .contacts: ("Contacts", "件数")
    case .productiveHours: ("Productive hours", "有效工时")
    case .volumes: ("Volume by month", "各月业务量")
    case .month: ("Month", "月份")
    case .days: ("Days", "天数")
    case .everyDay: ("every day", "每天")
    case .answered: ("{0} answered within {1} s", "{1} 秒内接起 {0}")
    case .done: ("done within {0} h", "{0} 小时内完成")
    case .concurrent: ("{0} at once", "同时 {0} 个")
    case .assumptions: ("What the price assumes", "价格假设")
    case .assumeShrinkage:
      (
        "Of paid time {0} is not available for contacts (leave, sickness, breaks, coaching, fit of shifts).",
        "付薪时间中 {0} 不可用于接待（休假、病假、休息、辅导及排班损耗）。"
      )
    case .assumeOccupancy:
      ("Of the time that is, {0} is spent on contacts.", "可用时间中 {0} 用于接待（占用率）。")
    case .assumeVolumes:
      (
        "Volumes, their spread over day and week, and the handle time are the client's; they are listed here.",
        "业务量、分布及处理时长由客户提供，列示如下。"
      )
    case .staffingModel:
      (
        "The positions of each interval follow from its load by Erlang’s formulas with the customers' patience, so that the promise is kept; people follow from the positions with shrinkage, training and attrition.",
        "各时段所需席位按带耐心的 Erlang 模型由话务强度得出，以达成承诺；人数在此基础上计入损耗、培训和流失。"
      )
    case .heads: ("Full-time people on contacts, mean of the term: {0}.", "合同期平均在岗全职客服：{0} 人。")
    case .support: ("Organisation", "组织架构")
    case .spanOf: ("{0} for {1} agents", "每 {1} 名客服 {0} 名")
    case .rampTable: ("Week by week", "逐周计划")
    case .week: ("Week", "周")
    case .from: ("From", "起始日")
    case .needed: ("Work needs", "业务需要")
    case .output: ("Output", "产能")
    case .payroll: ("People", "在职人数")
    case .inTraining: ("In training", "培训中")
    case .starting: ("Start", "入职")
    case .rampNote:
      (
        "In experienced people. What the work needs above the output is met by overtime within the law, or waits.",
        "以熟练人员计。需求高于产能的部分由法定范围内的加班承接，或延后处理。"
      )
    case .present: ("{0} on the first day", "首日 {0} 名")
    case .captionRamp:
      ("Experienced people's work by week: what is needed, and what is there.", "逐周熟练人员当量：需求与产能。")
    case .chartRamp: ("The ramp", "爬坡")
    case .chartNeeded: ("Work needs", "业务需要")
    case .chartOutput: ("Output", "产能")
    case .experienced: ("experienced people", "熟练人员")
    case .unit: ("Unit", "计价单位")
    case .quantity: ("Planned quantity", "计划数量")
    case .price: ("Price", "单价")
    case .priceVAT: ("With VAT", "含税单价")
    case .amount: ("Amount of the term", "合同期金额")
    case .minimum: ("Minimum a month", "每月保底")
    case .oneOf:
      (
        "One of these units is agreed; they are not added. As planned they come to the same, but for rounding.",
        "双方选定其中一种计价单位，不可相加；按计划执行时各方式总额相同（尾差除外）。"
      )
    case .tiers: ("Prices of larger volumes", "阶梯价格")
    case .tierAbove: ("Above a month", "每月高于")
    case .tierPrice: ("Price", "单价")
    case .tierMarginal:
      ("The price holds for what is above the limit.", "阶梯价仅适用于超出部分。")
    case .tierAll:
      ("The price holds for all of a month that reaches the limit.", "达到门槛的月份全部数量适用该价。")
    case .trap:
      (
        "From {0} to {1} contacts a month cost more than one contact above.",
        "每月 {0} 至 {1} 件的总价高于超过门槛一件的总价。"
      )
    case .setupFee: ("Set-up, once", "启动费（一次性）")
    case .surcharges: ("Higher prices of hours", "工时加价")
    case .when: ("When", "情形")
    case .factor: ("Factor", "倍数")
    case .rule: ("Rule", "依据")
    case .onPrice: ("on the price of the hour", "按工时价格")
    default: nil
    }
  }

  /// Terms, and what is different.
  var termRow: (english: String, chinese: String) {
    switch self {
    case .target: ("Target: {0} of a month's contacts answered in time.", "目标：每月及时接起率 {0}。")
    case .malusStep: ("Below it {0} of the month's price is taken off.", "低于目标扣减当月费用的 {0}。")
    case .bonusStep:
      ("From {1} points above it on {0} is added.", "高出目标 {1} 个百分点起奖励 {0}。")
    case .malusPoint:
      ("For each point below {0} of the month's price is taken off.", "每低 1 个百分点扣减当月费用的 {0}。")
    case .bonusPoint: ("For each point above {0} is added.", "每高 1 个百分点奖励 {0}。")
    case .caps: ("At most {0} is taken off, and {1} added.", "扣减上限 {0}，奖励上限 {1}。")
    case .measured:
      (
        "A month whose volume is more than {0} above the plan, or in which the client caused a miss, does not count.",
        "月业务量超出计划 {0} 以上，或由客户原因导致未达标的月份不计入。"
      )
    case .noService: ("No bonus and no malus.", "无奖惩条款。")
    case .whatPays: ("What is paid over the term", "合同期应付金额")
    case .otherwise: ("What is different", "变化")
    case .asPlanned: ("as planned", "按计划")
    case .lost: ("Contacts not handled", "未处理占比")
    case .billNote:
      (
        "Without VAT, the minimum, the tiers and the set-up fee included. Each row was planned anew.",
        "不含税，已计保底、阶梯及启动费。每行均重新测算。"
      )
    case .overtimeNone: ("The plan has no overtime.", "计划不安排加班。")
    case .overtimePlanned:
      (
        "The plan has {0} hours of overtime, at most {1} hours a month for a person who agrees to it.",
        "计划加班共 {0} 小时，同意加班者每月最多 {1} 小时。"
      )
    case .overtimeLimit: ("The law ({0}) allows {1} hours a month.", "法规（{0}）上限为每月 {1} 小时。")
    case .overtimeDay: ("It allows {0} hours a day.", "每日上限 {0} 小时。")
    case .overtimeLegal: ("The plan keeps within the law.", "计划符合法定上限。")
    case .overtimeOver: ("The plan is above the law's limit.", "计划超出法定上限。")
    case .overtimeNoRules:
      ("No pay rules are stated, so no overtime is planned.", "未设定薪酬规则，故不安排加班。")
    case .consent: ("Overtime is worked by those who agree to it.", "加班须经员工本人同意。")
    case .holidayHours:
      (
        "Hours beyond the normal ones that the client orders are billed with the factors above.",
        "客户要求的额外工时按上述倍数计费。"
      )
    case .licence: ("Licence", "经营资质")
    case .personal: ("Personal data", "个人信息")
    case .licenceOpen: ("to be stated before signing", "签约前补充")
    case .personalOpen:
      (
        "as the law asks, in an agreement of its own before the first contact",
        "依法另行签订协议，接待开始前生效"
      )
    case .vat: ("VAT of {0} is added.", "另加增值税 {0}。")
    case .payment: ("Invoices are due within {0} days.", "账单 {0} 天内支付。")
    case .script:
      (
        "A change of a script or of the knowledge base that the client asks for: {0} {1}.",
        "客户要求变更话术或知识库：每次 {0} {1}。"
      )
    case .scriptFree: ("Changes of scripts are included.", "话术变更不另收费。")
    case .minimumTerm:
      ("At least {0} of the planned quantity of a month is billed.", "每月至少按计划数量的 {0} 计费。")
    case .minimumNone: ("There is no minimum.", "无保底。")
    case .valid: ("This bid can be accepted until {0}.", "本报价有效期至 {0}。")
    case .causeWrong:
      ("Misses that wrong or late information from the client causes.", "因客户信息错误或延迟导致的未达标。")
    case .causeUnannounced:
      (
        "Volume of promotions and other events that were not announced two weeks before.",
        "未提前两周通知的促销及其他活动带来的业务量。"
      )
    case .causeOutage:
      ("Time in which the client's systems or lines do not work.", "客户系统或线路故障期间。")
    case .causeVolume:
      ("Service of volume more than {0} above the plan.", "超出计划 {0} 以上部分的服务水平。")
    case .signClient: ("For {0}", "{0}（客户）")
    case .signVendor: ("For {0}", "{0}（服务商）")
    case .signLine: ("Name, date, signature: ____________________", "姓名、日期、签章：____________________")
    case .moneyNote: ("Amounts are in {0}.", "金额单位：{0}。")
    case .zoneNote: ("Times are those of {0}.", "时间为 {0} 当地时间。")
    case .madeBy: ("Made with {0}.", "由 {0} 生成。")
    case .moreShrinkage: ("shrinkage {0} points more", "损耗率高 {0} 个百分点")
    case .lessOccupancy: ("occupancy {0} points less", "占用率低 {0} 个百分点")
    case .moreAttrition: ("attrition {0} more", "流失多 {0}")
    case .moreVolume: ("volume {0} more", "业务量多 {0}")
    case .lessVolume: ("volume {0} less", "业务量少 {0}")
    case .longer: ("contacts {0} longer", "处理时长多 {0}")
    case .lateClasses: ("classes {0} {0|week|weeks} later", "培训班晚 {0} 周")
    case .overtime: ("overtime", "延时加班")
    case .restDay: ("rest day", "休息日")
    case .holiday: ("statutory holiday", "法定节假日")
    case .night: ("night", "夜班")
    case .vatRate: ("VAT", "增值税率")
    case .amountVAT: ("With VAT", "含税金额")
    case .voice: ("calls", "电话")
    case .chat: ("chats", "在线")
    case .deferred: ("cases", "工单")
    case .outbound: ("outbound calls", "外呼")
    case .queue: ("Queue", "队列")
    case .role: ("Role", "岗位")
    case .span: ("Span", "管理幅度")
    default: ("", "")
    }
  }
}
