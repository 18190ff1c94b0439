internal import BusinessCalendar
public import CapacityPlanning
public import Costing
internal import Foundation
public import Planning
public import Scenarios
public import ShiftScheduling
internal import Units

/// A capacity plan and its ledger, read back from a document that `plan --json` wrote; or the plan
/// alone, from one of `capacity --json`.
///
/// The document names its scenario but does not hold it: whoever reads it brings the scenario
/// along. Parts of the objective are not in the document and stay empty; shadow prices are
/// approximate.
public struct PlanDocumentReader: Sendable {
  /// Why a document cannot be read.
  public struct Unreadable: Error, Sendable, CustomStringConvertible {
    /// What is wrong, and where.
    public let description: String
  }

  /// The id of the scenario it is a plan of.
  public let scenario: String
  /// Where the plan came from.
  public let provenance: Provenance
  /// Members of the plan that this version does not know, by their paths, in order.
  public let unknownMembers: [String]
  /// Whether it has a ledger: that of `capacity --json` has none.
  public var hasCost: Bool { body.cost != nil }
  /// The pins that were set beside the scenario's own, as they are written.
  public var pins: [String] { body.pinned?.pins.map(\.pin) ?? [] }
  private let body: PlanBody
  private let text: String

  /// The document in `text`, with the schema `peakplan/plan/1` or `peakplan/capacity/1`.
  public init(_ text: String) throws(Unreadable) {
    let data = Data(text.utf8)
    let body: PlanBody
    let tree: Any
    do {
      let head = try JSONDecoder().decode(PlanHead.self, from: data)
      guard PlanDocumentReader.schemas.contains(head.schema) else {
        throw Unreadable(
          description: "the schema is \(head.schema), and this version reads "
            + "\(PlanDocumentReader.schemas.joined(separator: " and ")): give what "
            + "`peakplan plan --json` or `peakplan capacity --json` writes")
      }
      body = try JSONDecoder().decode(PlanBody.self, from: data)
      guard body.cost != nil || head.schema != "peakplan/plan/1" else {
        throw Unreadable(description: "cost is missing")
      }
      tree = try JSONSerialization.jsonObject(with: data)
    } catch let error as Unreadable {
      throw error
    } catch let error as DecodingError {
      throw Unreadable(description: error.inWords)
    } catch {
      throw Unreadable(description: "it is no JSON document")
    }
    self.body = body
    self.text = text
    scenario = body.scenario.id
    provenance = body.provenance.value
    unknownMembers = UnreadMembers.find(in: tree, read: body.capacity)
  }

  /// The capacity plan in a scenario's currency.
  public func capacity(of scenario: Scenario) throws(Unreadable) -> CapacityPlan {
    try body.capacity.plan(solver: body.solver, in: scenario.currency)
  }

  /// The shift schedule, if there is one.
  public func schedule(of scenario: Scenario) throws(Unreadable) -> ShiftSchedule? {
    try body.schedule?.value(of: scenario)
  }

  /// The documents that are read.
  private static let schemas = ["peakplan/plan/1", "peakplan/capacity/1"]

  /// The ledger in a scenario's currency, amounts as they are stated.
  ///
  /// - Throws: ``Unreadable``, too, where the document has none; see ``hasCost``.
  public func cost(of scenario: Scenario) throws(Unreadable) -> CostStatement {
    guard let cost = body.cost else { throw Unreadable(description: "cost is missing") }
    guard cost.currency == scenario.currency.code else {
      throw Unreadable(
        description: "cost.currency is \(cost.currency), the scenario's is "
          + scenario.currency.code)
    }
    return CostStatement(
      currency: scenario.currency,
      lines: try cost.lines.values("cost.lines", in: scenario.currency),
      scheduleLines: try cost.scheduleLines.values(
        "cost.scheduleLines", in: scenario.currency))
  }
}

