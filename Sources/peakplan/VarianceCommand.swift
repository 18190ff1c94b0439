internal import ArgumentParser
internal import BusinessCalendar
internal import Contracts
internal import Costing
internal import Foundation
internal import PayRules
internal import Reporting
internal import ScenarioFiles
internal import Scenarios
internal import Units

struct VarianceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "variance",
    abstract: "Say why what was paid differs from the budget, cause by cause.",
    discussion: """
      BUDGET is what `peakplan cost PLAN --lock FILE` wrote. ACTUALS are CSV files that are \
      recognised by their columns: contacts (month, queue, contacts, handle-time), people (month, \
      heads, regular-hours, overtime-hours, productive-hours, vendor-hours), the books (month, kind, \
      amount), timesheets (as `peakplan pay` reads them, with --pack), and invoices (as `peakplan \
      invoice --check` reads them) with their month before the name: 2026-11=invoice.csv. \
      docs/reference/cost.md has all of it.
      """)

  @Argument(help: "The budget.", completion: .file(extensions: ["json"]))
  var budget: String

  @Argument(
    help: ArgumentHelp("What happened.", valueName: "actuals"),
    completion: .file(extensions: ["csv"]))
  var actuals: [String]

  @Option(
    help: ArgumentHelp(
      "A later plan's lock: months that are not known yet cost what it says.", valueName: "file"),
    completion: .file(extensions: ["json"]))
  var outlook: String?

  @Option(help: ArgumentHelp("The pay rules of timesheets: a pack’s name.", valueName: "pack"))
  var pack: String?

  @OptionGroup var language: LanguageOptions

  @Flag(help: "Print the result as one JSON document.")
  var json = false

  @Flag(name: .customLong("no-color"), help: "Use no colour.")
  var noColor = false

  func run() throws {
    let kept = try read(budget)
    let later = try outlook.map(read)
    if let later, later.budget.currency != kept.budget.currency {
      throw Failure(
        "\(outlook ?? "") is in \(later.budget.currency.code), the budget in "
          + kept.budget.currency.code, code: .badInput)
    }
    var gathering = ActualsGathering(budget: kept.budget, pack: pack, color: colors(on: 2))
    for file in actuals { try gathering.add(file) }
    let variance = BudgetVariance(
      kept.budget, actuals: gathering.months, replanned: later?.budget)
    let report = VarianceReport(variance, of: kept, language: language.language)
    Console.result(
      json ? report.document.text : report.text(width: Console.width, color: colors(on: 1)))
  }

  private func colors(on stream: Int32) -> Bool {
    let isTerminal = stream == 1 ? Console.resultIsTerminal : Console.logIsTerminal
    return !noColor && !Console.environmentForbidsColor && isTerminal
  }

  private func read(_ path: String) throws(Failure) -> BudgetDocument {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw Failure("there is no file \(path)", code: .badInput)
    }
    do throws(BudgetDocument.Unreadable) {
      return try BudgetDocument(
        String(decoding: data, as: UTF8.self), hash: FileDigest.sha256)
    } catch {
      throw Failure("\(path): \(error)", code: .badInput)
    }
  }
}

/// Gathers the actual figures of files, month by month.
struct ActualsGathering {
  let budget: Budget
  let pack: String?
  let color: Bool
  private var found: [YearMonth: ActualFigures] = [:]

  init(budget: Budget, pack: String?, color: Bool) {
    self.budget = budget
    self.pack = pack
    self.color = color
  }

  /// The months, in order.
  var months: [ActualFigures] { found.values.sorted { $0.month < $1.month } }

  private var queues: [MonthFigures.QueueFigures] { budget.months.first?.queues ?? [] }

  private mutating func change(_ month: YearMonth, _ body: (inout ActualFigures) -> Void) {
    body(&found[month, default: ActualFigures(month: month)])
  }

  /// Adds a file; `MONTH=FILE` says for which month it is, where the file does not.
  mutating func add(_ argument: String) throws(Failure) {
    var path = argument
    var stated: YearMonth?
    if let mark = argument.firstIndex(of: "="), let month = YearMonth(String(argument[..<mark])) {
      stated = month
      path = String(argument[argument.index(after: mark)...])
    }
    let file: ActualsFile
    do throws(ScenarioIssues) {
      file = try ActualsFile(
        contentsOf: path, queues: queues.map(\.queue.rawValue), kinds: CostKind.all.map(\.key),
        currency: budget.currency)
    } catch {
      throw Failure(error, color: color, folder: nil)
    }
    if stated != nil, !file.isInvoice {
      throw Failure(
        "\(argument): the file says its months itself; leave “\(stated?.description ?? "")=” out",
        code: .usage)
    }
    add(file.contacts)
    try add(file.people, path)
    for posting in file.postings {
      guard let kind = CostKind(key: posting.kind) else { continue }
      change(posting.month) { $0.add(posting.amount, for: kind) }
    }
    if file.isInvoice { try addInvoice(path, stated) }
    if file.isTimesheet { try addTimesheet(path) }
  }

