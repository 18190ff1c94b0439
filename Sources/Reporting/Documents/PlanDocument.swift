internal import BusinessCalendar
internal import CapacityPlanning
public import Planning
internal import Scenarios
internal import Units

/// A plan, or one of its stages, as the JSON document that `--json` prints.
///
/// Keys are in camel case, ids as in the scenario, money as decimal strings beside one currency,
/// times in RFC 3339 with their offset. `docs/reference/json.md` lists the members.
public struct PlanDocument: Sendable {
  let stages: StageResults
  let provenance: Provenance
  let run: Int64?

  var scenario: Scenario { stages.scenario }

  /// The documents of `stages`; `run` is its number in the store, if it was kept.
  public init(_ stages: StageResults, provenance: Provenance, run: Int64? = nil) {
    self.stages = stages
    self.provenance = provenance
    self.run = run
  }

  /// The document of one stage, with its schema, run and provenance.
  public func document(of stage: PlanningStage) -> JSONValue {
    envelope(schema: stage.rawValue, body: solverMembers(of: stage) + [member(of: stage)])
  }

  /// The document of all stages that ran.
  public var document: JSONValue {
    envelope(
      schema: "plan", body: solverMembers(of: .cost) + PlanningStage.allCases.map(member))
  }

  private func member(of stage: PlanningStage) -> JSONValue.Member {
    switch stage {
    case .forecast: .init("forecast", stages.forecast.map(value) ?? .null)
    case .requirement: .init("requirement", stages.requirement.map(value) ?? .null)
    case .capacity: .init("capacity", stages.capacity.map(value) ?? .null)
    case .schedule: .init("schedule", stages.schedule.map(value) ?? .null)
    case .cost: .init("cost", stages.cost.map(value) ?? .null)
    }
  }

  private func solverMembers(of stage: PlanningStage) -> [JSONValue.Member] {
    switch stage {
    case .forecast, .requirement: []
    case .capacity, .schedule, .cost:
      [.init("solver", stages.capacity.map { solveReport($0.solve) } ?? .null)]
    }
  }

  private func envelope(schema: String, body: [JSONValue.Member]) -> JSONValue {
    let head: [JSONValue.Member] = [
      .init("schema", .string("peakplan/\(schema)/1")),
      .init("run", run.map { .integer($0) } ?? .null),
      .init("provenance", provenanceValue),
      .init(
        "scenario",
        [
          "id": .string(scenario.id), "name": .string(scenario.name),
          "question": .string(scenario.question),
          "currency": .string(scenario.currency.code),
          "timeZone": .string(scenario.timeZone.identifier),
          "start": .string("\(scenario.horizon.start)"),
          "end": .string("\(scenario.horizon.end)"),
          "slotMinutes": .integer(Int64(scenario.slotLength.minutes)),
        ]),
    ]
    return .object(head + body)
  }

  private var provenanceValue: JSONValue {
    [
      "program": .string(provenance.program), "solver": .string(provenance.solver),
      "seed": .string("\(provenance.seed)"),
      "inputs": .array(
        provenance.inputs.map {
          [
            "path": .string($0.path), "sha256": .string($0.sha256),
            "bytes": .integer(Int64($0.bytes)),
          ]
        }),
      "overrides": .array(
        provenance.overrides.map {
          ["path": .string($0.path), "base": JSONValue($0.base), "value": .string($0.value)]
        }),
    ]
  }

  func solveReport(_ report: SolveReport) -> JSONValue {
    [
      "program": .string(report.program), "solver": .string(report.solver),
      "status": .string(report.status), "objective": .number(major(report.objective)),
      "bound": JSONValue(report.bound.map(major)), "gap": JSONValue(report.gap?.value),
      "rows": .integer(Int64(report.rows)), "columns": .integer(Int64(report.columns)),
      "integers": .integer(Int64(report.integers)),
      "limitReached": .bool(report.isLimitReached),
    ]
  }

  // MARK: Quantities

  func major(_ minorUnits: Double) -> Double {
    minorUnits / Double(scenario.currency.minorUnitsPerMajor)
  }

  func money(_ amount: Money) -> JSONValue { .string(scenario.currency.decimal(amount)) }

  func hours(_ time: WorkTime) -> JSONValue { .number(time.hours) }

  func numbers(_ amounts: [some RealAmount]) -> JSONValue {
    .array(amounts.map { .number($0.value) })
  }

  func date(_ date: LocalDate) -> JSONValue { .string(date.description) }
}

extension Slot {
  /// The start in RFC 3339 with its offset, such as `2026-11-11T20:00:00+08:00`.
  var rfc3339: String {
    let local = Int64(date.dayNumber) * 86_400 + Int64(start.minutes) * 60
    let offset = (local - startInstant) / 60
    let magnitude = offset.magnitude
    let hours = padded(Int(magnitude / 60))
    let minutes = padded(Int(magnitude % 60))
    return "\(date)T\(start):00\(offset < 0 ? "-" : "+")\(hours):\(minutes)"
  }

  private func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
