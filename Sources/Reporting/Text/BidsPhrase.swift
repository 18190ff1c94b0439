internal import Quoting

/// A phrase of the comparison of bids, in the words of each language.
enum BidsPhrase: CaseIterable {
  case title, bestAt, bestAll, beats, beatsNone, safest, awardIs, awardOne, limitsCost, awardsTried,
    awardsCut
  case totalsTable, totalsNote, option, form, lowVolume, baseVolume, highVolume, rank
  case largestRegret, inHouse, awardOf, volumeForm, capacityForm
  case detailsTable, detailsNote, volume, paid, ofUs, invoice, beside, missing, covered,
    lostContacts
  case perHour, impossible
  case clausesTable, clausesNote, noClauses, clause, saves, savesInFull, weeks, bid, costsMost
  case invoiceTable, invoiceFor, amount, hours, vat, clientSide
  case contractsLead, contractsVolume, contractsCapacity, flip, flipBelow, noContracts
  case trap, contactTrap, trapMonths, trapNoMonth, awardTable, share, seats
  case kicker, choices, offers, award, forms, decisive, invoices, costs, sum
  case bestChoice, savedAgainstOwn
  case termsTable, price, perUnit, onHolidays, dueAnyway, notice, ramp, mostOfferedSeats, output
  case serviceLevel, financing, serviceColumn, paidAfter, serviceExpected
  case malusBelow, malusPerPoint, bonusFrom, bonusPerPoint, serviceCap
  case seatsAtLeast, hoursAMonth, contactsAMonth, spendAMonth, feeAMonth, feeAtStart, feeAtEnd

