public import BusinessCalendar
public import Units

/// A dated cause of unusual volume: a sale's opening, a campaign, a festival.
public struct PeakEvent: Sendable, Equatable, Codable {
  /// The event's key in the scenario.
  public typealias ID = Identifier<PeakEvent>

  /// How the lift runs through the window.
  public enum Shape: Sendable, Hashable, Codable {
    /// The full lift from start to end.
    case flat
    /// The full lift at the start, halved every `halfLife`: a sale's opening.
    case decay(halfLife: Duration)
  }

  /// What the event does to one queue.
  public struct Lift: Sendable, Equatable, Codable {
    /// The queue.
    public let queue: Queue.ID
    /// Extra volume as a share of what would have come anyway; 3 is four times the volume.
    public let extraVolume: Share
    /// Change of the handle time; 0.1 is 10 % longer.
    public let handleTimeChange: Share

    /// A lift of one queue.
    public init(queue: Queue.ID, extraVolume: Share, handleTimeChange: Share) {
      self.queue = queue
      self.extraVolume = extraVolume
      self.handleTimeChange = handleTimeChange
    }
  }

  /// The key in the scenario (or `calendar/key` for one of a sale calendar).
  public let id: ID
  /// The name people know it by.
  public let name: String
  /// The platform that holds the sale, if any.
  public let platform: String?
  /// The sale's year.
  public let year: Int?
  /// The number of the wave within the sale.
  public let wave: Int?
  /// The phase, such as `presale`, `sale`, `returns`.
  public let phase: String?
  /// When it starts, to the minute.
  public let start: LocalDateTime
  /// How long it lasts.
  public let window: Duration
  /// How the lift runs through the window.
  public let shape: Shape
  /// What it does to each queue.
  public let lifts: [Lift]
  /// Where the date and the numbers come from.
  public let source: String
  /// The day on which the contact centre was told, if it is known.
  public let notified: LocalDate?

  /// An event; the scenario reader has checked every value.
  public init(
    id: ID, name: String, platform: String?, year: Int?, wave: Int?, phase: String?,
    start: LocalDateTime, window: Duration, shape: Shape, lifts: [Lift], source: String,
    notified: LocalDate?
  ) {
    self.id = id
    self.name = name
    self.platform = platform
    self.year = year
    self.wave = wave
    self.phase = phase
    self.start = start
    self.window = window
    self.shape = shape
    self.lifts = lifts
    self.source = source
    self.notified = notified
  }
}
