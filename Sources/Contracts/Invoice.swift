public import BusinessCalendar
public import Units

/// One line of an invoice: `quantity × unitRate`, rounded once, half away from zero.
///
/// Two items have an amount of their own: a top-up to a minimum spend has no unit rate, and an
/// exchange-rate adjustment's quantity has the sign of the rate's change, its amount that of the bill's.
public struct InvoiceLine: Sendable, Hashable, Codable {
  /// The line's place on the invoice, from 1.
  public let number: Int
  /// What is billed.
  public let item: InvoiceItem
  /// How much, to a millionth; the amount is computed from the exact quantity.
  public let quantity: Quantity
  /// The unit of the quantity, such as `h`, `contact` or `%`.
  public let unit: String
  /// The price of one unit before the factor, without VAT.
  public let price: UnitPrice
  /// The factor of the surcharge or of the shortfall share.
  public let multiplier: Multiplier
  /// What is due, without VAT.
  public let amount: Money
  /// Whether a service-level bonus or malus is taken on this line: usage is, top-ups are not.
  public let countsForServiceLevel: Bool
  /// The clause that the line follows from, as a sentence.
  public let rule: String

  /// What one unit costs on this line: price × factor.
  public var unitRate: UnitPrice { price * multiplier }
}

/// What a vendor bills for one calendar month.
public struct Invoice: Sendable, Hashable, Codable {
  /// The month, where it is known.
  public let month: YearMonth?
  /// The lines, in the order in which they are computed; see ``Contract/invoice(for:)``.
  public let lines: [InvoiceLine]
  /// The VAT, rounded once: on the sum of the lines, or contained in it.
  public let vat: Money
  /// Whether the lines contain the VAT.
  public let linesIncludeVAT: Bool

  /// The sum of the lines.
  public var sum: Money { lines.map(\.amount).total() }
  /// What is due without VAT.
  public var net: Money { linesIncludeVAT ? sum - vat : sum }
  /// What is to be paid.
  public var gross: Money { linesIncludeVAT ? sum : sum + vat }
}
