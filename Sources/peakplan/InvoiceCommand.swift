internal import ArgumentParser
internal import Contracts
internal import Reporting
internal import ScenarioFiles
internal import Units

struct InvoiceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "invoice",
    abstract: "Compute a vendor's invoice from its contract, or audit the one it sent.",
    discussion: """
      TERMS are the contract's fields as YAML or CSV, USAGE.csv the month's figures; \
      docs/reference/invoice.md has all fields. With --check the vendor's own lines are held against \
      them, and the command ends with 7 where anything is different.
      """)

  @Argument(help: "The contract's terms, as YAML or CSV.", completion: .file())
  var terms: String

  @Argument(help: "The month's figures.", completion: .file(extensions: ["csv"]))
  var usage: String

  @Option(
    help: ArgumentHelp(
      "Audit this invoice: columns line, amount, and if they are there quantity and unit_rate.",
      valueName: "invoice.csv"), completion: .file(extensions: ["csv"]))
  var check: String?

  @OptionGroup var language: LanguageOptions

  @Flag(help: "Print the result as one JSON document.")
  var json = false

  @Flag(name: .customLong("no-color"), help: "Use no colour.")
  var noColor = false

  func run() throws {
    let reader = ContractReader()
    let contract = try read { () throws(ScenarioIssues) in try reader.contract(file: terms) }
    let month = try read { () throws(ScenarioIssues) in
      try reader.month(file: usage, currency: contract.currency)
    }
    guard let currency = contract.currency ?? Currency(code: "CNY") else { return }
    let invoice: Invoice
    do {
      invoice = try contract.invoice(for: month)
    } catch {
      throw Failure("\(terms) with \(usage): \(error)", code: .badInput)
    }
    guard let check else {
      if json {
        Console.result(InvoiceDocument(invoice, currency: currency).document.text)
      } else {
        let report = InvoiceReport(
          invoice, currency: currency, payment: contract.payment, language: language.language)
        Console.result(report.text(width: Console.width, color: colors(Console.resultIsTerminal)))
      }
      return
    }
    let lines = try read { () throws(ScenarioIssues) in
      try reader.billedLines(file: check, currency: currency)
    }
    try audit(InvoiceAudit(of: lines, against: invoice), in: currency)
  }

  private func audit(_ audit: InvoiceAudit, in currency: Currency) throws {
    if json {
      Console.result(
        InvoiceDocument(audit.due, currency: currency, audit: audit).document.text)
    } else {
      let report = InvoiceAuditReport(audit, currency: currency, language: language.language)
      Console.result(report.text(width: Console.width, color: colors(Console.resultIsTerminal)))
    }
    if !audit.isRight { throw Failure("", code: .findings) }
  }

  private func colors(_ isTerminal: Bool) -> Bool {
    !noColor && !Console.environmentForbidsColor && isTerminal
  }

  private func read<Value>(
    _ body: () throws(ScenarioIssues) -> Value
  ) throws(Failure) -> Value {
    do {
      return try body()
    } catch {
      throw Failure(error, color: colors(Console.logIsTerminal), folder: nil)
    }
  }
}
