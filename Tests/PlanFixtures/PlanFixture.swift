public import BusinessCalendar
public import Costing
public import Planning
internal import Scenarios
public import Units

/// One small complete plan, written by hand: two weeks around the Chinese national day of 2026, two
/// queues, two groups, one vendor. Its numbers are round, so that a cost can be checked on paper.
///
/// 2026-09-21 is a Monday; 25 September (Mid-Autumn) and 1 to 3 October are statutory holidays, so
/// the weeks have 6 and 4 ordinary days.
public enum PlanFixture {
  /// The whole plan; its cost is what the accountant makes of its other stages.
  public static var plan: Plan {
    Plan(
      scenario: scenario(), forecast: forecast, requirement: requirement, capacity: capacity,
      schedule: schedule, cost: cost)
  }

  /// The plan's ledger.
  public static var cost: CostStatement {
    CostAccountant().statement(scenario: scenario(), capacity: capacity, schedule: schedule)
  }

  /// Where the plan comes from.
  public static let provenance = Provenance(
    program: "peakplan 0.1.0", solver: "GLPK 5.0", seed: 18_446_744_073_709_551_615,
    inputs: [
      .init(path: "history.csv", sha256: String(repeating: "0a", count: 32), bytes: 812),
      .init(path: "scenario.yaml", sha256: String(repeating: "f1", count: 32), bytes: 4_096),
    ],
    overrides: [
      .init(path: "queues.orders-chat.patience", base: "90 s", value: "60 s"),
      .init(path: "seed", base: nil, value: "18446744073709551615"),
    ])

  /// The first day of the first week, a Monday.
  public static let firstDay = date("2026-09-21")
  /// The plan's two weeks.
  public static let weeks = [Week(start: firstDay), Week(start: firstDay.adding(days: 7))]

  /// The date that `text` names.
  public static func date(_ text: String) -> LocalDate { LocalDate(iso: text) ?? .epoch }

  /// The moment that `text` names.
  public static func moment(_ text: String) -> LocalDateTime {
    LocalDateTime(text) ?? LocalDate.epoch.at(.midnight)
  }

  /// An amount in the fixture's currency, the yuan.
  public static func yuan(_ text: String) -> Money { currency.amount(text) ?? .zero }

  /// The amount as a plain decimal.
  public static func decimal(_ amount: Money) -> String { currency.decimal(amount) }

  /// The yuan.
  public static let currency = Currency(code: "CNY") ?? unknownCurrency
  private static var unknownCurrency: Currency { preconditionFailure("CNY is known") }
  static let zone = TimeZoneRules(identifier: "Asia/Shanghai") ?? .utc

  /// Statutory holidays on 25 September and on 1 to 3 October, nothing else.
  public static let calendar = HolidayCalendar(
    id: "CN", name: "China", coverage: DateRange(start: firstDay, days: 14),
    days: ["2026-09-25", "2026-10-01", "2026-10-02", "2026-10-03"].map {
      CalendarDay(date: date($0), kind: .statutoryHoliday, name: "Holiday")
    })

  static let chat = Queue.ID("orders-chat")
  static let cases = Queue.ID("refund-cases")
  static let wuhan = StaffGroup.ID("wuhan")
  static let evenings = StaffGroup.ID("evenings")
  static let changsha = Vendor.ID("changsha")
}