  var row: (english: String, chinese: String) {
    switch self {
    case .title: ("Bids for: {0}", "投标比较：{0}")
    case .bestAt: ("{0} volume ({1}): {2} costs least, {3}.", "{0}业务量（{1}）：{2}总成本最低，{3}。")
    case .bestAll:
      ("Whatever volume comes, {0} costs least.", "无论业务量高低，{0}总成本都最低。")
    case .beats:
      ("At the base volume that is {0} less than in house alone.", "基准业务量下比自营节省{0}。")
    case .beatsNone:
      ("At the base volume no bid is cheaper than in house alone.", "基准业务量下没有任何投标比自营便宜。")
    case .safest:
      (
        "The smallest regret has {0}: at most {1} more than the best choice, whichever volume comes.",
        "后悔值最小的是{0}：无论业务量如何，最多比最优方案多花{1}。"
      )
    case .awardIs:
      ("The best award within the limits goes to {0}.", "在授标限制内，最优授标给{0}。")
    case .awardOne:
      ("No award to several vendors is possible within the limits.", "在授标限制内没有可行的多家授标。")
    case .limitsCost:
      (
        "That is {0} more than the best bid alone: the price of the limits.",
        "比最优单家投标多{0}，即授标限制的代价。"
      )
    case .awardsTried: ("{0} {0|combination was|combinations were} tried.", "共试算{0}种组合。")
    case .awardsCut:
      (
        "There are more combinations; those of the cheapest bids were tried.",
        "组合数更多，仅试算了最便宜投标的组合。"
      )
    case .totalsTable: ("What each choice costs, at plan cost", "各方案的计划成本")
    case .totalsNote:
      (
        "Total: what is paid, and what is missing at the scenario’s prices; the plan is made anew for "
          + "each choice and volume. Regret: the most that a choice costs more than the best one.",
        "总成本为实付金额加上缺口（按方案定价）；每个方案、每档业务量均重新求解计划。后悔值：比最优方案最多多花的金额。"
      )
    case .option: ("Choice", "方案")
    case .form: ("Paid for", "计费方式")
    case .lowVolume: ("Low", "低")
    case .baseVolume: ("Base", "基准")
    case .highVolume: ("High", "高")
    case .rank: ("Rank", "名次")
    case .largestRegret: ("Regret", "后悔值")
    case .inHouse: ("In house alone", "自营")
    case .awardOf: ("Best award", "最优授标")
    case .volumeForm: ("use", "用量")
    case .capacityForm: ("capacity", "产能")
    case .detailsTable: ("What it is made of, and what it gives", "成本构成与保障")
    case .detailsNote:
      (
        "Beside: vendor management, transition, oversight and VAT that is not got back, less what paying "
          + "later is worth. An effective "
          + "hour is an hour of an experienced agent of ours, without what comes back; it costs "
          + "invoice and beside over the vendor’s effective hours. Covered: of the net hours needed.",
        "附加成本：供应商管理、交接、监督以及不可抵扣的税额，减去延期付款的价值。有效工时按我方熟练坐席计，不含退回的工作；"
          + "其单价为（账单＋附加成本）÷供应商有效工时。覆盖率按所需净工时计。"
      )
    case .volume: ("Volume", "业务量")
    case .paid: ("Paid", "实付")
    case .ofUs: ("In house", "自有人员")
    case .invoice: ("Invoice", "账单")
    case .beside: ("Beside", "附加成本")
    case .missing: ("Missing, priced", "缺口（计价）")
    case .covered: ("Covered", "覆盖率")
    case .lostContacts: ("Contacts lost", "流失量")
    case .perHour: ("Effective hour", "有效工时单价")
    case .impossible: ("rules contradict each other", "规则互相矛盾")
    case .clausesTable: ("What the clauses cost", "各项条款的代价")
    case .clausesNote:
      (
        "What setting the clause aside would save in the plan with that bid alone, base volume; the "
          + "other classes and contracts are held.",
        "在仅用该投标、基准业务量的计划中取消该条款可节省的金额；其他新人班与合同保持不变。"
      )
    case .noClauses: ("No clause of a bid costs anything at the base volume.", "基准业务量下没有条款产生代价。")
    case .clause: ("Clause", "条款")
    case .saves: ("Saves", "可节省")
    case .savesInFull: ("Decided anew", "全部重新决策")
    case .weeks: ("Binds in the weeks of", "起作用的周")
    case .bid: ("Bid", "投标")
    case .costsMost:
      (
        "{0}: what decides is the {1}; without it the plan would cost {2} less.",
        "{0}：关键在于{1}；若无此条，计划可少花{2}。"
      )
    case .invoiceTable: ("What the invoices are made of, base volume", "账单构成（基准业务量）")
    case .invoiceFor: ("For", "项目")
    case .amount: ("Amount", "金额")
    case .hours: ("Billed hours", "结算工时")
    case .vat: ("VAT that is not got back", "不可抵扣税额")
    case .clientSide: ("our own cost of having the vendor", "我方配套成本")
    case .contractsLead:
      (
        "By volume or by capacity: beside {0} own hours a week, {1} hours to expect over all weeks and "
          + "volumes. {2} asks {3} an effective hour that overflows, {4} {5} for one kept ready; one that "
          + "nobody serves costs {6}.",
        "按用量还是按产能：自有人员每周{0}小时，各周各档业务量平均需{1}小时。{2}每有效工时{3}（按溢出计费），"
          + "{4}每预留有效工时{5}；无人处理的工时损失{6}。"
      )
    case .contractsVolume:
      (
        "By volume wins: {0} a week against {1} with the best {2} hours reserved.",
        "按用量更优：每周{0}，按产能（最优预留{2}小时）为{1}。"
      )
    case .contractsCapacity:
      (
        "By capacity wins: {1} a week with the best {2} hours reserved, against {0}.",
        "按产能更优：预留{2}小时时每周{1}，按用量为{0}。"
      )
    case .flip:
      (
        "It flips at {0} an effective hour by volume: a price of {1} for {2}.",
        "平衡点为按用量每有效工时{0}，即{2}报价{1}。"
      )
    case .flipBelow: ("By volume is the cheaper one below that.", "低于该价格时按用量更划算。")
    case .noContracts:
      (
        "By volume or by capacity: not both were bid, or our own people carry every week.",
        "按用量与按产能：未同时有两种报价，或自有人员已能承担每一周。"
      )
    case .trap:
      (
        "{0} has all-units prices: between {1} and {2} hours of a month cost more than {2} hours "
          + "({3} against {4} at the limit).",
        "{0}为全量阶梯价：每月{1}至{2}小时之间比{2}小时更贵（临界处{3}对{4}）。"
      )
    case .contactTrap:
      (
        "{0} has all-units prices: between {1} and {2} contacts of a month cost more than {2} "
          + "({3} against {4} at the limit).",
        "{0}为全量阶梯价：每月{1}至{2}件之间比{2}件更贵（临界处{3}对{4}）。"
      )
    case .trapMonths:
      ("Its plan lies there in {0}: order up to the limit.", "其计划在{0}落入该区间：应下单至阶梯起点。")
    case .trapNoMonth: ("No month of its plan lies there.", "其计划没有月份落入该区间。")
    case .awardTable: ("Who gets what, base volume", "授标分配（基准业务量）")
    case .share: ("Of outsourced", "占外包")
    case .seats: ("Most seats", "最多席位")
    case .kicker: ("Comparison of bids", "投标比较")
    case .choices: ("The choices", "各方案")
    case .offers: ("The bids", "各家报价")
    case .award: ("The award", "授标")
    case .forms: ("By volume or by capacity", "按用量还是按产能")
    case .decisive: ("What decides", "决定性条款")
    case .invoices: ("Invoices", "账单")
    case .costs: ("Costs", "成本构成")
    case .sum: ("Sum", "合计")
    case .bestChoice: ("Costs least, base volume", "基准业务量下成本最低")
    case .savedAgainstOwn: ("Less than in house", "比自营节省")
    case .termsTable: ("What is offered", "报价条件")
    case .price: ("Price", "单价")
    case .perUnit: ("For a", "计价单位")
    case .onHolidays: ("Holidays", "节假日")
    case .dueAnyway: ("Due in any case", "无论如何须付")
    case .notice: ("Notice (weeks)", "提前期（周）")
    case .ramp: ("Seats a week", "每周增席")
    case .mostOfferedSeats: ("Most seats", "席位上限")
    case .output: ("Output", "产出")
    case .serviceLevel: ("Bonus and malus to expect", "预期奖惩")
    case .financing: ("what paying later is worth", "延期付款的价值")
    case .serviceColumn: ("Bonus and malus", "服务水平奖惩")
    case .paidAfter: ("Paid after (days)", "账期（天）")
    case .malusBelow: ("−{1} below {0}", "低于{0}扣{1}")
    case .malusPerPoint: ("−{1} for a point below {0}", "低于{0}每点扣{1}")
    case .bonusFrom: ("+{1} from {0} on", "达到{0}奖{1}")
    case .bonusPerPoint: ("+{1} for a point above {0}", "高于{0}每点奖{1}")
    case .serviceCap: (" (at most {0})", "（上限{0}）")
    case .serviceExpected:
      (
        "{0}: {1} answered in time to expect; malus in {2} of months, bonus in {3}: {4} on its invoices.",
        "{0}：预期及时应答率{1}；{2}的月份扣罚，{3}的月份奖励，账单合计{4}。"
      )
    case .seatsAtLeast: ("{0} seats at least", "至少{0}席")
    case .hoursAMonth: ("{0} hours a month", "每月{0}小时")
    case .contactsAMonth: ("{0} contacts a month", "每月{0}件")
    case .spendAMonth: ("{0} spent a month", "每月最低消费{0}")
    case .feeAMonth: ("{0} a month", "每月{0}")
    case .feeAtStart: ("{0} at the start", "启动时{0}")
    case .feeAtEnd: ("{0} at the end", "终止时{0}")
    }
  }
}

extension Strings {
  /// A phrase of the comparison of bids with its marks filled.
  func bids(_ phrase: BidsPhrase, _ values: String...) -> String {
    filled(language == .chinese ? phrase.row.chinese : phrase.row.english, values)
  }

  /// The name of a volume.
  func name(of volume: BidVolume) -> String {
    switch volume {
    case .low: bids(.lowVolume)
    case .base: bids(.baseVolume)
    case .high: bids(.highVolume)
    }
  }
}
