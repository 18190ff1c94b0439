public import BusinessCalendar
public import Units

/// On what terms the people of a group are employed, and when and at what cost that ends.
public struct Employment: Sendable, Hashable, Codable {
  /// The kind of employment, as the law tells them apart.
  public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    /// A contract with us, full time, with no end or a fixed one.
    case permanent
    /// A contract with us with few hours a week, which the law may limit.
    case partTime = "part-time"
    /// A contract with us for a season.
    case seasonal
    /// People of a labour agency under our direction; the law may limit their share.
    case dispatched
    /// Students on placement: no overtime, nights, rest days or holidays, and a limited share.
    case intern

    /// Whether the people have a contract of employment with us.
    public var hasContract: Bool { self != .dispatched && self != .intern }
  }

  /// The kind.
  public var kind: Kind
  /// The legal entity they belong to; `nil` for that of every group that names none.
  public var legalEntity: LegalEntity.ID?
  /// The last day of everybody in the group; `nil` for none.
  public var lastDay: LocalDate?
  /// Weeks from the first day of training to the end of each person's contract; `nil` for no end.
  public var contractWeeks: Int?
  /// What is due for each person whose contract ends.
  public var endingCost: Money

  /// Terms of employment.
  public init(
    kind: Kind = .permanent, legalEntity: LegalEntity.ID? = nil, lastDay: LocalDate? = nil,
    contractWeeks: Int? = nil, endingCost: Money = .zero
  ) {
    self.kind = kind
    self.legalEntity = legalEntity
    self.lastDay = lastDay
    self.contractWeeks = contractWeeks
    self.endingCost = endingCost
  }
}

/// An employer in law, with the people of it who are in no staff group.
public struct LegalEntity: Sendable, Hashable, Codable {
  /// The entity's key in the scenario.
  public typealias ID = Identifier<LegalEntity>

  /// The key in the scenario.
  public let id: ID
  /// The name people know it by.
  public let name: String
  /// People with a contract of employment who are in no staff group of the scenario.
  public let otherStaff: Headcount

  /// A legal entity.
  public init(id: ID, name: String, otherStaff: Headcount) {
    self.id = id
    self.name = name
    self.otherStaff = otherStaff
  }
}
