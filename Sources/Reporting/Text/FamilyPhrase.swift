internal import CapacityPlanning

extension Strings {
  /// A family of rules of the capacity program.
  func words(_ family: CapacityFamily) -> String {
    language == .chinese ? family.row.chinese : family.row.english
  }
}

extension CapacityFamily {
  /// The family in both languages.
  fileprivate var row: (english: String, chinese: String) {
    switch self {
    case .staffFlow: ("people from week to week", "逐周人员流动")
    case .classSize: ("class sizes", "新人班规模")
    case .trainers: ("trainers", "培训师")
    case .staffHours: ("own people’s hours", "自有人员工时")
    case .overtimePerWeek: ("overtime a week", "每周加班")
    case .overtimePerMonth: ("overtime a month", "每月加班")
    case .seats: ("sites’ seats", "职场席位")
    case .vendorSeats: ("vendors’ seats", "外包席位")
    case .vendorRamp: ("vendors’ ramp", "外包增席速度")
    case .vendorHours: ("vendors’ hours", "外包工时")
    case .vendorMinimum: ("vendors’ minimum", "外包最低席位")
    case .vendorContract: ("contract months", "合同月份")
    case .vendorCommitment: ("commitments", "最低承诺")
    case .contractLength: ("contract length", "合同期限")
    case .volumeTier: ("price tiers", "阶梯价格")
    case .vendorLearning: ("vendors’ learning", "外包学习期")
    case .vendorBatch: ("batches of seats", "席位批次")
    case .vendorShare: ("a vendor’s share", "单一外包商份额")
    case .vendorLanguage: ("languages", "语言")
    case .bookedSlots: ("booked slots", "预约时段")
    case .peakHours: ("busiest hours", "高峰时段")
    case .carriedWork: ("work carried over", "跨周顺延工作")
    case .seatOverflow: ("further seats", "超额席位")
    case .budgetPrice: ("budget at a price", "预算（计价）")
    case .outsourcing: ("outsourced share", "外包比例")
    case .cover: ("cover", "需求覆盖")
    case .endStrength: ("strength at the end", "期末编制")
    case .budget: ("budget", "预算")
    case .pin: ("pins", "固定决策")
    case .overtimeRolling: ("overtime over several weeks", "多周滚动加班")
    case .recruiting: ("recruiting a month", "每月招聘")
    case .rooms: ("training rooms", "培训教室")
    case .dispatchedShare: ("share of dispatched people", "劳务派遣比例")
    case .internShare: ("share of interns", "实习生比例")
    case .internHours: ("interns’ hours", "实习生工时")
    case .contractEnds: ("ends of contracts", "合同到期")
    case .redundancy: ("redundancy", "裁员")
    case .leave: ("leave", "休假")
    case .undertime: ("undertime", "减时")
    case .fatigue: ("fatigue", "疲劳")
    case .timeOff: ("time off in lieu", "补休")
    case .crossTraining: ("cross-training", "交叉培训")
    case .transfers: ("transfers", "调岗")
    case .dayParts: ("seats by part of the day", "分时段席位")
    case .lead: ("recruiting lead", "招聘周期")
    }
  }
}
