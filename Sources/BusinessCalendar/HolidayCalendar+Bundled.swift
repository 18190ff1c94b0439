extension HolidayCalendar {
  /// The ids of the calendars that come with PeakPlan, in alphabetical order.
  public static let bundledIDs = ["CN", "GB-ENG", "GB-SCT", "IN", "JP", "PH", "US"]

  /// The calendar with this id that comes with PeakPlan, or `nil`; `GB` is that of England and
  /// Wales.
  public static func bundled(_ id: String) -> HolidayCalendar? {
    switch id {
    case "CN": china
    case "GB", "GB-ENG": england
    case "GB-SCT": scotland
    case "IN": india
    case "JP": japan
    case "PH": philippines
    case "US": unitedStates
    default: nil
    }
  }

  // Each is read from its table once, when it is first asked for.
  private static let china = BundledCalendar.china.calendar()
  private static let england = BundledCalendar.england.calendar()
  private static let scotland = BundledCalendar.scotland.calendar()
  private static let india = BundledCalendar.india.calendar()
  private static let japan = BundledCalendar.japan.calendar()
  private static let philippines = BundledCalendar.philippines.calendar()
  private static let unitedStates = BundledCalendar.unitedStates.calendar()
}
