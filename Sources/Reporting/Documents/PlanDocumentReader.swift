internal import BusinessCalendar
public import CapacityPlanning
public import Costing
internal import Foundation
public import Planning
public import Scenarios
internal import Units

/// A capacity plan and its ledger, read back from a document that `plan --json` wrote.
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
  private let body: PlanBody

  /// The document in `text`, with the schema `peakplan/plan/1`.
  public init(_ text: String) throws(Unreadable) {
    let data = Data(text.utf8)
    let body: PlanBody
    let tree: Any
    do {
      let head = try JSONDecoder().decode(PlanHead.self, from: data)
      guard head.schema == "peakplan/plan/1" else {
        throw Unreadable(
          description: "the schema is \(head.schema), this version reads peakplan/plan/1")
      }
      body = try JSONDecoder().decode(PlanBody.self, from: data)
      tree = try JSONSerialization.jsonObject(with: data)
    } catch let error as Unreadable {
      throw error
    } catch let error as DecodingError {
      throw Unreadable(description: error.inWords)
    } catch {
      throw Unreadable(description: "it is no JSON document")
    }
    self.body = body
    scenario = body.scenario.id
    provenance = body.provenance.value
    unknownMembers = UnreadMembers.find(in: tree, read: body.capacity)
  }

  /// The capacity plan in a scenario's currency.
  public func capacity(of scenario: Scenario) throws(Unreadable) -> CapacityPlan {
    try body.capacity.plan(solver: body.solver, in: scenario.currency)
  }

  /// The ledger in a scenario's currency, amounts as they are stated.
  public func cost(of scenario: Scenario) throws(Unreadable) -> CostStatement {
    guard body.cost.currency == scenario.currency.code else {
      throw Unreadable(
        description: "cost.currency is \(body.cost.currency), the scenario's is "
          + scenario.currency.code)
    }
    return CostStatement(
      currency: scenario.currency,
      lines: try body.cost.lines.values("cost.lines", in: scenario.currency),
      scheduleLines: try body.cost.scheduleLines.values(
        "cost.scheduleLines", in: scenario.currency))
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
  let cost: WrittenCost
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
