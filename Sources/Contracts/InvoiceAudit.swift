public import Units

/// A line as a vendor's invoice has it.
public struct BilledLine: Sendable, Hashable, Codable {
  /// What it bills, in the words of the vendor.
  public var name: String
  /// How much; `nil` where it is not stated.
  public var quantity: Rational?
  /// What one unit costs; `nil` where it is not stated.
  public var unitPrice: UnitPrice?
  /// What is to be paid.
  public var amount: Money

  /// A line of `amount`.
  public init(name: String, quantity: Rational?, unitPrice: UnitPrice?, amount: Money) {
    (self.name, self.quantity, self.unitPrice, self.amount) = (name, quantity, unitPrice, amount)
  }

  /// The name as ``InvoiceItem/code`` writes it.
  public var code: String { InvoiceItem.code(of: name) }
}

/// What is different in a line of a vendor's invoice.
public enum BillingDifference: String, Sendable, Hashable, Codable, CaseIterable {
  /// The contract has no such line for the month.
  case notDue = "not-due"
  /// The line is missing on the vendor's invoice.
  case notBilled = "not-billed"
  /// Another quantity.
  case quantity
  /// Another price of a unit.
  case unitPrice = "unit-price"
  /// Quantity and price of a unit are both others.
  case quantityAndPrice = "quantity-and-price"
  /// The amount is not quantity × price, or is rounded otherwise.
  case arithmetic
}

/// One line of an audit: what is due by the contract against what the vendor bills.
public struct AuditLine: Sendable, Hashable, Codable {
  /// The line's code; see ``InvoiceItem/code``.
  public let code: String
  /// What is due; `nil` where the contract has no such line.
  public let due: InvoiceLine?
  /// What is billed; `nil` where the vendor's invoice has no such line.
  public let billed: BilledLine?
  /// What is different; `nil` where the line is right.
  public let difference: BillingDifference?

  /// What is billed too much; negative where it is too little.
  public var money: Money { (billed?.amount ?? .zero) - (due?.amount ?? .zero) }
}

/// A sum of an invoice, as it is due and as the vendor states it.
public struct AuditTotal: Sendable, Hashable, Codable {
  /// Which sum.
  public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    /// Without VAT.
    case net
    /// The VAT.
    case vat
    /// What is to be paid.
    case gross
  }

  /// Which sum.
  public let kind: Kind
  /// What is due.
  public let due: Money
  /// What the vendor states; `nil` where it does not.
  public let billed: Money?

  /// What is stated too much; negative where it is too little, `nil` where nothing is stated.
  public var money: Money? { billed.map { $0 - due } }
}

/// A vendor's invoice held against what its contract says for the month.
public struct InvoiceAudit: Sendable, Hashable, Codable {
  /// What is due.
  public let due: Invoice
  /// The lines that are due, in their order, then those that only the vendor has, in theirs.
  public let lines: [AuditLine]
  /// Net, VAT and gross.
  public let totals: [AuditTotal]

  /// Whether every line and every stated sum is what is due.
  public var isRight: Bool {
    differences.isEmpty && totals.allSatisfy { $0.money ?? .zero == .zero }
  }

  /// The sum of the vendor's lines.
  public var billedSum: Money { lines.compactMap { $0.billed?.amount }.total() }
  /// What is billed too much over all lines; negative where it is too little.
  public var money: Money { billedSum - due.sum }
  /// The lines that are not right.
  public var differences: [AuditLine] { lines.filter { $0.difference != nil } }

  /// Holds `billed` against `due`, by the lines' codes; of several with one code, those with equal
  /// amounts belong together, the others by their order. Lines of no amount may be missing on either
  /// side. Quantities and prices of a unit that the vendor does not state are not compared. Lines
  /// called `net`, `vat` and `gross` are sums.
  public init(of billed: [BilledLine], against due: Invoice) {
    self.due = due
    let kinds = AuditTotal.Kind.allCases
    totals = kinds.map { kind in
      let stated = billed.last { $0.code == kind.rawValue }?.amount
      return AuditTotal(kind: kind, due: due.total(kind), billed: stated)
    }
    var open = billed.filter { AuditTotal.Kind(rawValue: $0.code) == nil }
    var matches: [Int: BilledLine] = [:]
    for isExact in [true, false] {
      for (place, line) in due.lines.enumerated() where matches[place] == nil {
        let found = open.firstIndex {
          $0.code == line.item.code && (!isExact || $0.amount == line.amount)
        }
        if let found { matches[place] = open.remove(at: found) }
      }
    }
    var lines: [AuditLine] = []
    for (place, line) in due.lines.enumerated() {
      let match = matches[place]
      if match == nil, line.amount == .zero { continue }
      lines.append(
        AuditLine(
          code: line.item.code, due: line, billed: match,
          difference: InvoiceAudit.difference(match, line)))
    }
    for line in open where line.amount != .zero {
      lines.append(AuditLine(code: line.code, due: nil, billed: line, difference: .notDue))
    }
    self.lines = lines
  }

  private static func difference(
    _ billed: BilledLine?, _ due: InvoiceLine
  ) -> BillingDifference? {
    guard let billed else { return .notBilled }
    let quantity = billed.quantity.map { rounded($0, due.quantity.rational) } ?? true
    let price =
      billed.unitPrice.map {
        rounded($0.minorUnitsPerUnit, due.unitRate.minorUnitsPerUnit)
      } ?? true
    switch (quantity, price) {
    case (false, false): return .quantityAndPrice
    case (false, true): return .quantity
    case (true, false): return .unitPrice
    case (true, true): return billed.amount == due.amount ? nil : .arithmetic
    }
  }

  /// Whether both are the same to a millionth.
  private static func rounded(_ first: Rational, _ second: Rational) -> Bool {
    let scale = Rational(1_000_000)
    return Money(rounding: first, times: scale) == Money(rounding: second, times: scale)
  }
}

extension Invoice {
  /// One of the sums.
  public func total(_ kind: AuditTotal.Kind) -> Money {
    switch kind {
    case .net: net
    case .vat: vat
    case .gross: gross
    }
  }
}
