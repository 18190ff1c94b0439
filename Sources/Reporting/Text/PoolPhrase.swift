/// A phrase of pools and support roles, in the words of each language.
enum PoolPhrase: CaseIterable {
  case poolsTable, poolsNote, pool, separate, pooled, saved, supportTable, supportNote, role, agents
  case exactHeads, wholePeople, netPositions
  case campaignsTable, attempt, attempts, reached, completes, completesPerAttempt, stoodInTheWay

  var row: (english: String, chinese: String) {
    switch self {
    case .poolsTable: ("Pools", "合并队列组")
    case .poolsNote:
      (
        "Net hours, before shrinkage: of the queues each with agents of its own, and worked together. "
          + "An interval in which together would need more stays apart.",
        "净工时（未计损耗）：各队列单独配置与合并应答的对比。合并不省人的时段仍按单独配置。"
      )
    case .pool: ("Pool", "队列组")
    case .netPositions: ("Positions, net of shrinkage", "净座席（已扣除损耗）")
    case .separate: ("Apart", "单独")
    case .pooled: ("Pooled", "合并")
    case .saved: ("Saved", "节省")
    case .supportTable: ("Support roles", "支持岗位")
    case .supportNote:
      (
        "Contracted heads, gross: agents on the payroll of the role’s groups times its span. Fractions "
          + "are paid; people are rounded up once.",
        "在编人数（毛）：所属人员组在编坐席乘以配比。按小数计薪，人数仅在最后向上取整一次。"
      )
    case .campaignsTable: ("Campaigns by attempt on a customer", "外呼活动：按拨打次序")
    case .attempt: ("Attempt", "第几次")
    case .attempts: ("Attempts", "拨打")
    case .reached: ("Reached", "接通")
    case .completes: ("Completes", "完成")
    case .completesPerAttempt: ("Completes per attempt", "每次拨打完成率")
    case .stoodInTheWay: ("What stood in the way", "原因")
    case .role: ("Role", "岗位")
    case .agents: ("Agents", "坐席")
    case .exactHeads: ("Heads", "人数（小数）")
    case .wholePeople: ("People", "人数（取整）")
    }
  }
}

extension Strings {
  /// A phrase of pools and support roles.
  subscript(_ phrase: PoolPhrase) -> String {
    language == .chinese ? phrase.row.chinese : phrase.row.english
  }
}
