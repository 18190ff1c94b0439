import Contracts
import Foundation
import TestSupport
import Testing
import Units

@Suite("Contracts that cannot be billed")
struct ContractErrorTests {
  @Test(
    "Terms that contradict each other, or lack one, name it and how to mend it",
    arguments: [
      (
        ["contact.rate": "1", "contact.tiers": "1-@1", "contact.tier-mode": "marginal"],
        "contact.rate: contact.rate and contact.tiers contradict each other"
      ),
      (["contact.tiers": "1-@1"], "contact.tier-mode: the field is missing"),
      (["contact.tiers": "1-10@1|12-@2", "contact.tier-mode": "marginal"], "leaves a gap"),
      (["contact.tiers": "1-10@1|10-@2", "contact.tier-mode": "marginal"], "overlaps"),
      (["contact.tiers": "5-@1", "contact.tier-mode": "marginal"], "the first band is from 5"),
      (["contact.tiers": "1-@1|5-@1", "contact.tier-mode": "marginal"], "has no end"),
      (["contact.tiers": "1 to 5", "contact.tier-mode": "marginal"], "“1 to 5” is no band"),
      (["lock.floor": "0.9"], "contact.rate is missing"),
      (["contact.rate": "1", "lock.over-factor": "2"], "lock.floor is missing"),
      (
        ["contact.rate": "1", "lock.floor": "1.2", "lock.cap": "1.1"], "the floor is above the cap"
      ),
      (["contact.rate": "1", "lock.floor": "0.9", "baseline.qty": "5"], "both bill all contacts"),
      (["commit.hours": "5"], "productive-hour.rate: the field is missing"),
      (["base-fee.month": "1", "commit.qty": "5"], "commit.rate: the field is missing"),
      (["fx.band": "0.1"], "fx.base: the field is missing"),
      (["index.share": "0.1", "base-fee.month": "1"], "index.base: the field is missing"),
      (["base-fee.month": "1", "index.base": "0"], "index.base is 0"),
      (["base-fee.month": "-1"], "base-fee.month is -1"),
      (["base-fee.month": "1e5"], "“1e5” is no number"),
      (["base-fee.month": "2000000000"], "too large"),
      (["setup.fee": "1.005"], "finer than the currency"),
      (["setup.fee": "1", "setup.instalments": "0"], "instalment"),
      (["base-fee.month": "1", "vat.rate": "-1 %"], "VAT rate is negative"),
      (["base-fee.month": "1", "vat.included": "perhaps"], "neither Y nor N"),
      (["base-fee.month": "1", "stacking": "pile"], "none of add, multiply"),
      (["base-fee.month": "1", "sla.a.malus": "1"], "sla.a.target: the field is missing"),
      (["premium.night": "0.1"], "productive-hour.rate is missing"),
      (["contact.price": "1"], "there is no such field"),
      (["currency": "XXX", "base-fee.month": "1"], "no currency that PeakPlan knows"),
      ([:], "there is no price"),
    ] as [([String: String], String)])
  func terms(fields: [String: String], message: String) {
    let error = #expect(throws: FieldIssues.self) { try Contract(fields: entries(fields)) }
    #expect(error?.description.contains(message) == true, "\(error?.description ?? "none")")
  }

  @Test(
    "Figures that are missing, impossible or unpriced name themselves",
    arguments: [
      (["index.base": "1", "base-fee.month": "1"], [:], "index.current is missing"),
      (["fx.base": "1", "base-fee.month": "1"], [:], "fx.current is missing"),
      (["contact.rate": "1", "lock.floor": "1"], [:], "lock.qty is missing"),
      (["base-fee.month": "1", "sla.a.target": "1"], [:], "sla.a.actual is missing"),
      (
        ["contact.rate": "1"], ["contact.qty": "1", "contact.repeats": "2"], "at most the 1 contact"
      ),
      (["contact.rate": "1"], ["contact.qty": "1.5"], "a whole number"),
      (["contact.rate": "1"], ["contact.qty": "-1"], "contact.qty is -1"),
      (["base-fee.month": "1"], ["contact.qty": "1"], "contact.qty was used but has no price"),
      (["base-fee.month": "1"], ["talk-minute.calls": "1x1"], "add talk-minute.rate"),
      (["base-fee.month": "1"], ["talk-minute.calls": "1-1"], "no number of calls"),
      (["base-fee.month": "1"], ["ramp.weeks": "1:2"], "no week of a ramp"),
      (["ramp.rate": "1"], ["ramp.weeks": "1:2:101"], "ramp.weeks is 1.01"),
      (
        ["contact.tiers": "1-10@1", "contact.tier-mode": "marginal"], ["contact.qty": "11"],
        "more than the last band"
      ),
      (
        ["productive-hour.rate": "1"], ["logged-hour.normal": "1"],
        "logged hours were used but have"
      ),
      (["productive-hour.rate": "1"], ["productive-hour.holiday": "1"], "no surcharge is agreed"),
      (
        ["productive-hour.rate": "1"],
        ["productive-hour.normal": "1", "productive-hour.night.normal": "1"], "add premium.night"
      ),
      (
        ["productive-hour.rate": "1", "premium.night": "1"],
        ["productive-hour.normal": "1", "productive-hour.night.normal": "2"],
        "more hours than there are in its class"
      ),
      (
        ["contact.rate": "1", "baseline.qty": "10", "baseline.rrc": "1"], ["contact.qty": "11"],
        "baseline.arc is missing"
      ),
      (["base-fee.month": "1"], ["contract-month": "0"], "months are counted from 1"),
      (["base-fee.month": "1"], ["month": "November"], "no month"),
      (
        ["productive-hour.rate": "1000000000"], ["productive-hour.normal": "1000000000"],
        "beyond 10 000 000 000 000.00"
      ),
    ] as [([String: String], [String: String], String)])
  func figures(terms: [String: String], month: [String: String], message: String) throws {
    var text = "nothing"
    do { _ = try invoice(terms, month) } catch { text = "\(error)" }
    #expect(text.contains(message), "\(text)")
  }