extension PlanDocumentReader {
  /// Where the document differs from what follows from `stages`, and how much of it was looked at.
  ///
  /// In `stages` are the scenario, its forecast and requirement computed anew, and the capacity plan,
  /// schedule and ledger as they were read: what the document states of these beside their own figures, such
  /// as totals, sums by category, contacts lost and heads of support roles, is added up from them
  /// again. The run's number and where the plan came from are not looked at.
  public func comparison(
    with stages: StageResults
  ) -> (sections: [ComparedSection], differences: [DocumentDifference]) {
    let again = PlanDocument(stages, provenance: provenance)
    let expected = hasCost ? again.document : again.document(of: .capacity)
    let tree = try? JSONSerialization.jsonObject(with: Data(text.utf8))
    guard case .object(let members) = expected, let parts = tree as? [String: Any] else {
      return ([], [])
    }
    // Members of the plan that nothing knows are told apart in ``unknownMembers``.
    let leftOut: Set<String> = ["run", "provenance", "pinned"]
    var sections: [ComparedSection] = []
    var differences: [DocumentDifference] = []
    for member in members {
      var comparison = DocumentComparison(leavingOut: leftOut)
      comparison.compare(parts[member.key], with: member.value, at: member.key)
      differences += comparison.differences.filter {
        $0.recomputed != "no such member" || !$0.path.hasPrefix("capacity")
      }
      sections.append(ComparedSection(name: member.key, figures: comparison.figures))
    }
    if hasCost, stages.schedule == nil, stages.scenario.shifts != nil {
      differences.append(
        DocumentDifference(
          path: "schedule", stated: "nothing", recomputed: "a schedule by the scenario's shifts"))
    }
    if body.solver.solver != provenance.solver {
      differences.append(
        DocumentDifference(
          path: "solver.solver", stated: body.solver.solver, recomputed: provenance.solver))
    }
    let known = Set(members.map(\.key)).union(leftOut)
    for key in parts.keys.sorted() where !known.contains(key) {
      differences.append(
        DocumentDifference(path: key, stated: "a member", recomputed: "no such member"))
    }
    return (sections.filter { $0.figures > 0 }, differences)
  }
}

/// What tells whether a document is one.
private struct PlanHead: Decodable {
  let schema: String
}

/// The members of a plan's document that are read.
struct PlanBody: Decodable, Sendable {
  struct ScenarioName: Decodable { let id: String }

  let scenario: ScenarioName
  let provenance: WrittenProvenance
  let solver: WrittenSolve
  let capacity: WrittenCapacity
  let cost: WrittenCost?
  let schedule: WrittenSchedule?
  let pinned: WrittenPins?
}

struct WrittenPins: Decodable, Sendable {
  struct Pin: Decodable, Sendable { let pin: String }

  let pins: [Pin]
}

struct WrittenProvenance: Decodable {
  struct Input: Decodable {
    let path: String
    let sha256: String
    let bytes: Int
  }
  struct Override: Decodable {
    let path: String
    let base: String?
    let value: String
  }

  let program: String
  let solver: String
  let seed: String
  let inputs: [Input]
  let overrides: [Override]

  var value: Provenance {
    Provenance(
      program: program, solver: solver, seed: UInt64(seed) ?? 0,
      inputs: inputs.map { .init(path: $0.path, sha256: $0.sha256, bytes: $0.bytes) },
      overrides: overrides.map { .init(path: $0.path, base: $0.base, value: $0.value) })
  }
}

extension DecodingError {
  /// The member and what is wrong with it.
  fileprivate var inWords: String {
    func path(_ context: Context, _ last: (any CodingKey)? = nil) -> String {
      let keys = context.codingPath + (last.map { [$0] } ?? [])
      return keys.map { $0.intValue.map { "[\($0)]" } ?? ".\($0.stringValue)" }.joined()
        .drop { $0 == "." }.description
    }
    switch self {
    case .keyNotFound(let key, let context): return "\(path(context, key)) is missing"
    case .valueNotFound(_, let context): return "\(path(context)) is null"
    case .typeMismatch(_, let context), .dataCorrupted(let context):
      let name = path(context)
      return name.isEmpty ? "it is no JSON document" : "\(name) is not what it should be"
    @unknown default: return "it is no plan"
    }
  }
}
