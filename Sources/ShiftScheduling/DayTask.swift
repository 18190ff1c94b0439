/// What one day's program is to decide, and what is decided already.
struct DayTask: Sendable {
  /// The program's name, with the date.
  let name: String
  /// The pools.
  let pools: [Pool]
  /// The shifts that may start on the day.
  let families: [ShiftFamily]
  /// What is required from the day's first possible start to the next day's, and on to the end of
  /// the day's last shift.
  let demand: Demand
  /// Positions of people whose shift began before, and of those whom the outline has start on the
  /// next day, a pool and period.
  let present: [[Double]]
  /// The most people of each pool who may start.
  let people: [Double]
  /// The most paid hours of regular time of each pool.
  let hours: [Double]
  /// The most overtime hours of each pool.
  let overtimeHours: [Double]
  /// The most net hours of vendors, where limited.
  let outsourcedHours: OutsourcedHours
  /// People of each pool whose last shift ended, with its minute, the day before.
  let ended: [[(minute: Int, people: Int)]]
  /// People of each pool whom the outline has start early on the next day, with the minute.
  let startingNext: [[(minute: Int, people: Double)]]
  /// The most people of each pool who are there at all.
  let heads: [Int]
  /// The least minutes between two shifts of a person.
  let rest: Int
  /// Seats of each site.
  let sites: [SiteSeats]
  /// Seats taken by people whose shift began before, a site and period.
  let taken: [[Double]]
  /// How many of the periods are the day's own; in those after them its shifts meet the next day's.
  var ownPeriods = Int.max
}
