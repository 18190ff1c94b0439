/// A phrase of a workbook of costs, in the words of each language.
enum WorkbookPhrase: CaseIterable {
  case summary, plan, ledger, rules, inputs, provenance
  case title, inCurrency, total, byMonth, byKind, byGroup, month, kind, group, name, amount
  case line, date, site, queue, quantity, unit, unitRate, multiplier, rule, source, path, ruleNumber
  case contacts, eachContact, hours, eachHour, heads, eachHead, wage, perWhat, contractHours, onCost
  case netShare, vendor, price, committed, handleTime, channel, file, hash, setting, base, value
  case program, solver, seed

  var row: (english: String, chinese: String) {
    switch self {
    case .summary: ("Summary", "汇总")
    case .plan: ("Plan", "计划")
    case .ledger: ("Ledger", "明细账")
    case .rules: ("Rules", "计价规则")
    case .inputs: ("Inputs", "方案参数")
    case .provenance: ("Provenance", "数据来源")
    case .title: ("{0}: what it costs", "{0}：成本")
    case .inCurrency: ("Amounts in {0}, from {1} to {2}", "金额单位 {0}，{1} 至 {2}")
    case .total: ("Total", "合计")
    case .byMonth: ("By month", "按月")
    case .byKind: ("By kind", "按类别")
    case .byGroup: ("By group and vendor", "按人员组与外包商")
    case .month: ("Month from", "月份（首日）")
    case .kind: ("Kind", "类别")
    case .group: ("Group or vendor", "人员组/外包商")
    case .name: ("Name", "名称")
    case .amount: ("Amount", "金额")
    case .line: ("Line", "行号")
    case .date: ("Date", "日期")
    case .site: ("Site", "职场")
    case .queue: ("Queue", "队列")
    case .quantity: ("Quantity", "数量")
    case .unit: ("Unit", "单位")
    case .unitRate: ("Unit rate", "单价")
    case .multiplier: ("Multiplier", "倍数")
    case .rule: ("Rule", "规则")
    case .source: ("Source", "依据")
    case .path: ("Scenario path", "参数路径")
    case .ruleNumber: ("Rule no.", "规则编号")
    case .contacts: ("Contacts", "处理量")
    case .eachContact: ("A contact", "每件成本")
    case .hours: ("Productive hours", "有效工时")
    case .eachHour: ("An hour", "每工时成本")
    case .heads: ("Own heads", "自有人数")
    case .eachHead: ("A head", "人均成本")
    case .wage: ("Wage", "工资")
    case .perWhat: ("Per", "计价单位")
    case .contractHours: ("Hours a week", "周工时")
    case .onCost: ("Contributions", "社保公积金比例")
    case .netShare: ("Productive share of a paid hour", "有效工时占比")
    case .vendor: ("Vendor", "外包商")
    case .price: ("Price", "单价")
    case .committed: ("Committed hours a month", "月承诺工时")
    case .handleTime: ("Handle time, s", "处理时长（秒）")
    case .channel: ("Channel", "渠道")
    case .file: ("File", "文件")
    case .hash: ("SHA-256", "SHA-256")
    case .setting: ("Override", "覆盖项")
    case .base: ("Before", "原值")
    case .value: ("Value", "取值")
    case .program: ("Program", "程序")
    case .solver: ("Solver", "求解器")
    case .seed: ("Seed", "随机种子")
    }
  }
}

extension Strings {
  /// A phrase of a workbook, with `{0}` and so on replaced by `values`.
  func callAsFunction(_ phrase: WorkbookPhrase, _ values: String...) -> String {
    filled(language == .chinese ? phrase.row.chinese : phrase.row.english, values)
  }
}
