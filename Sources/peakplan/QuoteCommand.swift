internal import ArgumentParser
internal import Costing
internal import Planning
internal import Quoting
internal import Reporting
internal import ScenarioFiles
internal import Scenarios
internal import Spreadsheets

struct QuoteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "quote",
    abstract: "Answer a client's request: what it costs us, what we ask, and from when on.",
    discussion: """
      The scenario is the outsourcer's own, with the client's volumes, our people and a `quote` \
      section. The text is for our own desk and shows costs and margin. What is handed over – the \
      page, the price sheet and --json – is a closed book unless the scenario or --open-book says \
      otherwise: no wage, cost or margin is in it.
      """)

  @OptionGroup var scenario: ScenarioOptions

  @Option(
    help: ArgumentHelp("Write the bid as a page to sign.", valueName: "file"),
    completion: .file(extensions: ["html"]))
  var html: String?

  @Option(
    help: ArgumentHelp("Write the price sheet as an Excel workbook.", valueName: "file"),
    completion: .file(extensions: ["xlsx"]))
  var xlsx: String?

  @Flag(help: "Show costs and margin in what is handed over, or do not.")
  var book: BookChoice?

  @Flag(name: .customLong("no-cases"), help: "Do not plan again with changed assumptions.")
  var withoutCases = false

  @OptionGroup var language: LanguageOptions
  @OptionGroup var solve: SolveOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let session = PlanningSession(try scenario.read(output), solve: solve, output: output)
    guard let terms = session.reading.scenario.bid else {
      throw Failure(QuoteError.noTerms.description, code: .badInput)
    }
    var results = try session.results(until: .capacity)
    if let capacity = results.capacity {
      results.cost = CostAccountant().statement(
        scenario: results.scenario, capacity: capacity, schedule: nil)
    }
    guard let plan = results.plan else {
      throw Failure("the chain ended before its last stage", code: .failure)
    }
    let quote = try quote(plan, session)
    let isOpen = book.map { $0 == .openBook } ?? terms.isOpenBook
    try write(quote, isOpen ? quote.book : nil, session.provenance.program)
    try session.finish(results)
  }

  private func quote(_ plan: Plan, _ session: PlanningSession) throws -> Quote {
    do throws(QuoteError) {
      return try Quoter(planner: session.planner)
        .quote(plan, withCases: !withoutCases && !Interruption.isRequested) { _ in
          session.progress.starting(.capacity)
        }
    } catch {
      if case .planning(_, let cause) = error {
        let failure = Failure(cause)
        throw Failure(error.description, code: failure.code)
      }
      throw Failure(error.description, code: .badInput)
    }
  }

  private func write(_ quote: Quote, _ book: QuoteBook?, _ program: String) throws {
    let language = language.language
    if let html {
      let page = QuotePage(quote.offer, openBook: book, program: program, language: language)
      try Console.write(page.html, toFile: html)
    }
    if let xlsx {
      do throws(Workbook.Unwritten) {
        try QuoteWorkbook(quote.offer, openBook: book, language: language).workbook
          .write(to: xlsx)
      } catch {
        throw Failure(error.description, code: .usage)
      }
    }
    if output.json {
      let document = QuoteDocument(quote.offer, openBook: book, program: program)
      Console.result(document.document.text)
    } else {
      let report = QuoteReport(quote, language: language)
      Console.result(report.text(width: Console.width, color: output.colorsResult))
    }
  }
}

/// Whether a client sees costs and margin.
enum BookChoice: String, EnumerableFlag {
  /// It does not.
  case closed
  /// It does.
  case openBook

  static func name(for value: BookChoice) -> NameSpecification {
    switch value {
    case .closed: .customLong("closed")
    case .openBook: .customLong("open-book")
    }
  }
}
