public import CapacityPlanning
public import Costing
public import Planning
public import Staffing

extension Strings: ExplanationWords {
  /// What a ledger line pays for.
  public func name(of category: CostCategory) -> String {
    let (english, chinese) =
      switch category {
      case .regularPay: ("Regular pay", "正常工资")
      case .paidHoliday: ("Statutory holidays off", "法定节假日带薪休假")
      case .trainingPay: ("Pay in training", "培训期工资")
      case .overtime: ("Overtime", "加班费")
      case .restDayWork: ("Rest-day work", "休息日加班")
      case .holidayWork: ("Statutory holiday work", "法定节假日加班")
      case .shiftDifferential: ("Night and other shift pay", "夜班等时段津贴")
      case .support: ("Support roles", "支持岗位")
      case .contributions: ("Employer’s contributions", "社保公积金")
      case .recruiting: ("Recruiting", "招聘")
      case .classes: ("Trainers and rooms", "培训师与场地")
      case .contractEnds: ("Ends of contracts", "合同期满补偿")
      case .redundancy: ("Redundancy", "裁员补偿")
      case .unusedLeave: ("Leave not taken", "未休年假工资")
      case .undertime: ("Voluntary time off", "自愿休假减薪")
      case .crossTraining: ("Cross-training", "跨技能培训")
      case .transfers: ("Transfers", "调岗")
      case .vendorHours: ("Vendor work", "外包服务")
      case .vendorSurcharge: ("Vendor surcharges", "外包加价")
      case .vendorCommitment: ("Unused commitment", "未用承诺量")
      case .vendorTier: ("Volume tiers", "外包阶梯价差")
      case .vendorExit: ("Ending contracts", "外包解约费")
      case .vendorSetUp: ("Vendor set-up", "外包启动费")
      case .seatOverflow: ("Further seats", "加租席位")
      case .notices: ("Proactive notices", "主动通知")
      case .shortage: ("Contacts not handled", "未处理进线")
      case .peakShortage: ("Missing in the busiest hours", "高峰时段缺口")
      case .overBudget: ("Weight of money above the budget", "超预算权重")
      case .endStrength: ("Heads missing at the end", "期末缺编")
      }
    return language == .chinese ? chinese : english
  }

  /// What decided a requirement.
  public func name(of driver: QueueRequirement.Driver) -> String {
    let (english, chinese) =
      switch driver {
      case .none: ("nothing", "无")
      case .serviceLevel: ("service level", "服务水平")
      case .averageSpeedOfAnswer: ("average speed of answer", "平均应答速度")
      case .abandonment: ("abandonment", "放弃率")
      case .waitPercentile: ("longest wait", "最长等待")
      case .blocking: ("contacts turned away", "阻塞率")
      case .replyRate: ("reply rate", "回复率")
      case .occupancy: ("occupancy cap", "占用率上限")
      case .minimumPositions: ("minimum positions", "最低座席")
      case .workload: ("workload", "工作量")
      }
    return language == .chinese ? chinese : english
  }

  /// A kind of day, before the word "days".
  public func name(of bucket: DayBucket) -> String {
    let (english, chinese) =
      switch bucket {
      case .ordinary: ("ordinary", "普通日")
      case .statutoryHoliday: ("statutory holiday", "法定节假日")
      }
    return language == .chinese ? chinese : english
  }
}
