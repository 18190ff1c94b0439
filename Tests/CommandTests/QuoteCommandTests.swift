import Foundation
import Testing

@Suite("The command quote")
struct QuoteCommandTests {
  /// Costs and shares that stand nowhere else, planted into the scenario that ships.
  private static let markers: [(path: String, value: String)] = [
    ("staff-groups.agents.wage", "4613.57 per month"),
    ("staff-groups.agents.employer-on-cost", "31.37 %"),
    ("staff-groups.agents.hiring.cost-per-hire", "1217.93"),
    ("staff-groups.agents.hiring.cost-per-class", "4011.19"),
    ("support-roles.team-leader.wage", "7019.43 per month"),
    ("support-roles.manager.wage", "13177.61 per month"),
    ("quote.overhead", "11.83 %"), ("quote.margin", "33.73 %"), ("quote.risk", "2.89 %"),
    ("quote.finance-rate", "5.23 %"), ("quote.seat", "857.19"), ("quote.tools", "163.31"),
  ]

  private func quote(_ workplace: Workplace, _ more: [String]) throws -> CommandRun {
    let settings = Self.markers.flatMap { ["--set", "\($0.path)=\($0.value)"] }
    let base = ["quote", "scenarios/bid-request", "--quiet"]
    return try CommandRun(base + settings + more, in: workplace.folder)
  }

