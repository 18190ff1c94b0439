public import Units

/// A table of a report: the one value behind its terminal, HTML and CSV forms.
public struct Table: Sendable, Equatable {
  /// A column: its heading and the side its text stands on.
  public struct Column: Sendable, Equatable {
    /// The words above the column.
    public let heading: String
    /// The column's name in a CSV file; by default the heading.
    public let key: String
    /// On which side the text stands.
    public let alignment: Alignment
    /// Whether its text may be shortened where there is little room: words may, numbers and dates
    /// may not.
    public let canShrink: Bool

    /// A column of words.
    public init(_ heading: String, key: String? = nil) {
      self.init(heading, key: key, alignment: .leading, canShrink: true)
    }

    private init(_ heading: String, key: String?, alignment: Alignment, canShrink: Bool) {
      self.heading = heading
      self.key = key ?? heading
      self.alignment = alignment
      self.canShrink = canShrink
    }

    /// A column of dates or times.
    public static func date(_ heading: String, key: String? = nil) -> Column {
      Column(heading, key: key, alignment: .leading, canShrink: false)
    }

    /// A column of numbers.
    public static func number(_ heading: String, key: String? = nil) -> Column {
      Column(heading, key: key, alignment: .trailing, canShrink: false)
    }
  }

  /// The name of the table's CSV file, without the extension.
  public let name: String
  /// The words above the table.
  public let title: String
  /// What a reader must know about it, or nothing.
  public let note: String?
  /// The columns, left to right.
  public let columns: [Column]
  /// The rows, top to bottom; a short row is filled with empty cells, a long one is cut.
  public private(set) var rows: [[Cell]]
  /// A last row of sums, or nothing.
  public let totals: [Cell]?

  /// A table.
  public init(
    name: String, title: String, note: String? = nil, columns: [Column], rows: [[Cell]],
    totals: [Cell]? = nil
  ) {
    self.name = name
    self.title = title
    self.note = note
    self.columns = columns
    self.rows = rows.map { Self.fitted($0, to: columns.count) }
    self.totals = totals.map { Self.fitted($0, to: columns.count) }
  }

  /// Adds a row at the end.
  public mutating func append(_ row: [Cell]) {
    rows.append(Self.fitted(row, to: columns.count))
  }

  /// The table without the columns in which no row says anything to people.
  public var withoutEmptyColumns: Table {
    let used = columns.indices.filter { index in rows.contains { !$0[index].display.isEmpty } }
    return Table(
      name: name, title: title, note: note, columns: used.map { columns[$0] },
      rows: rows.map { row in used.map { row[$0] } },
      totals: totals.map { row in used.map { row[$0] } })
  }

  private static func fitted(_ row: [Cell], to count: Int) -> [Cell] {
    Array(row.prefix(count)) + Array(repeating: Cell.empty, count: max(0, count - row.count))
  }
}

/// One cell of a ``Table``: what people read, what machines read, and its tone.
public struct Cell: Sendable, Equatable {
  /// The text for people, numbers with grouped thousands.
  public let display: String
  /// The text for machines, numbers without grouping.
  public let plain: String
  /// What it means to the reader.
  public let tone: Tone

  private init(display: String, plain: String, tone: Tone) {
    self.display = display
    self.plain = plain
    self.tone = tone
  }

  /// Nothing.
  public static let empty = Cell(display: "", plain: "", tone: .plain)

  /// Words.
  public static func text(_ text: String, tone: Tone = .plain) -> Cell {
    Cell(display: text, plain: text, tone: tone)
  }

  /// A name for people, a key for machines: a queue and its id, a date and its ISO form.
  public static func named(_ name: String, key: String, tone: Tone = .plain) -> Cell {
    Cell(display: name, plain: key, tone: tone)
  }

  /// A number with fixed decimals; "–" (and nothing for machines) where it is missing.
  public static func number(_ value: Double?, decimals: Int = 0, tone: Tone = .plain) -> Cell {
    guard let value, value.isFinite else {
      return Cell(display: DecimalText.none, plain: "", tone: .muted)
    }
    return Cell(
      display: DecimalText.fixed(value, decimals: decimals),
      plain: DecimalText.fixed(value, decimals: decimals, separator: ""), tone: tone)
  }

  /// A number with fixed decimals for people and all of it for machines.
  public static func exact(_ value: Rational, decimals: Int, tone: Tone = .plain) -> Cell {
    Cell(
      display: DecimalText.fixed(value.doubleValue, decimals: decimals),
      plain: DecimalText.exact(value), tone: tone)
  }

  /// A whole number.
  public static func count(_ value: Int, tone: Tone = .plain) -> Cell {
    .number(Double(value), tone: tone)
  }

  /// An exact amount of money in major units.
  public static func money(_ amount: Money, _ currency: Currency, tone: Tone = .plain) -> Cell {
    Cell(display: currency.grouped(amount), plain: currency.decimal(amount), tone: tone)
  }

  /// A share as a percentage; machines read the fraction.
  public static func percent(_ share: Double?, decimals: Int = 1, tone: Tone = .plain) -> Cell {
    guard let share, share.isFinite else { return .number(nil) }
    return Cell(
      display: DecimalText.percent(share, decimals: decimals),
      plain: DecimalText.fixed(share, decimals: decimals + 2, separator: ""), tone: tone)
  }
}
