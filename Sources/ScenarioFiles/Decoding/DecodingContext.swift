internal import BusinessCalendar
internal import Units

/// What every part of one reading shares.
///
/// A class because the currency, the zone and the ids become known on the way; it never leaves the
/// reading.
final class DecodingContext {
  let log: IssueLog
  let keys: KeyTable
  let files: InputFiles
  var currency: Currency?
  var zone: TimeZoneRules?
  var horizon: DateRange?
  /// The ids of every map of ids, by the word of the table (`queue`, `site`, …).
  var ids: [String: [String]] = [:]
  /// What people call them, by the same words: names and their ids, in the order of the file.
  var names: [String: [(name: String, id: String)]] = [:]

  init(log: IssueLog, keys: KeyTable, files: InputFiles) {
    self.log = log
    self.keys = keys
    self.files = files
  }

  var values: ValueReading { ValueReading(currency: currency) }

  /// Whether `id` is given in the scenario; an issue where it is not.
  func isKnown(_ id: String, as what: String, at span: SourceSpan, _ path: String) -> Bool {
    let known = ids[what] ?? []
    if known.contains(id) { return true }
    let called = (names[what] ?? []).first { $0.name.lowercased() == id.lowercased() }
    let meant = DidYouMean.nearest(to: id, among: known)
    let hint: String
    if let called {
      hint = "that is a name; its id is \(called.id)"
    } else if let meant {
      hint = "did you mean “\(meant)”?"
    } else if known.isEmpty {
      hint = "the scenario has none"
    } else {
      hint = "the scenario has \(Array(known.prefix(12)).enumeratedInWords)"
    }
    log.error(
      at: span, path, "there is no \(what.replacing("-", with: " ")) “\(id)”", hint: hint)
    return false
  }
}
