internal import ArgumentParser
internal import BusinessCalendar
internal import Foundation
internal import PayRules
internal import Reporting
internal import ScenarioFiles
internal import Units

struct PayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pay",
    abstract: "Say what timesheets are paid, line by line, and which limits they break.",
    discussion: """
      The timesheet is a CSV file with a row a shift: employee, date, start, end, rate; break and \
      break-start, role, time-off, basis, shift-rate, post and the pack's terms where they are there. \
      The pack is one that PeakPlan has, or a YAML file of your own. Packs: \
      \(PaySystem.bundledIDs.joined(separator: ", ")).
      """)

  @Argument(help: "The timesheet.", completion: .file(extensions: ["csv"]))
  var timesheet: String

  @Option(help: ArgumentHelp("The pay rules: a pack’s name, or a YAML file.", valueName: "pack"))
  var pack: String

  @Option(
    name: .customLong("term"), parsing: .singleValue,
    help: ArgumentHelp(
      "State a term of the pack for everybody; can be given again.", valueName: "key=value"))
  var terms: [String] = []

  @Option(
    name: .customLong("holiday"), parsing: .singleValue,
    help: ArgumentHelp(
      "A public holiday, with its kind where the pack has several; can be given again.",
      valueName: "date[:kind]"))
  var holidays: [String] = []

  @Option(
    help: ArgumentHelp("Where the clock stands, if the pack does not say.", valueName: "zone"))
  var timeZone: String?

  @Option(help: "The currency, if the pack does not say.")
  var currency: String?

  @Option(help: ArgumentHelp("When the workweek starts.", valueName: "day time"))
  var workweek = "monday 00:00"

  @Option(help: ArgumentHelp("When the employer’s day starts.", valueName: "time"))
  var workday = "00:00"

  @Option(
    help: ArgumentHelp(
      "Rest rules beside the pack’s own: \(WorkingTimeLimits.bundled.map(\.id).joined(separator: ", ")).",
      valueName: "name"))
  var limits: String?

  @Option(
    help: ArgumentHelp(
      "The working-time permits, a CSV file: number, pack, posts, from, last-day, months.",
      valueName: "file"),
    completion: .file(extensions: ["csv"]))
  var permits: String?

  @Flag(help: "Take every shift of a comprehensive or flexible system as covered by a permit.")
  var assumePermit = false

  @OptionGroup var language: LanguageOptions

  @Flag(help: "Print the result as one JSON document.")
  var json = false

  @Flag(name: .customLong("no-color"), help: "Use no colour.")
  var noColor = false

  func run() throws {
    let systems = try systems()
    guard let system = systems.last else {
      throw Failure("there are no rules in \(pack)", code: .badInput)
    }
    let currency = try currency(of: system)
    let zone = try zone(of: system)
    let limits = try workingTimeLimits(of: system)
    let permits = try workingTimePermits(of: systems)
    let laws = permits == nil ? [system] : [system] + system.withoutPermit
    let file: TimesheetFile
    do {
      file = try TimesheetFile(
        contentsOf: timesheet, terms: Set(laws.flatMap { $0.terms ?? [] }.map(\.key)).sorted(),
        currency: currency)
    } catch {
      throw Failure(error, color: colorsLog, folder: nil)
    }
    let dates = file.people.flatMap { $0.shifts.map(\.start.date) }
    let first = dates.min() ?? system.effectiveFrom
    let run = PayRun(
      systems: systems, zone: zone, currency: currency, holidays: try publicHolidays(of: system),
      span: first...(dates.max() ?? first), terms: try statedTerms(), splitsMonths: true,
      permits: permits)
    let weekStart = try weekStart()
    guard let workdayStart = LocalTime(workday) else {
      throw Failure("--workday \(workday): write a time such as 06:00", code: .usage)
    }
    let entries = try file.people.map { person -> PayReport.Entry in
      let sheet = PaySheet(
        basis: person.basis, rate: person.rate, shifts: person.shifts, weekStart: weekStart,
        workdayStart: workdayStart, terms: person.terms)
      do throws(PayError) {
        return PayReport.Entry(
          name: person.name, slip: try run.slip(for: sheet),
          restBreaches: limits?.breaches(of: person.shifts, in: zone) ?? [])
      } catch {
        throw Failure(file.issues(error, of: person), color: colorsLog, folder: nil)
      }
    }
    let report = PayReport(
      entries, system: system, currency: currency, zone: zone, permitAssumed: assumePermit,
      language: language.language)
    Console.result(
      json ? report.document.text : report.text(width: Console.width, color: colors))
  }

  private var colors: Bool {
    !noColor && !Console.environmentForbidsColor && Console.resultIsTerminal
  }

  private var colorsLog: Bool {
    !noColor && !Console.environmentForbidsColor && Console.logIsTerminal
  }

  private func systems() throws -> [PaySystem] {
    let known = PaySystem.versions(id: pack)
    guard known.isEmpty else { return known }
    guard pack.contains(".") || pack.contains("/") else {
      throw Failure(
        "there is no pack \(pack); packs are \(PaySystem.bundledIDs.joined(separator: ", ")), or a "
          + "YAML file of yours", code: .usage)
    }
    do {
      return [try PayPackFile.read(contentsOf: pack)]
    } catch {
      throw Failure(error, color: colorsLog, folder: nil)
    }
  }

  private func currency(of system: PaySystem) throws -> Currency {
    guard let code = currency ?? system.currency else {
      throw Failure("the pack names no currency: give --currency", code: .usage)
    }
    guard let currency = Currency(code: code) else {
      throw Failure(
        "no currency \(code) is known; known are \(Currency.knownCodes.joined(separator: ", "))",
        code: .usage)
    }
    return currency
  }

  private func zone(of system: PaySystem) throws -> TimeZoneRules {
    guard let name = timeZone else {
      if let zone = system.timeZone { return zone }
      throw Failure(
        "the place of \(system.id) has several time zones: give --time-zone, such as "
          + "America/New_York", code: .usage)
    }
    guard let zone = TimeZoneRules(identifier: name) else {
      throw Failure("there is no time zone \(name)", code: .usage)
    }
    return zone
  }

  private func workingTimeLimits(of system: PaySystem) throws -> WorkingTimeLimits? {
    guard let name = limits ?? system.limits else { return nil }
    guard let found = WorkingTimeLimits.bundled(id: name) else {
      let known = WorkingTimeLimits.bundled.map(\.id).joined(separator: ", ")
      throw Failure("there are no limits \(name); there are \(known)", code: .usage)
    }
    return found
  }

  /// The permits to check against; `nil` where the pack needs none or one is assumed.
  private func workingTimePermits(of systems: [PaySystem]) throws -> [WorkingTimePermit]? {
    let needing = systems.filter { $0.permit != nil }
    guard !needing.isEmpty else {
      guard permits == nil, !assumePermit else {
        throw Failure(
          "\(pack) needs no permit: leave out \(assumePermit ? "--assume-permit" : "--permits")",
          code: .usage)
      }
      return nil
    }
    guard !assumePermit else {
      guard permits == nil else {
        throw Failure("give --permits or --assume-permit, not both", code: .usage)
      }
      return nil
    }
    guard let permits else { return [] }
    do {
      return try PermitFile.read(
        contentsOf: permits, systems: needing + PaySystem.bundled.filter { $0.permit != nil })
    } catch {
      throw Failure(error, color: colorsLog, folder: nil)
    }
  }

  private func publicHolidays(of system: PaySystem) throws -> PayHolidays {
    let types = system.holidays?.types ?? []
    var days: [LocalDate: String] = [:]
    for text in holidays {
      let parts = text.split(separator: ":", omittingEmptySubsequences: false)
      let kind = parts.count == 2 ? String(parts[1]) : types.first ?? ""
      guard parts.count <= 2, let date = LocalDate(iso: parts[0]), types.contains(kind) else {
        throw Failure(
          "--holiday \(text): write a date such as 2026-11-11"
            + (types.count > 1 ? " and one of \(types.joined(separator: ", "))" : ""), code: .usage)
      }
      days[date] = kind
    }
    guard !types.isEmpty else { return PayHolidays([:]) }
    guard let calendar = HolidayCalendar.bundled(system.jurisdiction) else {
      if days.isEmpty {
        Console.note(
          "warning: no calendar of \(system.jurisdiction) is known; name its holidays with --holiday"
        )
      }
      return PayHolidays(days)
    }
    let known = PayHolidays(calendar, for: system)
    return PayHolidays(known.days.merging(days) { _, own in own }, coverage: known.coverage)
  }

  private func statedTerms() throws -> [String: String] {
    var stated: [String: String] = [:]
    for term in terms {
      let parts = term.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, !parts[0].isEmpty else {
        throw Failure("--term \(term): write KEY=VALUE", code: .usage)
      }
      stated[String(parts[0])] = String(parts[1])
    }
    return stated
  }

  private func weekStart() throws -> PayWeekStart {
    let parts = workweek.split(separator: " ")
    guard let day = parts.first.flatMap({ Weekday(name: $0) }), parts.count <= 2,
      let time = parts.count == 2 ? LocalTime(String(parts[1])) : .midnight
    else {
      throw Failure("--workweek \(workweek): write a day and a time: sunday 00:00", code: .usage)
    }
    return PayWeekStart(day, time)
  }
}
