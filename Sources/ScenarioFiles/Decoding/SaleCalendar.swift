internal import BusinessCalendar
internal import Units

/// A wave of a sale, as a calendar's file states it.
struct SaleWave {
  var name: String
  var platform: String
  var year: Int
  var wave: Int?
  var phase: String?
  var start: LocalDateTime
  var window: Duration
  var halfLife: Duration?
  var source: String
  var notified: LocalDate?
}

/// Reads the files of sale calendars.
struct SaleCalendarFile {
  let context: DecodingContext

  /// The waves of a file by `calendar/wave`, or `nil` with the reasons in the log.
  func waves(_ written: String, at span: SourceSpan, _ path: String) -> [(String, SaleWave)]? {
    let bytes: [UInt8]
    let file: RelativePath
    do throws(Complaint) {
      file = try RelativePath(written, in: span.folder)
      bytes = try context.files.bytes(at: file, atMost: DocumentReader.mostBytes)
    } catch {
      context.log.error(at: span, path, error)
      return nil
    }
    let reader = DocumentReader(log: context.log)
    guard let root = reader.document(bytes, name: file.text, folder: file.folder) else {
      return nil
    }
    let own = DecodingContext(log: context.log, keys: .saleCalendar, files: context.files)
    own.zone = context.zone
    guard let top = MapReader(root, path: [], pattern: "", in: own),
      let id = top.text("sale-calendar"), let platform = top.text("platform"),
      let year = top.count("year"), let source = top.text("source")
    else { return nil }
    let notified = top.date("notified")
    return top.entries("events").compactMap { entry in
      let reader = entry.reader
      guard let start = reader.moment("start"), let window = reader.duration("window"),
        let shape = EventShape(reader)
      else { return nil }
      let wave = SaleWave(
        name: reader.text("name") ?? entry.id, platform: platform, year: year,
        wave: reader.count("wave"), phase: reader.text("phase"), start: start, window: window,
        halfLife: shape.halfLife, source: reader.text("source") ?? source,
        notified: reader.date("notified") ?? notified)
      return ("\(id)/\(entry.id)", wave)
    }
  }
}

/// The shape of an event as it is written: `shape` and `half-life`.
struct EventShape {
  let halfLife: Duration?

  /// The shape, or `nil` with the reason in the log.
  init?(_ reader: MapReader) {
    guard let shape = reader.text("shape") else { return nil }
    let isDecay = shape == "decay"
    if isDecay, !reader.has("half-life") {
      reader.error(
        "shape", "“half-life” is missing", hint: "say how fast the lift falls: half-life: 3 h")
      return nil
    }
    if !isDecay, reader.has("half-life") {
      reader.error(
        "half-life", "a flat lift has no half-life", hint: "leave it out, or write shape: decay")
      return nil
    }
    halfLife = reader.duration("half-life")
    if isDecay, halfLife == nil { return nil }
  }
}
