public import ArgumentParser
internal import BusinessCalendar
internal import CapacityPlanning
internal import Foundation
public import Interchange
internal import Planning
internal import Reporting
internal import Scenarios
internal import Staffing
internal import Units

struct ExchangeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "exchange",
    abstract: "Hand a vendor what is required of it, and hold its answer against that.",
    subcommands: [ExchangeRequirementCommand.self, ExchangeCommitmentCommand.self])
}

extension ExchangeLayout: ExpressibleByArgument {}

extension VendorTracking.Grouping: ExpressibleByArgument {}

/// Whose files are exchanged.
struct ExchangedVendors: ParsableArguments {
  @Option(
    name: .customLong("vendor"), parsing: .singleValue,
    help: "A vendor's id; can be given again. All of them when there is none.")
  var names: [String] = []

  /// The vendors in the scenario's order.
  func of(_ scenario: Scenario) throws(Failure) -> [Vendor] {
    let known = scenario.vendors.map(\.id.rawValue)
    guard !known.isEmpty else { throw Failure("the plan has no vendors", code: .usage) }
    for name in names where !known.contains(name) {
      throw Failure(
        "there is no vendor “\(name)”; the plan has \(known.joined(separator: ", "))",
        code: .usage)
    }
    return scenario.vendors.filter { names.isEmpty || names.contains($0.id.rawValue) }
  }
}

/// A plan and the vendors of it that files are exchanged with.
struct ExchangedPlan {
  let scenario: Scenario
  let grid: PlanningGrid
  let vendors: [Vendor]
  let requirements: [VendorRequirement]

  init(_ source: PlanSource, _ exchanged: ExchangedVendors) throws {
    let plan = try source.wholePlan().plan
    let vendors = try exchanged.of(plan.scenario)
    scenario = plan.scenario
    grid = plan.requirement.grid
    self.vendors = vendors
    requirements = VendorRequirement.all(of: plan)
      .filter { requirement in vendors.contains { $0.id == requirement.vendor } }
  }
}

