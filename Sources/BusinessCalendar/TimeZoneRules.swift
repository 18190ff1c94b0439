internal import Foundation

/// A time zone of the IANA database: when its clocks stand where, and when they jump.
///
/// Offsets are whole minutes, as everywhere since 1972; a historical offset with seconds is rounded
/// down. Instants are seconds since 1970-01-01T00:00Z.
public struct TimeZoneRules: CalendarText {
  /// The IANA name, such as `Europe/London`.
  public let identifier: String
  private let zone: TimeZone

  /// The zone with this IANA name, such as `Europe/London` (or `UTC`), or `nil` when there is none;
  /// abbreviations such as `EST`, which name no place, are refused.
  public init?(identifier: String) {
    let isName = identifier.contains("/") || identifier == "UTC" || identifier == "GMT"
    guard isName, let zone = TimeZone(identifier: identifier) else { return nil }
    self.identifier = identifier
    self.zone = zone
  }

  private init(utcNamed identifier: String) {
    self.identifier = identifier
    zone = .gmt
  }

  /// Coordinated universal time, without jumps.
  public static let utc = TimeZoneRules(utcNamed: "UTC")

  /// The zone with this IANA name, or `nil` when there is none.
  public init?(_ description: String) { self.init(identifier: description) }

  /// The IANA name.
  public var description: String { identifier }

  /// The alphabetical order of the names.
  public static func < (left: TimeZoneRules, right: TimeZoneRules) -> Bool {
    left.identifier < right.identifier
  }

  /// Whether both have the same name.
  public static func == (left: TimeZoneRules, right: TimeZoneRules) -> Bool {
    left.identifier == right.identifier
  }

  /// Hashes the name.
  public func hash(into hasher: inout Hasher) { hasher.combine(identifier) }

  /// How many minutes the clock is ahead of UTC at `instant` (seconds since 1970-01-01T00:00Z).
  public func offsetMinutes(at instant: Int64) -> Int {
    let seconds = zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(instant)))
    return floorDivision(seconds, by: 60)
  }

  /// How often the clock shows `local`.
  public func occurrence(of local: LocalDateTime) -> LocalTimeOccurrence {
    switch instantMinutes(of: local).count {
    case 0: .skipped
    case 1: .once
    default: .twice
    }
  }

  /// The instant when the clock shows `local`, in seconds since 1970-01-01T00:00Z: the first or
  /// second by its fold where it does so twice, and `nil` where it jumps over it.
  public func instant(of local: LocalDateTime) -> Int64? {
    let instants = instantMinutes(of: local)
    guard let first = instants.first, let last = instants.last else { return nil }
    return Int64(local.fold == 1 ? last : first) * 60
  }

  /// The instant when the clock shows `local` or, where it jumps over it, the instant of the jump;
  /// in seconds since 1970-01-01T00:00Z.
  public func instant(ofOrAfter local: LocalDateTime) -> Int64 {
    if let instant = instant(of: local) { return instant }
    let wall = TimeZoneRules.wallMinutes(local)
    let jump = segments(from: wall - 1440, to: wall + 1440).last?.start ?? wall
    return Int64(jump) * 60
  }

  /// What the clock shows at `instant` (seconds since 1970-01-01T00:00Z; seconds are cut off).
  public func local(at instant: Int64) -> LocalDateTime {
    let limit: Int64 = 400_000_000_000
    let minute = floorDivision(Int(min(max(instant, -limit), limit)), by: 60)
    let wall = minute + offsetMinutes(at: Int64(minute) * 60)
    let once = LocalDateTime.wall(minutes: wall)
    let instants = instantMinutes(of: once)
    let isSecond = instants.count > 1 && instants.last == minute
    return isSecond ? LocalDateTime(date: once.date, time: once.time, fold: 1) : once
  }

  private func instantMinutes(of local: LocalDateTime) -> [Int] {
    let wall = TimeZoneRules.wallMinutes(local)
    var found: [Int] = []
    for probe in [wall - 1440, wall + 1440] {
      let candidate = wall - offsetMinutes(at: Int64(probe) * 60)
      guard candidate != found.last else { continue }
      if candidate + offsetMinutes(at: Int64(candidate) * 60) == wall { found.append(candidate) }
    }
    return found.sorted()
  }

  static func wallMinutes(_ local: LocalDateTime) -> Int {
    local.date.dayNumber * 1440 + local.time.minutes
  }
}

extension LocalDateTime {
  /// The wall-clock time `minutes` after 1970-01-01T00:00.
  static func wall(minutes: Int) -> LocalDateTime {
    LocalDateTime(date: .epoch, time: .midnight).adding(minutes: minutes)
  }
}

/// How often the clock on the wall shows a time.
public enum LocalTimeOccurrence: String, Sendable, Hashable, Codable {
  /// Never: the clock jumps forward over it.
  case skipped
  /// Once, as nearly always.
  case once
  /// Twice: the clock goes back over it.
  case twice
}

/// A stretch of time in which the clock of a zone runs evenly; minutes since 1970-01-01T00:00Z,
/// half-open.
struct OffsetSegment: Sendable, Hashable {
  let start: Int
  let end: Int
  let offset: Int

  /// What the clock shows at the start and end, in minutes since 1970-01-01T00:00 of the wall.
  var wallStart: Int { start + offset }
  var wallEnd: Int { end + offset }
}

extension TimeZoneRules {
  /// The even stretches from one instant to another (minutes since 1970-01-01T00:00Z), in order.
  ///
  /// Found by probing once a day and halving between probes that differ; no zone has ever changed
  /// twice within a day.
  func segments(from start: Int, to end: Int) -> [OffsetSegment] {
    guard start < end else { return [] }
    var segments: [OffsetSegment] = []
    var segmentStart = start
    var offset = offsetMinutes(at: Int64(start) * 60)
    var probe = start
    while probe < end {
      let next = min(probe + 1440, end)
      let nextOffset = offsetMinutes(at: Int64(next) * 60)
      if nextOffset != offset {
        let change = firstMinute(after: probe, upTo: next, differingFrom: offset)
        segments.append(OffsetSegment(start: segmentStart, end: change, offset: offset))
        segmentStart = change
        offset = nextOffset
      }
      probe = next
    }
    if segmentStart < end {
      segments.append(OffsetSegment(start: segmentStart, end: end, offset: offset))
    }
    return segments
  }

  private func firstMinute(after low: Int, upTo high: Int, differingFrom offset: Int) -> Int {
    var (low, high) = (low, high)
    while high - low > 1 {
      let middle = low + (high - low) / 2
      if offsetMinutes(at: Int64(middle) * 60) == offset { low = middle } else { high = middle }
    }
    return high
  }
}
