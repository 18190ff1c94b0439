internal import BusinessCalendar
public import Costing
internal import Foundation
public import Planning
public import Scenarios
internal import Units

/// A budget as the file that finance keeps: its months, where they come from, and a seal by which a
/// changed file is known.
public struct BudgetDocument: Sendable {
  /// Why a file is no budget.
  public struct Unreadable: Error, Sendable, CustomStringConvertible {
    /// What is wrong.
    public let description: String
  }

  /// The budget.
  public let budget: Budget
  /// What finance calls it; empty for nothing.
  public let name: String
  /// The id of the scenario it is a plan of.
  public let scenario: String
  /// Where the plan came from: the files with their hashes, what was overridden, the solver.
  public let provenance: Provenance
  /// The hash of the plan's ledger, line by line.
  public let ledgerHash: String

  /// The file of a budget.
  public init(
    _ budget: Budget, name: String, scenario: Scenario, provenance: Provenance, ledgerHash: String
  ) {
    self.budget = budget
    self.name = name
    self.scenario = scenario.id
    self.provenance = provenance
    self.ledgerHash = ledgerHash
  }

  /// The file's text, sealed with the hash of all before the seal.
  public func text(hash: (String) -> String) -> String {
    guard case .object(let members) = body else { return "" }
    let seal = JSONValue.Member("sha256", .string(hash(body.text)))
    return JSONValue.object(members + [seal]).text
  }

  private var currency: Currency { budget.currency }

  private var body: JSONValue {
    [
      "schema": "peakplan/budget/1", "name": .string(name), "scenario": .string(scenario),
      "currency": .string(currency.code), "total": .string(currency.decimal(budget.total)),
      "provenance": [
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
      ],
      "ledgerSha256": .string(ledgerHash),
      "vendorProficiency": .number(budget.vendorProficiency.value),
      "months": .array(budget.months.map(value)),
    ]
  }

  private func value(of month: MonthFigures) -> JSONValue {
    [
      "month": .string(month.month.description), "total": .string(currency.decimal(month.total)),
      "heads": .number(month.heads.value), "regularHours": .number(month.regularTime.hours),
      "overtimeHours": .number(month.overtimeTime.hours),
      "productiveHours": .number(month.productiveTime.hours),
      "vendorHours": .number(month.vendorTime.hours),
      "queues": .array(
        month.queues.map { queue in
          [
            "queue": .string(queue.queue.rawValue), "contacts": .number(queue.contacts.value),
            "handleTimeSeconds": .number(queue.handleTime.inSeconds),
            "concurrency": .integer(Int64(queue.concurrency)),
          ]
        }),
      "amounts": .array(
        month.amounts.map {
          ["kind": .string($0.kind.key), "amount": .string(currency.decimal($0.amount))]
        }),
    ]
  }

  // MARK: Reading

  /// The budget in a file's text.
  ///
  /// - Throws: when the text is no budget, or was changed after it was locked.
  public init(_ text: String, hash: (String) -> String) throws(Unreadable) {
    let stated: Stated
    do {
      let head = try JSONDecoder().decode(Head.self, from: Data(text.utf8))
      guard head.schema == "peakplan/budget/1" else {
        throw Unreadable(
          description: "the schema is \(head.schema), a budget's is peakplan/budget/1")
      }
      stated = try JSONDecoder().decode(Stated.self, from: Data(text.utf8))
    } catch let error as Unreadable {
      throw error
    } catch {
      throw Unreadable(
        description: "it is no budget: `peakplan cost PLAN --lock FILE` writes one")
    }
    self = try stated.document()
    guard hash(body.text) == stated.sha256 else {
      throw Unreadable(
        description: "it is not as it was locked: its figures do not have the hash they were "
          + "sealed with; take the kept file, or lock the plan anew")
    }
  }

  private init(
    _ budget: Budget, name: String, scenario: String, provenance: Provenance, ledgerHash: String
  ) {
    self.budget = budget
    self.name = name
    self.scenario = scenario
    self.provenance = provenance
    self.ledgerHash = ledgerHash
  }

  private struct Head: Decodable {
    let schema: String
  }

  /// The file's members.
  private struct Stated: Decodable {
    struct Month: Decodable {
      struct Contacts: Decodable {
        let queue: String
        let contacts: Double
        let handleTimeSeconds: Double
        let concurrency: Int
      }
      struct Amount: Decodable {
        let kind: String
        let amount: String
      }
      let month: String
      let heads: Double
      let regularHours: Double
      let overtimeHours: Double
      let productiveHours: Double
      let vendorHours: Double
      let queues: [Contacts]
      let amounts: [Amount]
    }
    let name: String
    let scenario: String
    let currency: String
    let provenance: WrittenProvenance
    let ledgerSha256: String
    let vendorProficiency: Double
    let months: [Month]
    let sha256: String

    func document() throws(Unreadable) -> BudgetDocument {
      guard let currency = Currency(code: currency) else {
        throw Unreadable(description: "no currency \(self.currency) is known")
      }
      var figures: [MonthFigures] = []
      for month in months {
        guard let name = YearMonth(month.month) else {
          throw Unreadable(description: "“\(month.month)” is no month")
        }
        var amounts: [MonthFigures.KindAmount] = []
        for entry in month.amounts {
          guard let kind = CostKind(key: entry.kind), let amount = currency.amount(entry.amount)
          else {
            throw Unreadable(
              description: "\(month.month): “\(entry.amount)” for “\(entry.kind)” is no cost")
          }
          amounts.append(.init(kind, amount))
        }
        figures.append(
          MonthFigures(
            month: name,
            queues: month.queues.map { queue in
              MonthFigures.QueueFigures(
                queue: Queue.ID(queue.queue), contacts: ContactVolume(queue.contacts),
                handleTime: .milliseconds(
                  Int64(max(0, min(1e12, (queue.handleTimeSeconds * 1000).rounded())))),
                concurrency: queue.concurrency)
            },
            heads: Headcount(month.heads), regularTime: WorkTime(hours: month.regularHours),
            overtimeTime: WorkTime(hours: month.overtimeHours),
            productiveTime: WorkTime(hours: month.productiveHours),
            vendorTime: WorkTime(hours: month.vendorHours), amounts: amounts))
      }
      return BudgetDocument(
        Budget(
          months: figures, vendorProficiency: Share(vendorProficiency), currency: currency),
        name: name, scenario: scenario,
        provenance: provenance.value,
        ledgerHash: ledgerSha256)
    }
  }
}
