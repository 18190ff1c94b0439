public import ArgumentParser
internal import BusinessCalendar
internal import CapacityPlanning
internal import Foundation
public import Interchange
internal import Planning
internal import Reporting
internal import Scenarios
internal import Units

struct ExchangeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "exchange",
    abstract: "Hand a vendor what is required of it, and hold its answer against that.",
    subcommands: [ExchangeRequirementCommand.self, ExchangeCommitmentCommand.self])
}

extension ExchangeLayout: ExpressibleByArgument {}

/// A plan and the vendor of it that files are exchanged with.
struct ExchangedPlan {
  let plan: StudiedPlan
  let vendor: Vendor
  let requirement: VendorRequirement

  init(_ source: PlanSource, vendor name: String) throws {
    plan = try StudiedPlan(source)
    guard let vendor = plan.scenario.vendors.first(where: { $0.id.rawValue == name }) else {
      let known = plan.scenario.vendors.map(\.id.rawValue).joined(separator: ", ")
      throw Failure(
        "there is no vendor “\(name)”; "
          + (known.isEmpty ? "the plan has none" : "the plan has \(known)"), code: .usage)
    }
    self.vendor = vendor
    requirement = VendorRequirement(
      of: vendor, plan.capacity, plan.scenario, plan.requirement)
  }
}

struct ExchangeRequirementCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "requirement",
    abstract: "Write what the plan asks of a vendor, interval by interval.",
    discussion: """
      The plan is a scenario's folder, or the number of a run that was kept. Layouts: csv (our own), \
      calabrio-requirement (what Calabrio's BPO exchange exports), calabrio-staffing (what it imports). \
      docs/reference/exchange.md describes them.
      """)

  @OptionGroup var source: PlanSource

  @Option(help: "The vendor's id.") var vendor: String

  @Option(help: "The layout: csv, calabrio-requirement or calabrio-staffing.")
  var layout = ExchangeLayout.own

  @Option(
    name: .customLong("out"),
    help: ArgumentHelp("Write this file instead of standard output.", valueName: "file.csv"),
    completion: .file(extensions: ["csv"]))
  var file: String?

  func run() throws {
    let exchanged = try ExchangedPlan(source, vendor: vendor)
    let slots = exchanged.requirement.grid.slots
    let minutes = exchanged.requirement.grid.slotLength.minutes
    let intervals = exchanged.requirement.queues.flatMap { queue in
      slots.indices.map { place in
        let slot = slots[place]
        let start = LocalDateTime(date: slot.date, time: slot.start, fold: slot.fold)
        return ExchangeInterval(
          queues: [queue.queue], start: start, end: start.adding(minutes: minutes),
          people: queue.people[place])
      }
    }
    let text = ExchangeWriter(
      layout, vendor: exchanged.vendor, queues: exchanged.plan.scenario.queues
    ).text(intervals)
    if let file {
      try Console.write(text, toFile: file)
    } else {
      Console.result(text)
    }
  }
}

struct ExchangeCommitmentCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "commitment",
    abstract:
      "Read a vendor's answer, and track required, committed, scheduled and delivered hours.",
    discussion: """
      Each file may be in any of the layouts; it is recognised by its first line. Every wrong line is \
      reported with file, line and value, and ends the command with 5. With --fail-on-shortage it ends \
      with 6 where a step has fewer hours than the one before.
      """)

  @OptionGroup var source: PlanSource

  @Option(help: "The vendor's id.") var vendor: String

  @Option(
    help: ArgumentHelp("What the vendor promises.", valueName: "file.csv"),
    completion: .file(extensions: ["csv"]))
  var committed: String?

  @Option(
    help: ArgumentHelp("What it has put on shifts.", valueName: "file.csv"),
    completion: .file(extensions: ["csv"]))
  var scheduled: String?

  @Option(
    help: ArgumentHelp("What it has worked.", valueName: "file.csv"),
    completion: .file(extensions: ["csv"]))
  var delivered: String?

  @Option(
    help: ArgumentHelp(
      "How far an interval may be from the step before and is kept all the same.",
      valueName: "percent"))
  var tolerance: Percent?

  @OptionGroup var language: LanguageOptions

  func validate() throws {
    if committed == nil, scheduled == nil, delivered == nil {
      throw ValidationError("give at least one of --committed, --scheduled and --delivered")
    }
  }

  func run() throws {
    let exchanged = try ExchangedPlan(source, vendor: vendor)
    let reader = ExchangeReader(exchanged.plan.scenario, vendor: exchanged.vendor)
    var steps: [(step: VendorTracking.Step, people: [Double])] = [
      (.required, exchanged.requirement.people)
    ]
    let files: [(VendorTracking.Step, String?)] = [
      (.committed, committed), (.scheduled, scheduled), (.delivered, delivered),
    ]
    for (step, file) in files {
      guard let file else { continue }
      let intervals = try intervals(file, reader)
      steps.append((step, exchanged.requirement.grid.people(of: intervals)))
    }
    let tracking = VendorTracking(
      of: exchanged.vendor.id, on: exchanged.requirement.grid, steps,
      tolerance: tolerance?.share ?? .percent(10))
    let report = ExchangeReport(
      tracking, of: exchanged.plan.scenario, language: language.language)
    Console.result(
      source.output.json
        ? report.document.text
        : report.text(width: Console.width, color: source.output.colorsResult))
    let isShort = tracking.steps.dropFirst().contains { $0.shortfall.total().hours >= 0.5 }
    if source.solve.failOnShortage, isShort { throw ExitCode.shortage }
  }

  private func intervals(
    _ file: String, _ reader: ExchangeReader
  ) throws(Failure) -> [ExchangeInterval] {
    guard let data = FileManager.default.contents(atPath: file) else {
      throw Failure("\(file) cannot be read: there is no such file", code: .badInput)
    }
    do throws(ExchangeIssues) {
      return try reader.read([UInt8](data), file: file).intervals
    } catch {
      throw Failure(error.description, code: .badInput, isPlain: true)
    }
  }
}

extension PlanningGrid {
  /// People of all queues together by slot: an interval counts in each slot by the part of it that it
  /// covers.
  fileprivate func people(of intervals: [ExchangeInterval]) -> [Double] {
    var people = [Double](repeating: 0, count: slotCount)
    let length = slotLength.minutes
    for interval in intervals {
      var moment = interval.start
      while moment < interval.end {
        let toBoundary = length - moment.time.minutes % length
        let step = max(1, min(toBoundary, moment.minutes(until: interval.end)))
        if let slot = index(of: moment) {
          people[slot] += interval.people.value * Double(step) / Double(length)
        }
        moment = moment.adding(minutes: step)
      }
    }
    return people
  }
}
