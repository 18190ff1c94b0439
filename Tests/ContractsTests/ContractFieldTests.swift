import Contracts
import Foundation
import TestSupport
import Testing

@Suite("The fields of terms and figures")
struct ContractFieldTests {
  @Test("Every field is in the reference, with the value it has where it is left out")
  func reference() throws {
    let page = try String(
      contentsOf: PackageFolder.root.appending(path: "docs/reference/invoice.md"), encoding: .utf8)
    for field in ContractField.terms + ContractField.actuals {
      let row = page.split(separator: "\n").first { $0.hasPrefix("| `\(field.name)` |") }
      #expect(row?.contains(field.summary) == true, "\(field.name)")
      if let standard = field.standard { #expect(row?.contains("| `\(standard)` |") == true) }
    }
  }

  @Test(
    "Names are compared without case, underscores and blanks",
    arguments: [
      ("prod_hour.rest_day", "productive-hour.rest-day"),
      ("Talk_min.round_sec", "talk-minute.round-sec"),
      ("SLA bonus/malus", "sla-bonus-malus"), ("contact band 3201-", "contact-band-3201-"),
      ("commit.shortfall_pct", "commit.shortfall"),
    ])
  func names(written: String, name: String) {
    #expect(ContractField.name(of: written) == name)
  }
}