  @Test("A field given twice is an issue of its second entry, also under its other name")
  func twice() {
    let error = #expect(throws: FieldIssues.self) {
      try Contract(
        fields: [FieldEntry("prod_hour.rate", "1"), FieldEntry("productive-hour.rate", "2")])
    }
    #expect(error?.issues.map(\.entry) == [1])
  }

  @Test("A contract and a month come back from JSON as they were")
  func roundTrip() throws {
    let contract = try Contract(
      fields: entries([
        "currency": "EUR", "productive-hour.rate": "48", "premium.night": "0.1",
        "sla.a.target": "0.9", "fx.base": "7", "contact.tiers": "1-@2",
        "contact.tier-mode": "marginal", "payment.days": "30",
      ]))
    let data = try JSONEncoder().encode(contract)
    #expect(try JSONDecoder().decode(Contract.self, from: data) == contract)
  }

  @Test(
    "No value of any field makes an invoice crash, whatever it is",
    arguments: 1...4 as ClosedRange<UInt64>)
  func anything(seed: UInt64) {
    var generator = SplitMix(state: seed)
    var billed = 0
    for _ in 0..<1_000 {
      let fee = FieldEntry("base-fee.month", "100")
      let further = (0..<(1 + generator.below(3))).map { _ in
        generator.entry(of: ContractField.terms)
      }
      let terms = generator.below(2) == 0 ? [fee] + further : further
      let contract = try? Contract(fields: terms)
      let month = (0..<generator.below(3)).map { _ in
        generator.entry(of: ContractField.actuals)
      }
      let actuals = try? MonthActuals(fields: month, currency: contract?.currency)
      let bill = try? (contract ?? Contract()).invoice(for: actuals ?? MonthActuals())
      guard contract != nil, let bill else { continue }
      billed += 1
      #expect(bill.gross == bill.net + bill.vat)
    }
    #expect(billed > 20)
  }
}

extension SplitMix {
  /// A field with a value of its form, at its edges and beyond; one in ten is of another form.
  mutating func entry(of fields: [ContractField]) -> FieldEntry {
    let field = fields[below(fields.count)]
    let name = field.name.replacing("<name>", with: "night").replacing("<unit>", with: "prod_hour")
      .replacing("<class>", with: "normal")
    let forms = FieldForm.allCases
    let form = below(10) == 0 ? forms[below(forms.count)] : field.form
    let values =
      switch form {
      case .price, .amount, .number:
        ["0", "1", "0.5", "12.25", "-1", "0.000000000001", "999999999", "9223372036854775807", ""]
      case .share: ["0", "1", "12 %", "0.3333", "-0.5", "100 %", "nan"]
      case .count: ["1", "2", "60", "0", "-3", "9223372036854775807"]
      case .yesNo: ["Y", "N", "perhaps"]
      case .choice: ["lower", "per_point", "step", "neg", "multiply", "all_units", "marginal"]
      case .currency: ["JPY", "USD", "CNY", "XXX"]
      case .month: ["2026-11", "2026-13"]
      case .bands:
        [
          "1-10@1|11-@0.5", "1-@999999999", "9223372036854775807-@1",
          "-9223372036854775808-@1", "0-9223372036854775807@1|1-@2",
        ]
      case .calls: ["60x10 61x3", "0x5", "9223372036854775807x9223372036854775807"]
      case .weeks: ["1:10:50 2:5:100", "1:1:1000"]
      case .tiers: ["100@1|200@2", "0@1", "1000000000@1"]
      }
    return FieldEntry(name, values[below(values.count)])
  }
}
