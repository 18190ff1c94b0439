/// The reference of the scenario format, as `docs/reference/scenario.md` holds it.
public enum ScenarioReference {
  /// The whole page.
  public static let markdown: String =
    introduction + sections.map(section).joined() + "## Sale calendars\n\n" + saleCalendars
    + table(saleCalendarKeys, .saleCalendar) + "\n" + files

  private static let sections: [(title: String, keys: [KeyDefinition])] = [
    ("The scenario and its time", scenarioKeys), ("Queues", queueKeys),
    ("What a queue's requirement needs", requirementKeys), ("Volume", volumeKeys),
    ("Events", eventKeys), ("Sites", siteKeys), ("Pools", poolKeys),
    ("Staff groups", staffGroupKeys), ("Hiring and overtime", hiringKeys),
    ("More about our own people", staffRuleKeys), ("Legal entities", legalEntityKeys),
    ("Support roles", supportRoleKeys), ("Vendors", vendorKeys), ("Policy", policyKeys),
    ("Shifts", shiftKeys), ("Quote", quoteKeys),
  ]

  private static func section(_ section: (title: String, keys: [KeyDefinition])) -> String {
    let built = section.keys.filter(\.isBuilt)
    let unbuilt = section.keys.filter { !$0.isBuilt }
    var text = "## \(section.title)\n\n" + table(built, .scenario) + "\n"
    if !unbuilt.isEmpty {
      text += "Clauses of contracts that are known, and refused in plans with the reason: "
      text += unbuilt.map { "`\($0.key)`" }.joined(separator: ", ") + ". Units likewise: "
      text += UnbuiltUnits.keys.map { "`per \($0)`" }.joined(separator: ", ") + ".\n\n"
    }
    return text
  }

  static func table(_ keys: [KeyDefinition], _ table: KeyTable) -> String {
    let rows = keys.map { key in
      let cells = [
        "`\(path(key.pattern, in: table))`", KindText.words(key.kind), standard(of: key),
        meaning(of: key),
      ]
      return "| " + cells.map(escaped).joined(separator: " | ") + " |\n"
    }
    return "| key | value | default | meaning |\n|---|---|---|---|\n" + rows.joined()
  }

  /// A pattern of the table as people read it: `queues.<queue>.patience`.
  static func path(_ whole: String, in table: KeyTable) -> String {
    var pattern = ""
    var shown: [String] = []
    for component in whole.split(separator: ".").map(String.init) {
      if component == "*" {
        shown.append(table[pattern]?.kind.mapKey?.placeholder ?? "<key>")
      } else if component == "[]", let last = shown.popLast() {
        shown.append(last + "[]")
      } else {
        shown.append(component)
      }
      pattern += (pattern.isEmpty ? "" : ".") + component
    }
    return shown.joined(separator: ".")
  }

  private static func standard(of key: KeyDefinition) -> String {
    if key.isRequired { return "**required**" }
    return key.standard.map { "`\($0)`" } ?? "–"
  }

  private static func meaning(of key: KeyDefinition) -> String {
    guard let example = key.example else { return key.meaning }
    return "\(key.meaning) Such as `\(example)`."
  }

  private static func escaped(_ cell: String) -> String { cell.replacing("|", with: "\\|") }

  private static let introduction = """
    # Scenario files

    A scenario is a folder with a `scenario.yaml` and the CSV files that it names. This page lists \
    every key. It is generated from the table that the reader itself uses; \
    `peakplan schema` prints the same as JSON Schema for editors, `peakplan new DIR` writes a \
    commented scenario to start from, and `peakplan check DIR` reports all that is wrong with one.

    ## Values

    - A quantity carries its unit: `240 s`, `4 min`, `36 h`, `3 days`, `8 weeks`, `1 h 30 min`; \
    `80 %`; `7.4 % per year`. A number without a unit is a count.
    - Money is in the scenario's one currency: `1500.00`, `28.50 per hour`, `6000 per month`. \
    Thousands have no separator, decimals a point.
    - A date is `2026-11-11`, a minute of the local clock `2026-11-10T20:00`; where the clock shows \
    it twice, `2026-10-25T01:30 fold 1` is the second time.
    - An id is a key of a map that the scenario chooses: letters `a`–`z`, digits and hyphens. In the \
    paths below it stands in angle brackets. Overrides address by such paths, as in \
    `queues.apparel-chat.patience`.
    - A text with a colon, a `#` or a sign at its start is put in quotes, and so are times: \
    `"08:00-24:00"`.
    - Anchors, aliases and tags of YAML are refused, and so are files of more than 1,000,000 bytes \
    or with more than 40 levels of nesting. A map or list has at most 2000 entries.


    """

  private static let saleCalendars = """
    A sale calendar is a YAML file of its own with the dates of one platform's sale in one year. \
    A scenario lists it under `sale-calendars` and makes its waves events with `from`.


    """

  private static let files = """
    ## CSV files

    UTF-8, with or without a byte-order mark; comma, semicolon or tab between fields; quotes around \
    a field that holds one of them; a header. Decimals have a point. At most 50,000,000 bytes.

    An interval file has a row an interval, with totals and not averages. Its columns are found by \
    these names, or by those that `columns` gives:

    | column | meaning |
    |---|---|
    | `start`, `timestamp` or `date` | local start of the interval, `2026-11-10T20:00`; a date alone \
    stands for the day |
    | `start_utc` | instead: the start in UTC, with or without `Z` |
    | `offered` or `value` | contacts offered |
    | `handled`, `handle_s_total` | contacts handled, and the seconds they took together |
    | `queue` | only rows with the queue's id, or the name in `queue`, are read |
    | `channel` | only rows with the name in `channel` are read, if it is given |
    | `language` | rows of several languages are added up |
    | `interval_min` | minutes of the interval |

    A row that is missing was not counted; a zero was. A start that appears twice is an issue, but \
    for the hour that the clocks show twice in autumn, whose second row is the second hour. A \
    history needs 14 days before the horizon; a forecast every open interval of it.

    A file of orders has a row a day with the columns `date` and `orders`, and covers every day from \
    which a lag reaches into the horizon.

    """
}

extension ValueKind {
  /// What the keys of such a map are.
  fileprivate var mapKey: MapKey? {
    switch self {
    case .map(let key): return key
    case .either(let kinds): return kinds.compactMap(\.mapKey).first
    default: return nil
    }
  }
}