  private func object(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  /// The ways in which people write a number, to compare with what is between other digits.
  private func notations(_ number: String, isShare: Bool) -> [String] {
    let parts = number.split(separator: ".")
    let whole = String(parts[0])
    let decimals = parts.count > 1 ? String(parts[1]) : ""
    if isShare {
      let value = (Double(number) ?? 0) / 100
      return [number, "\(whole),\(decimals)", String(format: "%.4f", value)]
    }
    var groups: [String] = []
    var rest = Substring(whole)
    while rest.count > 3 {
      groups.insert(String(rest.suffix(3)), at: 0)
      rest = rest.dropLast(3)
    }
    groups.insert(String(rest), at: 0)
    var found = ["\(whole).\(decimals)", "\(whole),\(decimals)", whole + decimals]
    for separator in [",", " ", "\u{A0}", "\u{202F}", "'", "’"] {
      found.append(groups.joined(separator: separator) + ".\(decimals)")
    }
    found.append(groups.joined(separator: ".") + ",\(decimals)")
    // Rounded to the whole, where that is long enough to be no accident.
    if whole.count >= 6, let value = Double(number) {
      let rounded = String(Int64(value.rounded()))
      found += [rounded, "\(rounded.prefix(rounded.count - 3)),\(rounded.suffix(3))"]
    }
    return found
  }

  /// Whether `text` has the number as a number of its own.
  private func has(_ number: String, in text: String) -> Bool {
    var rest = text[...]
    while let range = rest.range(of: number) {
      let isFirst = range.lowerBound == text.startIndex
      let before = isFirst ? " " : text[text.index(before: range.lowerBound)]
      let after = range.upperBound == text.endIndex ? " " : text[range.upperBound]
      if !before.isNumber, !after.isNumber, before != "." { return true }
      rest = text[range.upperBound...]
    }
    return false
  }

  /// The files of a packed workbook as one text.
  private func unpacked(_ name: String, in workplace: Workplace) throws -> String {
    let script =
      "import sys,zipfile; z=zipfile.ZipFile(sys.argv[1]); "
      + "print('\\n'.join(n+'\\n'+z.read(n).decode('utf-8') for n in z.namelist()))"
    let file = workplace.folder.appendingPathComponent("unpack.py")
    try Data(script.utf8).write(to: file)
    let run = try CommandRun(shell: "python3 unpack.py \(name)", in: workplace.folder)
    #expect(run.code == 0, "\(run.log)")
    return run.output
  }

  /// What only the outsourcer knows: the markers, and what the open book says.
  private func secrets(_ open: [String: Any]) throws -> [(number: String, isShare: Bool)] {
    var found: [(number: String, isShare: Bool)] = Self.markers.map { marker in
      let number = marker.value.prefix { $0.isNumber || $0 == "." }
      return (String(number), marker.value.hasSuffix("%"))
    }
    let book = try #require(open["openBook"] as? [String: Any])
    for key in ["cost", "ledgerTotal", "risk", "margin", "finance"] {
      found.append((try #require(book[key] as? String), false))
    }
    for line in try #require(book["costs"] as? [[String: Any]]) {
      found.append((try #require(line["amount"] as? String), false))
    }
    for one in try #require(book["cases"] as? [[String: Any]]) {
      found.append((try #require(one["cost"] as? String), false))
    }
    for key in ["markup", "wageShare", "breakEvenShare"] {
      let share = try #require(book[key] as? Double)
      found.append((String(format: "%.2f", share * 100), true))
      found.append((String(format: "%.1f", share * 100) + "\u{A0}%", false))
    }
    // An hour of the wage, as the law reckons it, and a yuan of it with contributions.
    found.append((String(format: "%.2f", 4613.57 / 174), false))
    found.append((String(format: "%.2f", 4613.57 * 1.3137), false))
    return found
  }

  @Test("hands over no wage, cost or margin in a closed book, and all of them in an open one")
  func closed() throws {
    let workplace = try Workplace()
    let files = ["--html", "bid.html", "--xlsx", "prices.xlsx", "--json"]
    let closed = try quote(workplace, files)
    #expect(closed.code == 0, "\(closed.log)")
    let page = workplace.folder.appendingPathComponent("bid.html")
    var texts = [closed.output, try String(contentsOf: page, encoding: .utf8)]
    texts.append(try unpacked("prices.xlsx", in: workplace))
    let chinese = try quote(workplace, files + ["--no-cases", "--language", "zh"])
    texts += [chinese.output, try String(contentsOf: page, encoding: .utf8)]
    texts.append(try unpacked("prices.xlsx", in: workplace))
    let open = try quote(workplace, files + ["--open-book"])
    let opened =
      open.output + (try String(contentsOf: page, encoding: .utf8))
      + (try unpacked("prices.xlsx", in: workplace))
    var known = 0
    for (number, isShare) in try secrets(try object(open.output)) {
      let ways = isShare || number.contains("%") ? [number] : notations(number, isShare: false)
      for way in isShare ? notations(number, isShare: true) : ways {
        for (place, text) in texts.enumerated() {
          #expect(!has(way, in: text), "\(way) is in text \(place)")
        }
        if has(way, in: opened) { known += 1 }
      }
    }
    // The search finds what is there.
    #expect(known > 20)
    #expect(texts.allSatisfy { !$0.contains("openBook") && !$0.contains("state=\"hidden\"") })
    #expect(texts.allSatisfy { !$0.contains("quote.margin") })
  }

  @Test("shows its own desk what the ledger of `cost` says, to the cent")
  func agrees() throws {
    let workplace = try Workplace()
    let bid = try object(
      try workplace.run(
        "quote", "scenarios/bid-request", "--no-cases", "--open-book", "--json", "--quiet"
      ).output)
    let cost = try object(
      try workplace.run("cost", "scenarios/bid-request", "--json", "--quiet").output)
    let ledger = try #require(cost["ledger"] as? [String: Any])
    let whole = try #require(ledger["whole"] as? [String: Any])
    let book = try #require(bid["openBook"] as? [String: Any])
    #expect(book["ledgerTotal"] as? String == whole["amount"] as? String)
    func amount(_ key: String) throws -> Decimal {
      let text = try #require(book[key] as? String)
      return try #require(Decimal(string: text))
    }
    let lines = try #require(book["costs"] as? [[String: Any]])
    let sum = lines.compactMap { ($0["amount"] as? String).flatMap { Decimal(string: $0) } }
      .reduce(0, +)
    #expect(try sum == amount("cost"))
    let steps = try amount("cost") + amount("risk") + amount("margin") + amount("finance")
    #expect(try steps == amount("price"))
  }

  @Test("ends with 5 where the scenario is no bid, or its terms contradict each other")
  func faults() throws {
    let workplace = try Workplace()
    let none = try workplace.run("quote", "scenarios/six-to-sixteen")
    #expect(none.code == 5)
    #expect(none.log.contains("the scenario has no `quote`"))
    let greedy = try workplace.run(
      "quote", "scenarios/bid-request", "--set", "quote.margin=98 %")
    #expect(greedy.code == 5)
    #expect(greedy.log.contains("no price covers the costs"))
    let late = try workplace.run(
      "quote", "scenarios/bid-request", "--set", "quote.go-live=2027-03-01")
    #expect(late.code == 5)
    #expect(late.log.contains("is not within the horizon"))
    let fee = try workplace.run(
      "quote", "scenarios/bid-request", "--no-cases", "--set", "quote.setup-fee=2000000.00")
    #expect(fee.code == 5)
    #expect(fee.log.contains("quote.setup-fee is 2000000.00"))
    let unknown = try workplace.run(
      "quote", "scenarios/bid-request", "--set", "staff-groups.agents.shrinkage.in-office=nan")
    #expect(unknown.code == 5)
    #expect(unknown.log.contains("“nan” is no share"))
    #expect(unknown.log.hasSuffix("1 error\n"))
    let empty = try workplace.run("quote", "scenarios/bid-request", "--set", "quote.client=")
    #expect(empty.code == 5)
    #expect(empty.log.contains("there is no value"))
  }

  @Test("says which contacts the plan pays for and no unit bills")
  func early() throws {
    let workplace = try Workplace()
    let quote = ["quote", "scenarios/bid-request", "--no-cases", "--quiet"]
    let late = try CommandRun(
      quote + ["--set", "quote.go-live=2026-06-01"], in: workplace.folder)
    #expect(late.code == 0)
    #expect(late.output.contains("of the weeks before the go-live are planned and paid for"))
    let asAsked = try CommandRun(quote, in: workplace.folder)
    #expect(!asAsked.output.contains("before the go-live are planned"))
  }
}