  private mutating func add(_ contacts: [ActualsFile.Contacts]) {
    for row in contacts {
      guard
        let month = budget.months.first(where: { $0.month == row.month }) ?? budget.months.first,
        let planned = month.queues.first(where: { $0.queue.rawValue == row.queue })
      else { continue }
      let time = row.handleTime ?? planned.handleTime
      change(row.month) { figures in
        guard let place = figures.queues.firstIndex(where: { $0.queue == planned.queue }) else {
          figures.queues.append(
            .init(
              queue: planned.queue, contacts: row.contacts, handleTime: time,
              concurrency: planned.concurrency))
          return
        }
        // Rows add up; the handle time is the mean over the contacts.
        let known = figures.queues[place]
        let all = known.contacts + row.contacts
        if all.value > 0 {
          let seconds =
            known.contacts.value * known.handleTime.inSeconds
            + row.contacts.value * time.inSeconds
          figures.queues[place].handleTime = .seconds(seconds / all.value)
        }
        figures.queues[place].contacts = all
      }
    }
  }

  private mutating func add(_ people: [ActualsFile.People], _ path: String) throws(Failure) {
    for row in people {
      guard found[row.month]?.heads == nil || row.heads == nil else {
        throw Failure("\(path): the heads of \(row.month) are stated twice", code: .badInput)
      }
      change(row.month) { figures in
        figures.heads = row.heads ?? figures.heads
        func sum(_ known: WorkTime?, _ more: WorkTime?) -> WorkTime? {
          more.map { (known ?? .zero) + $0 } ?? known
        }
        figures.regularTime = sum(figures.regularTime, row.regularTime)
        figures.overtimeTime = sum(figures.overtimeTime, row.overtimeTime)
        figures.productiveTime = sum(figures.productiveTime, row.productiveTime)
        figures.vendorTime = sum(figures.vendorTime, row.vendorTime)
      }
    }
  }

  /// Adds an invoice: hours, what they cost with premiums, tiers and top-ups, and the set-up.
  private mutating func addInvoice(_ path: String, _ month: YearMonth?) throws(Failure) {
    guard let month else {
      throw Failure(
        "\(path) is an invoice, and says no month: write it before the name, as 2026-11=\(path)",
        code: .usage)
    }
    let lines: [BilledLine]
    do throws(ScenarioIssues) {
      lines = try ContractReader().billedLines(file: path, currency: budget.currency)
    } catch {
      throw Failure(error, color: color, folder: nil)
    }
    for line in lines {
      let code = InvoiceItem.code(of: line.name)
      guard !["net", "vat", "gross"].contains(code) else { continue }
      let isSetUp = code == InvoiceItem.setup.code
      change(month) { $0.add(line.amount, for: .category(isSetUp ? .vendorSetUp : .vendorHours)) }
      let parts = code.split(separator: ".")
      guard let hours = line.quantity, parts.count == 2,
        PricingUnit(ofHours: String(parts[0])) != nil,
        DayClass(rawValue: String(parts[1])) != nil
      else { continue }
      change(month) { figures in
        figures.vendorTime = (figures.vendorTime ?? .zero) + WorkTime(hours: hours.doubleValue)
      }
    }
  }

  /// Adds timesheets: hours and, of people who are paid by the hour, what they are paid; of people on
  /// a salary what is paid on top of it. Each month is paid by itself, by the days shifts start on.
  private mutating func addTimesheet(_ path: String) throws(Failure) {
    guard let pack else {
      throw Failure(
        "\(path) is a timesheet: name its pay rules with --pack, such as china-standard",
        code: .usage)
    }
    let systems = PaySystem.versions(id: pack)
    guard let system = systems.last, let zone = system.timeZone else {
      throw Failure(
        "there is no pack \(pack) with a time zone of its own; packs are "
          + PaySystem.bundledIDs.joined(separator: ", "), code: .usage)
    }
    do throws(ScenarioIssues) {
      let file = try TimesheetFile(
        contentsOf: path, terms: (system.terms ?? []).map(\.key), currency: budget.currency)
      let holidays =
        HolidayCalendar.bundled(system.jurisdiction).map { PayHolidays($0, for: system) }
        ?? PayHolidays([:])
      var people: [YearMonth: Int] = [:]
      for person in file.people {
        let byMonth = Dictionary(grouping: person.shifts) { $0.start.date.yearMonth }
        for (month, shifts) in byMonth.sorted(by: { $0.key < $1.key }) {
          people[month, default: 0] += 1
          let run = PayRun(
            systems: systems, zone: zone, currency: budget.currency, holidays: holidays,
            span: month.first...month.last, splitsMonths: true)
          let sheet = PaySheet(
            basis: person.basis, rate: person.rate, shifts: shifts, terms: person.terms)
          let slip: PaySlip
          do throws(PayError) {
            slip = try run.slip(for: sheet)
          } catch {
            throw file.issues(error, of: person)
          }
          add(slip, of: month)
        }
      }
      for (month, count) in people where found[month]?.heads == nil {
        change(month) { $0.heads = Headcount(Double(count)) }
      }
    } catch {
      throw Failure(error, color: color, folder: nil)
    }
  }

  private mutating func add(_ slip: PaySlip, of month: YearMonth) {
    let onTop = slip.lines.filter { $0.multiplier > .single && $0.unit == "h" }
    let hours = onTop.map(\.quantity.doubleValue).reduce(0, +)
    let ordinary = slip.lines.filter { $0.multiplier <= .single || $0.unit != "h" }
    change(month) { figures in
      let overtime = WorkTime(hours: hours)
      figures.overtimeTime = (figures.overtimeTime ?? .zero) + overtime
      figures.regularTime = (figures.regularTime ?? .zero) + max(.zero, slip.worked - overtime)
      for line in ordinary where line.amount != .zero {
        figures.add(line.amount, for: .category(.regularPay))
      }
      for line in onTop { figures.add(line.amount, for: .category(.overtime)) }
    }
  }
}
