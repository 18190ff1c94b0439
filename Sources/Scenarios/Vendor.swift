public import Contracts
public import Units

/// An outsourcer that serves us.
public struct Vendor: Sendable, Equatable, Codable {
  /// The vendor's key in the scenario.
  public typealias ID = Identifier<Vendor>

  /// The key in the scenario.
  public let id: ID
  /// The name people know it by.
  public let name: String
  /// The queues it may take; those it may not are already left out.
  public let skills: [Queue.ID]
  /// What it charges.
  public package(set) var terms: ContractTerms
  /// Weeks from the order to the first seat.
  public package(set) var noticeWeeks: Int
  /// Seats it can add in a week.
  public package(set) var rampPerWeek: Headcount
  /// The fewest seats while the contract runs.
  public package(set) var minimumSeats: Headcount
  /// The most seats.
  public package(set) var maximumSeats: Headcount
  /// Billed hours of one seat in a week.
  public let hoursPerSeat: WorkTime
  /// Seats already running when the horizon starts.
  public let initialSeats: Headcount
  /// Output of a billed hour as a share of an experienced agent's net hour of ours.
  public let proficiency: Share
  /// The language its people work in, where it matters.
  public let language: String?
  /// Clauses that few contracts have; `nil` for none of them.
  public package(set) var clauses: VendorClauses?

  /// A vendor; the scenario reader has checked every value.
  public init(
    id: ID, name: String, skills: [Queue.ID], terms: ContractTerms, noticeWeeks: Int,
    rampPerWeek: Headcount, minimumSeats: Headcount, maximumSeats: Headcount,
    hoursPerSeat: WorkTime, initialSeats: Headcount, proficiency: Share, language: String?,
    clauses: VendorClauses? = nil
  ) {
    self.id = id
    self.name = name
    self.skills = skills
    self.terms = terms
    self.noticeWeeks = noticeWeeks
    self.rampPerWeek = rampPerWeek
    self.minimumSeats = minimumSeats
    self.maximumSeats = maximumSeats
    self.hoursPerSeat = hoursPerSeat
    self.initialSeats = initialSeats
    self.proficiency = proficiency
    self.language = language
    self.clauses = clauses
  }
}