struct ExchangeRequirementCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "requirement",
    abstract: "Write what the plan asks of its vendors, interval by interval.",
    discussion: """
      The plan is a scenario's folder, or the number of a run that was kept. Layouts: csv (our own), \
      calabrio-requirement (what Calabrio's BPO exchange exports), calabrio-staffing (what it imports). \
      docs/reference/exchange.md describes them.
      """)

  @OptionGroup var source: PlanSource

  @OptionGroup var vendors: ExchangedVendors

  @Option(help: "The layout: csv, calabrio-requirement or calabrio-staffing.")
  var layout = ExchangeLayout.own

  @Option(
    name: .customLong("out"),
    help: ArgumentHelp("Write this file instead of standard output.", valueName: "file.csv"),
    completion: .file(extensions: ["csv"]))
  var file: String?

  func run() throws {
    let exchanged = try ExchangedPlan(source, vendors)
    let intervals = exchanged.requirements.flatMap(\.intervals)
    for requirement in exchanged.requirements where requirement.queues.isEmpty {
      Console.note("the plan asks for no hours of \(requirement.vendor)")
    }
    let text: String
    do throws(ExchangeNameError) {
      text = try ExchangeWriter(
        layout, vendors: exchanged.vendors, queues: exchanged.scenario.queues
      ).text(intervals)
    } catch {
      throw Failure("\(error)", code: .usage)
    }
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
      "Read vendors' answers, and track required, committed, scheduled and delivered hours.",
    discussion: """
      Each file may be in any of the layouts; it is recognised by its first line. Every wrong line is \
      reported with file, line and value, and ends the command with 5. With --fail-on-shortage it ends \
      with 6 where a step has fewer hours than the one before.
      """)

  @OptionGroup var source: PlanSource

  @OptionGroup var vendors: ExchangedVendors

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp(
      "What the vendors promise; can be given again, a vendor in one file.", valueName: "file.csv"),
    completion: .file(extensions: ["csv"]))
  var committed: [String] = []

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp(
      "What they have put on shifts; can be given again, a vendor in one file.",
      valueName: "file.csv"),
    completion: .file(extensions: ["csv"]))
  var scheduled: [String] = []

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp(
      "What they have worked; can be given again, a vendor in one file.", valueName: "file.csv"),
    completion: .file(extensions: ["csv"]))
  var delivered: [String] = []

  @Option(
    help: ArgumentHelp(
      "How far an interval may be from the step before and is kept all the same.",
      valueName: "percent"))
  var tolerance: Percent?

  @Option(
    name: .customLong("by"),
    help:
      "What a line is of: vendor, queue, week or day. One vendor goes by week, several by vendor.")
  var grouping: VendorTracking.Grouping?

  @OptionGroup var language: LanguageOptions

  func validate() throws {
    if committed.isEmpty, scheduled.isEmpty, delivered.isEmpty {
      throw ValidationError("give at least one of --committed, --scheduled and --delivered")
    }
  }

  func run() throws {
    let exchanged = try ExchangedPlan(source, vendors)
    let reader = ExchangeReader(exchanged.scenario, vendors: exchanged.vendors)
    let required = VendorPeople(exchanged.requirements)
    var steps: [(step: VendorTracking.Step, people: VendorPeople)] = [(.required, required)]
    let files: [(VendorTracking.Step, [String])] = [
      (.committed, committed), (.scheduled, scheduled), (.delivered, delivered),
    ]
    for (step, files) in files where !files.isEmpty {
      steps.append((step, try people(files, reader, on: exchanged.grid, like: required)))
    }
    let tracked = tracked(of: exchanged, required, steps.dropFirst().map(\.people))
    let tracking = VendorTracking(
      of: tracked.map(\.id), queues: exchanged.scenario.queues.map(\.id),
      on: exchanged.grid, steps, by: grouping ?? (tracked.count > 1 ? .vendor : .week),
      tolerance: tolerance?.share ?? .percent(10))
    let report = ExchangeReport(
      tracking, weeksOfShifts: exchanged.requirements.first?.weeksOfShifts ?? [],
      of: exchanged.scenario, language: language.language)
    Console.result(
      source.output.json
        ? report.document.text
        : report.text(width: Console.width, color: source.output.colorsResult))
    let isShort = tracking.total.steps.dropFirst().contains { $0.shortfall.hours >= 0.5 }
    if source.solve.failOnShortage, isShort { throw ExitCode.shortage }
  }

  /// The vendors that `--vendor` names, else those that a file has lines of; all where no file has
  /// any.
  private func tracked(
    of exchanged: ExchangedPlan, _ required: VendorPeople, _ answers: [VendorPeople]
  ) -> [Vendor] {
    let answering = exchanged.vendors.filter { vendor in
      answers.contains { $0.people[vendor.id] != nil }
    }
    guard vendors.names.isEmpty, !answering.isEmpty else { return exchanged.vendors }
    for vendor in exchanged.vendors
    where !answering.contains(vendor) && required.asks(for: vendor.id) {
      Console.note(
        "no file has lines of \(vendor.id), so it is left out; --vendor counts it with nothing")
    }
    return answering
  }

  /// The people of a step, from the files of one vendor or several.
  private func people(
    _ files: [String], _ reader: ExchangeReader, on grid: PlanningGrid, like asked: VendorPeople
  ) throws(Failure) -> VendorPeople {
    var people = VendorPeople()
    var fileOf: [Vendor.ID: String] = [:]
    for file in files {
      let intervals = try intervals(file, reader)
      for vendor in Set(intervals.map(\.vendor)).sorted(by: { $0.rawValue < $1.rawValue }) {
        if let other = fileOf[vendor] {
          throw Failure(
            "\(file) has lines of \(vendor), and so has \(other): people of a vendor are in one file "
              + "of a step, so that nobody counts twice", code: .badInput)
        }
        fileOf[vendor] = file
      }
      for interval in intervals { people.add(interval, on: grid, like: asked) }
    }
    return people
  }

  private func intervals(
    _ file: String, _ reader: ExchangeReader
  ) throws(Failure) -> [ExchangeInterval] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: file, isDirectory: &isFolder) else {
      throw Failure("\(file) cannot be read: there is no such file", code: .badInput)
    }
    guard !isFolder.boolValue, let data = FileManager.default.contents(atPath: file) else {
      throw Failure(
        "\(file) cannot be read: "
          + (isFolder.boolValue ? "it is a folder" : "it may not be opened"), code: .badInput)
    }
    do throws(ExchangeIssues) {
      return try reader.read([UInt8](data), file: file).intervals
    } catch {
      throw Failure(error.description, code: .badInput, isPlain: true)
    }
  }
}

extension VendorPeople {
  /// Whether people of a vendor stand by in any slot.
  fileprivate func asks(for vendor: Vendor.ID) -> Bool {
    people[vendor]?.values.contains { $0.contains { $0 > 0 } } ?? false
  }

  /// Adds an interval: in each slot it counts by the part of it that it covers.
  fileprivate mutating func add(
    _ interval: ExchangeInterval, on grid: PlanningGrid, like asked: VendorPeople
  ) {
    let length = grid.slotLength.minutes
    var moment = interval.start
    while moment < interval.end {
      let toBoundary = length - moment.time.minutes % length
      let step = max(1, min(toBoundary, moment.minutes(until: interval.end)))
      if let slot = grid.index(of: moment) {
        add(
          interval.people.value * Double(step) / Double(length), of: interval.vendor,
          for: interval.queues, in: slot, of: grid.slotCount, like: asked)
      }
      moment = moment.adding(minutes: step)
    }
  }
}

extension VendorRequirement {
  /// What is asked for, a line for each queue and slot.
  fileprivate var intervals: [ExchangeInterval] {
    let slots = grid.slots
    return queues.flatMap { queue in
      slots.indices.map { place in
        let slot = slots[place]
        let start = LocalDateTime(date: slot.date, time: slot.start, fold: slot.fold)
        return ExchangeInterval(
          vendor: vendor, queues: [queue.queue], start: start,
          end: start.adding(minutes: grid.slotLength.minutes), people: queue.people[place])
      }
    }
  }
}
