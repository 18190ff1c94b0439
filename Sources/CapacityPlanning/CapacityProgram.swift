internal import BusinessCalendar
public import LinearProgramming
public import Scenarios
public import Staffing
internal import Units

/// The weekly mixed-integer program behind a capacity plan.
///
/// Sets: weeks *w*, groups *g*, queues *q*, vendors *v*, calendar months *m*, kinds of day *b*
/// (ordinary, statutory holiday). Leads and notices are deterministic, so they are bounds and not
/// constraints. Each family of constraints is a method with its formula. Money is in major units of
/// the currency, time in hours.
public struct CapacityProgram: Sendable {
  /// The program as it is solved and written to files.
  public internal(set) var program: LinearProgram

  let input: CapacityInput
  /// What each row means, in the order of the program.
  var rows: [RowNote] = []
  /// The objective by part.
  var parts: [(part: CostPart, sum: LinearExpression)] = []

  // Decisions. Unless said otherwise not negative.
  /// Heads past ramp and hazard bands.
  let pool: VariableFamily<GroupWeek>
  /// People who start in the classes of a week; whole.
  let hires: VariableFamily<GroupWeek>
  /// Classes that start in a week; whole.
  let classes: VariableFamily<GroupWeek>
  /// People already there for whom the site has no seat; only where that can happen.
  let unseated: VariableFamily<GroupWeek>
  /// Paid extra hours.
  let extra: VariableFamily<OvertimeKey>
  /// Net hours of a group for a queue.
  let work: VariableFamily<WorkKey>
  /// Seats of a vendor that run.
  let seats: VariableFamily<VendorWeek>
  /// Whether a vendor's contract runs in a month; only where it makes a difference.
  let active: VariableFamily<VendorMonth>
  /// Whether a contract starts in a month; only where the minimum is above a week's ramp, or where
  /// contracts have a least length or a cost of ending.
  let starting: VariableFamily<VendorMonth>
  /// Whether the contract ever starts.
  let setUp: VariableFamily<Int>
  /// Billed hours of a vendor for a queue.
  let billed: VariableFamily<WorkKey>
  /// Billed hours of a vendor that no queue needs: its minimum is paid all the same.
  let idle: VariableFamily<VendorWeek>
  /// Committed hours not used.
  let unused: VariableFamily<VendorMonth>
  /// Net hours that nobody covers, by slice of the price.
  let short: VariableFamily<ShortageKey>
  /// Heads missing at the end, a team.
  let missing: VariableFamily<Int>
  /// Further decisions about our own people, of the families that the scenario asks for.
  let staff: StaffDecisions
  /// Decisions of contracts with further clauses.
  let clauses: ClauseVariables
  /// Decisions of rarer rules.
  let relief: ReliefVariables

  /// The program of a scenario and what its queues require.
  public init(_ scenario: Scenario, requirement: StaffingRequirement) {
    self.init(
      CapacityInput(scenario, requirement: requirement), families: Set(CapacityFamily.allCases))
  }

  /// The program with the constraints of some families only, for their tests.
  init(_ input: CapacityInput, families: Set<CapacityFamily>) {
    self.input = input
    var program = LinearProgram("capacity plan of \(input.scenario.id)".shortened)
    let names = CapacityNames(input)
    let index = CapacityIndex(input)
    pool = program.variables("pool", over: index.groupWeeks, label: names.label)
    hires = program.variables(
      "hires", over: index.classStarts, kind: .integer, label: names.label,
      bounds: index.hireBounds)
    classes = program.variables(
      "classes", over: index.classStarts, kind: .integer, label: names.label,
      bounds: index.classBounds)
    unseated = program.variables(
      "unseated", over: index.crowdedWeeks, label: names.label, bounds: index.unseatedBounds)
    extra = program.variables("extra", over: index.extraWork, label: names.label)
    work = program.variables("work", over: index.groupWork, label: names.groupLabel)
    seats = program.variables("seats", over: index.vendorWeeks, label: names.label)
    active = program.variables(
      "active", over: index.contractMonths, kind: .binary, label: names.label)
    starting = program.variables(
      "starting", over: index.startMonths, upper: 1, label: names.label)
    setUp = program.variables("set up", over: index.setUps, upper: 1, label: names.vendorLabel)
    billed = program.variables("billed", over: index.vendorWork, label: names.vendorWorkLabel)
    idle = program.variables("idle", over: index.idleWeeks, label: names.label)
    unused = program.variables("unused", over: index.commitmentMonths, label: names.label)
    short = program.variables(
      "short", over: index.shortages, label: names.label, bounds: index.shortageBounds)
    missing = program.variables("missing", over: input.teams.indices, label: names.teamLabel)
    staff = StaffDecisions(input, in: &program, names)
    clauses = ClauseVariables(&program, index, names)
    relief = ReliefVariables(&program, index, names)
    self.program = program
    build(families)
  }

  private mutating func build(_ families: Set<CapacityFamily>) {
    if families.contains(.staffFlow) { addStaffFlow() }
    if families.contains(.classSize) { addClassSizes() }
    if families.contains(.trainers) { addTrainers() }
    if families.contains(.seats) { addSeats() }
    if families.contains(.dayParts) { addDayParts() }
    if families.contains(.staffHours) { addStaffHours() }
    if families.contains(.overtimePerWeek) { addOvertimePerWeek() }
    if families.contains(.overtimePerMonth) { addOvertimePerMonth() }
    if families.contains(.vendorSeats) { addVendorSeats() }
    if families.contains(.vendorRamp) { addVendorRamp() }
    if families.contains(.vendorHours) { addVendorHours() }
    if families.contains(.vendorMinimum) { addVendorMinimum() }
    if families.contains(.vendorContract) { addVendorContracts() }
    if families.contains(.vendorCommitment) { addVendorCommitments() }
    if families.contains(.contractLength) { addContractRuns() }
    if families.contains(.volumeTier) { addTiers() }
    if families.contains(.vendorLearning) { addLearning() }
    if families.contains(.vendorBatch) { addSeatBatches() }
    if families.contains(.vendorShare) { addVendorShares() }
    if families.contains(.vendorLanguage) { addVendorLanguages() }
    if families.contains(.bookedSlots) { addSlots() }
    if families.contains(.peakHours) { addPeakHours() }
    if families.contains(.outsourcing) { addOutsourcingLimits() }
    if families.contains(.cover) { addCover() }
    if families.contains(.endStrength) { addEndStrength() }
    if families.contains(.pin) { addPins() }
    addStaffFamilies(families)
    parts = objectiveParts()
    if families.contains(.budget) { addBudget() }
    program.objectiveName = "cost in \(input.scenario.currency.code)"
    program.minimize(parts.map(\.sum).total())
  }

  /// Adds a row and its note; a row without variables says nothing and is left out.
  mutating func require(_ name: String, _ relation: Relation, _ note: RowNote.Draft) {
    guard relation.expression.terms.contains(where: { $0.coefficient != 0 }) else { return }
    let constraint = program.require(name.shortened, relation)
    rows.append(RowNote(constraint: constraint, name: name.shortened, draft: note))
  }
}

extension String {
  /// The text cut to what a name of a program may be long; only ids of more than a hundred letters
  /// come near.
  var shortened: String {
    guard utf8.count > LinearProgram.longestName else { return self }
    var kept = self
    while kept.utf8.count > LinearProgram.longestName - 3 { kept.removeLast() }
    return kept + "…"
  }
}
