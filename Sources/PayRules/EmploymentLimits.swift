public import BusinessCalendar
public import Units

/// What a law says of kinds of employment: how many people of a kind an employer may have, and when
/// they may work. Data with effective date and sources; nothing here is legal advice.
public struct EmploymentLimits: Sendable, Hashable, Codable {
  /// A share of people, and where the rule stands.
  public struct Limit: Sendable, Hashable, Codable {
    /// The largest share, or the smallest where the rule asks for at least so much.
    public let share: Share
    /// The rule as a sentence.
    public let sentence: String
    /// Where it stands.
    public let source: RuleSource
  }

  /// Hours of the clock, over midnight.
  public struct Night: Sendable, Hashable, Codable {
    /// From when on it is night.
    public let from: LocalTime
    /// Until when.
    public let until: LocalTime
    /// The rule as a sentence.
    public let sentence: String
    /// Where it stands.
    public let source: RuleSource
  }

  /// The ISO 3166 code of the country.
  public let jurisdiction: String
  /// The first day the rules hold.
  public let effectiveFrom: LocalDate
  /// Dispatched people among those contracted and dispatched, of one employer.
  public let dispatchedShare: Limit?
  /// Interns among everybody, of one employer.
  public let internShareOfStaff: Limit?
  /// Interns among everybody in the same post.
  public let internShareOfPost: Limit?
  /// When interns do not work.
  public let internNight: Night?
  /// The least pay of an intern, as a share of the post's.
  public let internPay: Limit?
  /// The most hours a week of part-time people.
  public let partTimeHours: WorkTime?
  /// Where that stands.
  public let partTimeSource: RuleSource?

  /// The limits of a country's law in force on `date`; `nil` where we know none.
  public static func bundled(jurisdiction: String, on date: LocalDate) -> EmploymentLimits? {
    bundled.last { $0.jurisdiction == jurisdiction.prefix(2) && $0.effectiveFrom <= date }
  }

  /// All limits we know, by country and first day.
  public static let bundled: [EmploymentLimits] = [china].compactMap(\.self)

  /// China: dispatch since 2016 (the transition ended on 29 February), interns by the rules of 2021.
  private static let china: EmploymentLimits? = {
    guard let from = LocalDate(iso: "2022-01-01"), let late = LocalTime(hour: 22),
      let early = LocalTime(hour: 6)
    else { return nil }
    let dispatch = RuleSource(
      title: "Interim provisions on labour dispatch (2014, No. 22)", article: "Art. 4",
      evidence: .known)
    func interns(_ article: String) -> RuleSource {
      RuleSource(
        title: "Rules on internships of vocational students (2021)", article: article,
        evidence: .known)
    }
    return EmploymentLimits(
      jurisdiction: "CN", effectiveFrom: from,
      dispatchedShare: Limit(
        share: .percent(10),
        sentence: "dispatched people are at most a tenth of those contracted and dispatched",
        source: dispatch),
      internShareOfStaff: Limit(
        share: .percent(10), sentence: "interns are at most a tenth of the staff",
        source: interns("Art. 10")),
      internShareOfPost: Limit(
        share: .percent(20), sentence: "interns are at most a fifth of the people of a post",
        source: interns("Art. 10")),
      internNight: Night(
        from: late, until: early, sentence: "interns work no nights, here from 22:00 to 06:00",
        source: interns("Art. 17")),
      internPay: Limit(
        share: .percent(80), sentence: "interns are paid at least four fifths of the post's pay",
        source: interns("Art. 18")),
      partTimeHours: WorkTime(hours: 24),
      partTimeSource: RuleSource(
        title: "Labour Contract Law", article: "Art. 68", evidence: .known))
  }()
}
