internal import BusinessCalendar
internal import Scenarios
internal import Units

extension ScenarioDecoder {
  /// The events in the order of their start, then of their ids.
  func events(_ top: MapReader) -> [PeakEvent] {
    let waves = saleWaves(top)
    let events = top.entries("events").compactMap { event($0, waves) }
    return events.sorted { ($0.start, $0.id) < ($1.start, $1.id) }
  }

  private func saleWaves(_ top: MapReader) -> [String: SaleWave] {
    var waves: [String: SaleWave] = [:]
    for (value, span) in top.list("sale-calendars") ?? [] {
      guard case .text(let file) = value else { continue }
      let found = SaleCalendarFile(context: context).waves(file, at: span, "sale-calendars") ?? []
      for (id, wave) in found {
        if waves[id] != nil {
          log.error(
            at: span, "sale-calendars", "the wave “\(id)” is in two calendars", hint: "keep one")
        }
        waves[id] = wave
      }
    }
    return waves
  }

  private func event(
    _ entry: (id: String, reader: MapReader), _ waves: [String: SaleWave]
  ) -> PeakEvent? {
    let reader = entry.reader
    guard let base = wave(reader, waves) else { return nil }
    let start = reader.moment("start") ?? base.wave?.start
    let window = reader.duration("window") ?? base.wave?.window
    let source = reader.text("source") ?? base.wave?.source
    if base.wave == nil {
      for key in ["start", "window", "source"] where !reader.has(key) {
        log.error(
          at: reader.node.span, reader.pathText, "“\(key)” is missing",
          hint: "it is required without `from`")
      }
    }
    let lifts = lifts(reader)
    let shape: PeakEvent.Shape
    if base.wave != nil, !reader.has("shape"), !reader.has("half-life") {
      shape = base.wave?.halfLife.map { .decay(halfLife: $0) } ?? .flat
    } else {
      guard let written = EventShape(reader) else { return nil }
      shape = written.halfLife.map { .decay(halfLife: $0) } ?? .flat
    }
    guard let start, let window, let source, let lifts else { return nil }
    if let horizon = context.horizon, start.date >= horizon.end {
      log.warning(
        at: reader.span("start"), reader.pathText, "the event begins after the horizon ends",
        hint: "it changes nothing in the plan")
    }
    return PeakEvent(
      id: PeakEvent.ID(entry.id), name: reader.text("name") ?? base.wave?.name ?? entry.id,
      platform: reader.text("platform") ?? base.wave?.platform,
      year: reader.count("year") ?? base.wave?.year, wave: reader.count("wave") ?? base.wave?.wave,
      phase: reader.text("phase") ?? base.wave?.phase, start: start, window: window, shape: shape,
      lifts: lifts, source: source, notified: reader.date("notified") ?? base.wave?.notified)
  }

  /// The wave that the event is, if it is one; `nil` when it names one that is not there.
  private func wave(_ reader: MapReader, _ waves: [String: SaleWave]) -> (wave: SaleWave?, Void)? {
    guard reader.has("from") else { return (nil, ()) }
    guard let id = reader.text("from") else { return nil }
    if let wave = waves[id] { return (wave, ()) }
    let known = waves.keys.sorted()
    let meant = DidYouMean.nearest(to: id, among: known)
    reader.error(
      "from", "no sale calendar has the wave “\(id)”",
      hint: meant.map { "did you mean “\($0)”?" }
        ?? (known.isEmpty
          ? "list the calendar's file under sale-calendars"
          : "the waves are \(Array(known.prefix(12)).enumeratedInWords)"))
    return nil
  }

  private func lifts(_ reader: MapReader) -> [PeakEvent.Lift]? {
    guard reader.has("lift") else { return nil }
    let written = reader.shares("lift", by: "queue")
    if reader.node["lift"]?.pairs?.isEmpty ?? false {
      reader.error("lift", "no queue is lifted", hint: "write { apparel-chat: 400 % }")
      return nil
    }
    var common = Rational.zero
    var changes: [(id: String, share: Rational)] = []
    switch reader.value("handle-time-change") {
    case .share(let share): common = share
    case .structure: changes = reader.shares("handle-time-change", by: "queue")
    default: return nil
    }
    for change in changes where !written.contains(where: { $0.id == change.id }) {
      reader.error(
        "handle-time-change", "“\(change.id)” is not lifted by this event",
        hint: "add it to lift, with 0 % if only its handle time changes")
    }
    return written.map { lift in
      let change = changes.first { $0.id == lift.id }?.share ?? common
      return PeakEvent.Lift(
        queue: Queue.ID(lift.id), extraVolume: Share(lift.share.doubleValue),
        handleTimeChange: Share(change.doubleValue))
    }
  }
}
