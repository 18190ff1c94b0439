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
    case .dataOfChart: ("The chart’s numbers as a table", "图表数据")
    case .contents: ("Contents", "目录")
    case .total: ("Total", "合计")

    case .capacityPlan: ("Capacity plan", "产能规划")
    case .sectionSupply: ("Requirement and supply", "需求与供给")
    case .sectionPeak: ("The peak, interval by interval", "高峰时段")
    case .sectionScheduled: ("The scheduled days, interval by interval", "排班日各时段")
    case .sectionPeople: ("People and hiring classes", "人员与新人班")
    case .sectionFlexible: ("Extra hours and vendors", "加班与外包")
    case .sectionCost: ("Cost", "成本")
    case .sectionLimits: ("What limits the plan", "约束与瓶颈")
    case .sectionDemand: ("Demand and events", "话务与活动")
    case .sectionProvenance: ("How these numbers were made", "数据来源")

    case .verdict: ("{0}; {1}.", "{0}；{1}。")
    case .everythingCovered: ("Every hour of the requirement is covered", "全部需求均有人承接")
    case .everyWeekCovered: ("Every week’s hours are covered", "各周工时均已承接")
    case .weeksShort:
      (
        "{0} {0|net hour|net hours} ({1} of the requirement) {0|stays|stay} uncovered",
        "仍有 {0} 净工时（占需求 {1}）无人承接"
      )
    case .butScheduleShort:
      (
        ", but in {0} {1} of {2} {2|net hour|net hours} ({3}) stay uncovered, because shifts, breaks and days do "
          + "not fit the hours",
        "，但{0}的 {2} 净工时中有 {1}（{3}）未覆盖，因班次、休息与出勤日无法完全贴合需求"
      )
    case .scheduleMoreShort:
      (
        "; in {0} {1} of {2} {2|net hour|net hours} ({3}) stay uncovered where the weekly plan has {4}, because "
          + "shifts, breaks and days do not fit the hours",
        "；{0}的 {2} 净工时中有 {1}（{3}）未覆盖，周计划为 {4}，因班次、休息与出勤日无法完全贴合需求"
      )
    case .scheduleLessShort:
      (
        "; in {0} it is {1} of {2} {2|net hour|net hours} ({3}) by shifts, {4} by the weekly plan",
        "；{0}的 {2} 净工时中，按班次缺 {1}（{3}），按周计划缺 {4}"
      )
    case .theScheduledWeek: ("the scheduled week", "排班周")
    case .theScheduledWeeks: ("the {0} scheduled weeks", "{0} 个排班周")
    case .costClause: ("the plan costs {0} {1}", "计划成本 {0} {1}")
    case .costClausePriced:
      (
        "the plan costs {0} {1}, and {2} {1} in contacts not handled (priced "
          + "by how deep the shortage is, not paid)",
        "计划成本 {0} {1}，另有未处理进线计价 {2} {1}（按缺口深度计价，不支付）"
      )
    case .costClauseLate:
      (
        "the plan costs {0} {1}, and {2} {1} in contacts handled late (priced "
          + "by how deep the shortage is, not paid)",
        "计划成本 {0} {1}，另有逾期处理计价 {2} {1}（按缺口深度计价，不支付）"
      )
    case .costClauseMixed:
      (
        "the plan costs {0} {1}, and {2} {1} in contacts not handled in time (priced "
          + "by how deep the shortage is, not paid)",
        "计划成本 {0} {1}，另有未及时处理进线计价 {2} {1}（按缺口深度计价，不支付）"
      )
    case .costBeyondByShifts:
      (
        "; what the shifts leave beyond the weekly plan is {0} {1} more, at the plain price of a contact",
        "；班次较周计划多出的缺口，按进线原价另计 {0} {1}"
      )
    case .answerPeak:
      (
        "The peak is {0} at {1}: {2} positions on contacts at once, over all queues and net of "
          + "shrinkage. The heaviest week begins on {3} and needs {4} "
          + "{4|net hour|net hours}.",
        "高峰出现在 {0} {1}：各队列合计需 {2} 个净座席。最繁忙的一周始于 {3}，需 {4} 净工时。"
      )
    case .answerSupply: ("Of the hours that are covered, {0}.", "已覆盖工时中，{0}。")
    case .shareNormal: ("{0} are own people’s in normal time", "自有人员正常班占 {0}")
    case .shareOvertime: ("{0} own people’s in extra hours", "自有人员加班占 {0}")
    case .shareVendors: ("{0} vendors’", "外包占 {0}")
    case .answerShort:
      (
        "The worst week begins on {0}: {1} {1|net hour|net hours} short, {2} of them in {3}.",
        "缺口最大的一周始于 {0}：缺 {1} 净工时，其中 {2} 小时在 {3}。"
      )
    case .contactsAreLost:
      ("Over the horizon about {0} {0|contact is|contacts are} lost.", "全程约损失 {0} 个进线。")
    case .contactsAreLate:
      ("Over the horizon about {0} {0|contact is|contacts are} late.", "全程约 {0} 个进线逾期处理。")
    case .contactsAreMixed:
      (
        "Over the horizon about {0} {0|contact is|contacts are} not handled in time.",
        "全程约 {0} 个进线未及时处理。"
      )
    case .answerCauses: ("What stood in the way: {0}.", "受限于：{0}。")
    case .weekOfLower: ("week of {0}", "{0} 当周")
    case .weeksOf: ("weeks of {0}", "{0} 各周")
    case .answerReach:
      (
        "Hours are short before anybody hired now could help. How soon could hiring bring {0} to "
          + "{1}? Run: {2}",
        "新招人员到岗前已有缺口。招聘最快何时能使{0}达到 {1} 人？运行：{2}"
      )
    case .answerOrder:
      (
        "{0} has to be told by {1}: {2} more {2|seat|seats} from {3}; up to {4} at once.",
        "{0} 最晚须在 {1} 下单：自 {3} 起新增 {2} 席，同时最多 {4} 席。"
      )
    case .answerOrdersMore:
      (
        "Further orders follow, the last by {0}.",
        "其后还有订单，最后一批须在 {0} 前下单。"
      )
    case .answerClasses:
      (
        "{0} hiring classes with {1} {1|person|people} in all start between {2} and {3}; the first has to be "
          + "decided by {4}.",
        "共开 {0} 个新人班，合计 {1} 人，开班日期 {2} 至 {3}；首班最晚须在 {4} 前决定。"
      )
    case .answerDecisions:
      (
        "{0} decisions, {5} classes with {1} {1|person|people} in all: they start between {2} and {3}; the "
          + "first has to be decided by {4}.",
        "{0} 项决定，共开 {5} 个新人班，合计 {1} 人，开班日期 {2} 至 {3}；首项最晚须在 {4} 前决定。"
      )
    case .answerOneDecision:
      (
        "One decision, {3} classes with {0} {0|person|people} in all: they start on {1}; it has to be taken by "
          + "{2}.",
        "1 项决定，开 {3} 个新人班，合计 {0} 人，{1} 开班；最晚须在 {2} 前决定。"
      )
    case .answerOneClass:
      (
        "One hiring class of {0} {0|person|people} starts on {1}; it has to be decided by {2}.",
        "开 1 个新人班，{0} 人，{1} 开班；最晚须在 {2} 前决定。"
      )
    case .answerNoClasses: ("No hiring class is started.", "不开新人班。")
    case .answerCost:
      (
        "A contact offered costs {0} {1} over the {2} weeks.",
        "{2} 周内每个进线成本 {0} {1}。"
      )
    case .answerCostOfWeek:
      ("A contact offered costs {0} {1} over the week.", "一周内每个进线成本 {0} {1}。")
    case .answerUnderBudget: ("The plan is {0} {1} within the budget.", "低于预算 {0} {1}。")
    case .answerOverBudget: ("The plan is {0} {1} over the budget.", "超出预算 {0} {1}。")
    case .answerInterval:
      (
        "In the scheduled days the worst interval is {0} at {1}: {2} positions short.",
        "排班日中最差时段为 {0} {1}：缺 {2} 个座席。"
      )
    case .answerIntervalLater:
      (
        "In the scheduled days the worst interval is {0} at {1}: {2} positions short, {3} of them of "
          + "work that may be done later.",
        "排班日中最差时段为 {0} {1}：缺 {2} 个座席，其中 {3} 个属可延后处理的工作。"
      )
    case .answerUnscheduled:
      (
        "There are no shifts for the week of {0}: the run was stopped before they were found.",
        "{0} 当周没有排班：运行在排出班次之前已被停止。"
      )
    case .answerIntervalsCovered:
      ("Every interval of the scheduled days is covered.", "排班日各时段均已满足。")
    case .answerEndStrength:
      (
        "At the end of the horizon {0} heads are missing to the strength that the policy asks for.",
        "期末较目标编制缺 {0} 人。"
      )
    case .answerLimit: ("The dearest limit: {0}", "影子价格最高的约束：{0}")
    case .fullStop: (".", "。")
    case .clauseMark: ("; ", "；")
    case .noRequirement: ("Nobody is needed in this horizon.", "本期无人力需求。")

    case .peakRequirement: ("Peak requirement", "峰值需求")
    case .positions: ("positions", "净座席")
    case .uncovered: ("Uncovered", "未覆盖")
    case .uncoveredScheduled: ("Short in the scheduled weeks", "排班周未覆盖")
    case .shareOfHours: ("{0} of {1} {1|net hour|net hours}", "占 {1} 净工时的 {0}")
    case .netHours: ("net hours", "净工时")
    case .worstIn: ("worst in the week of {0}", "最差周始于 {0}")
    case .cost: ("Cost", "成本")
    case .perContact: ("{0} {1} a contact", "每个进线 {0} {1}")
    case .hires: ("Hires", "招聘")
    case .people: ("people", "人")
    case .decideFirstBy: ("first decision by {0}", "首次决定不晚于 {0}")
    case .noHires: ("no class starts", "不开班")
    case .overtime: ("Extra hours", "加班")
    case .shiftOvertime: ("Overtime", "加班")
    case .paidHours: ("paid hours", "计薪工时")
    case .outsourced: ("Outsourced", "外包占比")
    case .billedHours: ("billed hours", "结算工时")
    case .ofBudget: ("{0} of the budget", "预算的 {0}")
    case .summary: ("Summary", "摘要")
    case .figure: ("Figure", "指标")
    case .value: ("Value", "数值")
    case .unit: ("Unit", "单位")
    case .ofRequirement: ("{0} of the requirement", "占需求 {0}")
    case .heaviestWeek: ("Heaviest week", "最繁忙的一周")
    case .contactsOffered: ("Contacts offered", "进线量")
    case .contactsLost: ("Contacts lost", "损失进线")
    case .contactsLate: ("Contacts late", "逾期进线")
    case .contactsUnhandled: ("Contacts not handled in time", "未及时处理进线")

    case .inHouse: ("Own people, normal hours", "自有人员正常班")
    case .inHouseUnused: ("Own people, not needed", "自有人员富余")
    case .vendors: ("Vendors", "外包商")
    case .own: ("Own people", "自有人员")

    case .week: ("Week of", "周（起始日）")
    case .weeklyTable: ("Requirement and supply by week, net hours", "每周需求与供给（净工时）")
    case .required: ("Required", "需求")
    case .queue: ("Queue", "队列")
    case .queueWeeksTable: ("Net hours by week and queue", "按周与队列的净工时")
    case .group: ("Staff group", "人员组")
    case .vendor: ("Vendor", "外包商")
    case .supplier: ("Whose people", "人员来源")
    case .heads: ("Heads", "人头")
    case .inTraining: ("In training", "培训中")
    case .inNesting: ("Nesting", "带教中")
    case .ramping: ("Ramping", "爬坡中")
    case .joined: ("Joined", "入职")
    case .left: ("Left", "离职")
    case .effectiveHeads: ("Effective heads", "有效人头")
    case .headcountTable: ("Headcount by week and group, gross", "每周各组人头（毛）")
    case .peopleTotalTable: ("Headcount by week, all groups, gross", "每周人头合计（毛）")
    case .classesTable: ("Hiring classes, by the day they have to be decided", "新人班（按最晚决定日）")
    case .hiringClass: ("Class", "班次")
    case .parallelClasses: ("In parallel", "并行班数")
    case .starts: ("Starts", "开班")
    case .firstContacts: ("First contacts", "首次接线")
    case .fullSpeed: ("Full speed", "达到熟练")
    case .graduates: ("Graduates", "预计结业")
    case .overtimeTable: ("Extra hours by week, group and pay class", "加班（按周、组与薪酬类别）")
    case .measuresTable:
      ("Endings, leave, time off and cross-training", "离岗、休假、减班与跨技能培训")
    case .measure: ("Measure", "措施")
    case .payClass: ("Pay class", "薪酬类别")
    case .netHoursGiven: ("Net hours", "净工时")
    case .vendorTable: ("Vendors by week", "外包商（按周）")
    case .seats: ("Seats", "席位")
    case .added: ("Added", "新增")
    case .billedOrdinary: ("Billed, ordinary days", "结算工时（平日）")
    case .billedHoliday: ("Billed, statutory holidays", "结算工时（法定节假日）")
    case .vendorOrdersTable:
      ("Vendor seats, by the day they have to be ordered", "外包席位（按最晚下单日）")
    case .orderBy: ("Order by", "最晚下单日")
    case .firstSeats: ("Seats from", "到位周")
    case .vendorMonthsTable: ("Vendor contracts by month, hours", "外包合同（按月，工时）")
    case .carriedTable: ("Work that waits over a week’s end", "跨周结转的工作")
    case .extraSeatsTable: ("Seats beyond the sites’ own", "加租席位")
    case .busiestHoursTable: ("The busiest hours of each week, net positions", "每周高峰时段（净座席）")
    case .site: ("Site", "职场")
    case .month: ("Month", "月份")
    case .active: ("Runs", "有效")
    case .committed: ("Committed", "承诺工时")
    case .setUpFee: ("Set-up fee", "启动费")
    case .shiftsTable: ("Seats by shift", "班次席位")
    case .date: ("Date", "日期")
    case .shift: ("Shift", "班次")
    case .start: ("Start", "开始")
    case .length: ("Hours", "时长")
    case .breaks: ("Breaks", "休息")
    case .seatCount: ("Seats", "席位数")
    case .coverageTable: ("Net requirement and staff by interval", "分时段净需求与在岗（净座席）")
    case .worstTable: ("The worst intervals, net positions", "缺口最大的时段（净座席）")
    case .missing: ("Short", "缺口")
    case .shortagesTable: ("Where hours are missing, and why", "缺口与原因")
    case .dayKind: ("Days", "日期类型")
    case .causes: ("What stood in the way", "受限于")
    case .ordinaryDays: ("ordinary days", "平日")
    case .statutoryHolidays: ("statutory holidays", "法定节假日")
    case .yes: ("yes", "是")
    case .no: ("no", "否")
    case .costTable: ("Cost by what it pays for", "成本构成")
    case .category: ("What is paid", "项目")
    case .amount: ("Amount", "金额")
    case .shareOfCost: ("Share", "占比")
    case .costBySupplierTable: ("Cost by group and vendor", "成本（按人员组与外包商）")
    case .ledgerTable: ("Ledger of the plan", "计划台账")
    case .scheduleLedgerTable: ("Ledger of the scheduled weeks", "排班周台账")
    case .number: ("No.", "序号")
    case .quantity: ("Quantity", "数量")
    case .rate: ("Rate", "单价")
    case .multiplier: ("Factor", "倍数")
    case .rule: ("Rule", "规则")
    case .source: ("Source", "来源")
    case .path: ("Path", "路径")
    case .limitsTable: ("Limits that bind, dearest first", "起作用的约束（按可节省金额排序）")
    case .limit: ("Limit", "约束")
    case .worth: ("One more saves", "每增一单位可节省")
    case .perUnit: ("Per", "单位")
    case .queuesTable: ("Queues", "队列")
    case .method: ("How it is made", "方法")
    case .channel: ("Channel", "渠道")
    case .volume: ("Contacts", "进线量")
    case .peakPositions: ("Peak positions, net", "峰值净座席")
    case .eventsTable: ("Events", "活动")
    case .event: ("Event", "活动")
    case .window: ("Window, hours", "持续（小时）")
    case .notified: ("We were told", "告知日期")
    case .platform: ("Platform", "平台")
    case .solverTable: ("Programs solved", "求解情况")
    case .program: ("Program", "程序")
    case .rows: ("Rows", "行")
    case .columns: ("Columns", "列")
    case .integers: ("Integers", "整数列")
    case .status: ("Status", "状态")
    case .gap: ("Gap", "间隙")
    case .bound: ("Bound", "界")
    case .objective: ("Objective", "目标值")
    case .inputsTable: ("Files read", "读取的文件")
    case .file: ("File", "文件")
    case .hash: ("SHA-256", "SHA-256")
    case .bytes: ("Bytes", "字节")
    case .overridesTable: ("Overrides of the base scenario", "相对基线的修改")
    case .baseValue: ("Base", "基线")
    case .seed: ("Seed", "随机种子")
    case .versions: ("Program", "程序版本")
    case .solver: ("Solver", "求解器")
    case .horizon: ("Horizon", "规划期")
    case .timeZone: ("Time zone", "时区")
    case .currency: ("Currency", "币种")
    case .requirementTable: ("Net requirement by interval and queue", "分时段净需求（按队列）")
    case .load: ("Load, erlangs", "话务强度（爱尔兰）")
    case .driver: ("Decided by", "决定因素")
    case .serviceLevel: ("Service level", "服务水平")
    case .occupancy: ("Occupancy", "占用率")
    case .handleTime: ("Handle time, s", "处理时长（秒）")
    case .peopleLeft: ("Left", "离职")
    case .washedOut: ("Lost in training", "培训淘汰")
    case .headsAtStart: ("Heads at the start", "期初人头")
    case .headsAtEnd: ("Heads at the end", "期末人头")
    case .joinedClasses: ("Joined in classes", "新人班入职")

    case .captionSupply:
      (
        "Net hours on contacts by week. The line is the requirement; hatched in red is what nobody "
          + "covers. Point at a week for its numbers.",
        "每周净工时。折线为需求；红色斜线为缺口。将鼠标移到某一周可查看数值。"
      )
    case .captionPeakDay:
      (
        "Positions on contacts through {0}, all queues. The line is the requirement.",
        "{0} 各时段净座席（全部队列）。折线为需求。"
      )
    case .captionBusiestDay:
      (
        "Positions on contacts through {0}, all queues: of the scheduled days the one that needs "
          + "most. The peak of the horizon, {1}, is not scheduled. The line is the requirement.",
        "{0} 各时段净座席（全部队列）：排班日中需求最高的一天。规划期高峰 {1} 未排班。折线为需求。"
      )
    case .captionHeatmap:
      (
        "Staffed less required positions by interval, all queues. Where any queue is short, its "
          + "shortage is shown, a dot marks the cell, and spare people elsewhere do not hide it.",
        "各时段在岗减需求（全部队列）。任一队列有缺口时显示缺口并以圆点标记。"
      )
    case .captionHeads:
      (
        "People on the payroll from the day before the horizon to its last week, training included.",
        "规划期内在册人头变化（含培训）。"
      )
    case .captionClasses:
      (
        "Each row is a hiring class; the diamond is the last day on which it can be decided, the "
          + "shades are the share of an experienced agent’s output.",
        "每行为一个新人班；菱形为最晚决定日，颜色深浅为熟练度。"
      )
    case .captionCost:
      ("What is paid over the horizon, from the ledger.", "规划期支付成本，取自台账。")
    case .noteLedger:
      (
        "The first {0} of {1} lines; all of them are in {2}.csv.",
        "显示前 {0} 行（共 {1} 行），完整台账见 {2}.csv。"
      )
    case .noteLimits:
      (
        "What one more unit saves: the program was solved again with it, the people of all other "
          + "classes and the contracts as planned. With ≤ it was not tried and is the shadow price: "
          + "a whole unit saves at most so much.",
        "将该约束放宽一单位后重新求解可节省的金额（其他新人班人数与合同不变）；带 ≤ 者未逐一求解，为影子价格，整一单位至多节省该金额。"
      )
    case .noteObjective:
      (
        "Objective and bound are in minor units of {0}: what is paid and what shortage is priced "
          + "at, near enough to compare programs; no bill.",
        "目标值与界以 {0} 的最小单位计，含支付成本与缺口计价，仅供比较求解结果，不作账单。"
      )
    case .programSolved:
      (
        "The program’s objective, shortage at its price, is {0}; {1}; {2}. It has {3} rows and {4} "
          + "columns, {5} of them whole ({6}).",
        "规划模型目标值（含缺口计价）为{0}；{1}；{2}。模型含 {3} 行、{4} 列，其中整数列 {5} 个（{6}）。"
      )
    case .provenBound: ("its proven bound {0}, the gap {1}", "已证明的下界为{0}，差距 {1}")
    case .noBound: ("there is no proven bound", "无已证明的下界")
    case .familiesActive: ("Families of rules in the program: {0}.", "模型中的规则类别：{0}。")
    case .listSeparator: (", ", "、")
    case .noteVendorMonths:
      (
        "A week belongs to the month of its fourth day, so a month may show hours of a week whose "
          + "contract month is the next.",
        "一周归入其第四天所在的月份，因此某月可能含有合同月为下月的那一周的工时。"
      )
    case .limitHit: ("{0} of {1} {1|program|programs} hit its limit", "{1} 个程序中 {0} 个达到求解上限")
    case .limitsHit: ("{0} of {1} programs hit their limits", "{1} 个程序中 {0} 个达到求解上限")
    case .shiftsGap:
      (
        "shifts of {0} {0|day|days}: largest gap {1} ({2}: {3})",
        "{0} 天班次：最大间隙 {1}（{2}：{3}）"
      )
    case .noteSchedule:
      ("No schedule was asked for: the scenario has no shifts.", "方案未定义班次，未生成班次表。")
    case .noteNoLimits: ("No limit binds.", "没有起作用的约束。")
    case .footPositions:
      (
        "Positions and net hours are time on contacts in terms of an experienced agent, net of "
          + "shrinkage and schedule losses; paid and billed hours are what is paid for.",
        "净座席与净工时以熟练坐席折算并已扣除损耗；计薪与结算工时为付费工时。"
      )
    case .footMoney:
      (
        "Money is exact to the minor unit: each ledger line is rounded once. Priced shortage is "
          + "not part of the cost.",
        "金额精确到最小货币单位，每行台账只取整一次；缺口计价不计入成本。"
      )
    case .checked:
      (
        "{0} to {1}, {2} {2|queue|queues}, {3} staff {3|group|groups}, {4} {4|vendor|vendors}, "
          + "{5} {5|event|events}, {6} {6|file|files}",
        "{0} 至 {1}，{2} 个队列，{3} 个人员组，{4} 家外包商，{5} 个活动，{6} 个文件"
      )
    case .footTimes: ("Times are local to {0}; weeks begin on {1}.", "时间为 {0} 当地时间；每周始于{1}。")
    case .weekOf: ("Week of {0}", "{0} 起的一周")
    case .hours: ("hours", "小时")
    case .headsUnit: ("heads", "人")
    case .contacts: ("contacts", "个进线")
    case .pricedNotPaid: ("priced, not paid", "计价不支付")
    }
  }
}
