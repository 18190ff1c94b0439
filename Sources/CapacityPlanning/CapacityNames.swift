internal import BusinessCalendar
internal import Scenarios

/// How decisions and limits are called: ids in names of rows and columns, names for people.
struct CapacityNames: Sendable {
  private let groups: [String]
  private let queues: [String]
  private let vendors: [String]
  private let sites: [String]
  private let weeks: [String]
  private let months: [String]
  private let learnt: [[String]]
  private let targets: [[String]]

  init(_ input: CapacityInput) {
    learnt = input.staff.indices.map { input.crossTraining($0).map(\.queue.rawValue) }
    targets = input.staff.indices.map { input.transfers($0).map(\.group.rawValue) }
    groups = input.scenario.staffGroups.map(\.id.rawValue)
    queues = input.scenario.queues.map(\.id.rawValue)
    vendors = input.scenario.vendors.map(\.id.rawValue)
    sites = input.scenario.sites.map(\.id.rawValue)
    weeks = input.calendar.weeks.map(\.description)
    months = input.calendar.months.map(\.description)
  }

  /// `wuhan,2026-11-09`.
  func label(_ key: GroupWeek) -> String { "\(groups[key.group]),\(weeks[key.week])" }
  /// `wuhan,workday,2026-11-09`.
  func label(_ key: OvertimeKey) -> String {
    "\(groups[key.group]),\(key.kind.rawValue),\(weeks[key.week])"
      + (key.part > 0 ? ",law \(key.part + 1)" : "")
  }
  /// `changsha,2026-11-09`.
  func label(_ key: VendorWeek) -> String { "\(vendors[key.vendor]),\(weeks[key.week])" }
  /// `changsha,2026-11`.
  func label(_ key: VendorMonth) -> String { "\(vendors[key.vendor]),\(months[key.month])" }
  /// `apparel-chat,2026-11-09,ordinary,slice 1`.
  func label(_ key: ShortageKey) -> String {
    "\(queues[key.queue]),\(weeks[key.week]),\(key.bucket.rawValue),slice \(key.tier + 1)"
  }
  /// `wuhan,2026-11`.
  func label(_ key: GroupMonth) -> String { "\(groups[key.group]),\(months[key.month])" }
  /// `wuhan,refund-voice,2026-11-09`.
  func label(_ key: CrossKey) -> String {
    "\(groups[key.group]),\(learnt[key.group][key.option]),\(weeks[key.week])"
  }
  /// `wuhan,refund-voice,2026-11-09,ordinary`.
  func label(_ key: LentKey) -> String {
    "\(groups[key.group]),\(learnt[key.group][key.option]),\(weeks[key.week]),"
      + key.bucket.rawValue
  }
  /// `wuhan,changsha-team,2026-11-09`.
  func transferLabel(_ key: CrossKey) -> String {
    "\(groups[key.group]),\(targets[key.group][key.option]),\(weeks[key.week])"
  }
  /// `wuhan`.
  func groupLabel(_ group: Int) -> String { groups[group] }

  /// `wuhan,apparel-chat,2026-11-09,ordinary`.
  func groupLabel(_ key: WorkKey) -> String { "\(groups[key.supplier]),\(rest(of: key))" }
  /// `changsha,apparel-chat,2026-11-09,ordinary`.
  func vendorWorkLabel(_ key: WorkKey) -> String { "\(vendors[key.supplier]),\(rest(of: key))" }
  /// `changsha`.
  func vendorLabel(_ vendor: Int) -> String { vendors[vendor] }
  /// `team 1`.
  func teamLabel(_ team: Int) -> String { "team \(team + 1)" }

  func queueLabel(_ queue: Int) -> String { queues[queue] }
  func siteLabel(_ site: Int) -> String { sites[site] }
  func weekLabel(_ week: Int) -> String { weeks[week] }

  private func rest(of key: WorkKey) -> String {
    "\(queues[key.queue]),\(weeks[key.week]),\(key.bucket.rawValue)"
  }
}

extension Week {
  /// `the week of 9 November`, for people.
  var inWords: String { "the week of \(start.inWords)" }
}

extension LocalDate {
  /// `9 November`, for people.
  var inWords: String { "\(day) \(yearMonth.nameOfMonth)" }
}

extension YearMonth {
  /// `November`.
  var nameOfMonth: String {
    let names = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December",
    ]
    return names[month - 1]
  }

  /// `November 2026`.
  var inWords: String { "\(nameOfMonth) \(year)" }
}

extension CapacityInput {
  /// `the week of 2026-11-09`: the form in names of rows.
  func weekName(_ week: Int) -> String { "the week of \(calendar.weeks[week])" }

  /// ` on the holidays of` or ` in`, before a week's name.
  func preposition(_ bucket: DayBucket) -> String {
    bucket == .ordinary ? "in" : "on the holidays of"
  }

  func groupID(_ group: Int) -> String { scenario.staffGroups[group].id.rawValue }
  func queueID(_ queue: Int) -> String { queues[queue].id.rawValue }
  func vendorID(_ vendor: Int) -> String { scenario.vendors[vendor].id.rawValue }

  /// The name people know a group by, else its id.
  func groupName(_ group: Int) -> String {
    let name = scenario.staffGroups[group].name
    return name.isEmpty ? groupID(group) : name
  }

  /// The name people know a vendor by, else its id.
  func vendorName(_ vendor: Int) -> String {
    let name = scenario.vendors[vendor].name
    return name.isEmpty ? vendorID(vendor) : name
  }

  /// The name people know a queue by, else its id.
  func queueName(_ queue: Int) -> String {
    queues[queue].name.isEmpty ? queueID(queue) : queues[queue].name
  }
}
