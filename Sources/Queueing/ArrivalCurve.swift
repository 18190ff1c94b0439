public import Units

/// Contacts that arrive at a rate that changes: so many in each of equal steps, spread evenly
/// within a step.
///
/// The steps may be as short as the demand is known: a minute shows a pulse that a quarter of an
/// hour hides. Every method that takes a curve is exact for the rate as it is given.
public struct ArrivalCurve: Sendable, Hashable {
  /// The contacts that arrive in each step.
  public let volumes: [ContactVolume]
  /// The length of a step.
  public let step: Duration

  /// A curve of `volumes`, one for each `step`.
  ///
  /// Throws when the step is not above 0 or above 10⁹ s, or a volume is negative, above 10¹⁵ or no
  /// number.
  public init(
    volumes: [ContactVolume], every step: Duration
  ) throws(VaryingQueueError) {
    guard step > .zero else { throw .stepNotPositive(step) }
    guard step <= .seconds(1_000_000_000) else { throw .stepTooLong(step) }
    for (index, volume) in volumes.enumerated()
    where !(volume.value >= 0 && volume.value <= 1e15) {
      throw .volumeOutOfRange(volume, step: index)
    }
    self.volumes = volumes
    self.step = step
  }

  /// The time that the curve covers.
  public var length: Duration { step * volumes.count }

  /// The contacts of the whole curve.
  public var total: ContactVolume { volumes.total() }

  /// Contacts a second, in each step.
  var rates: [Double] {
    let seconds = step.inSeconds
    return volumes.map { $0.value / seconds }
  }

  /// The steps that stand for the day before the curve starts: its own first day, or all of it
  /// where it is shorter.
  var dayBefore: Range<Int> {
    let perDay = (86_400 / step.inSeconds).rounded()
    return 0..<Int(min(Double(volumes.count), max(1, perDay)))
  }
}

extension ArrivalCurve: Codable {
  private enum CodingKeys: String, CodingKey { case volumes, step }

  /// Reads a curve, and refuses what ``init(volumes:every:)`` refuses.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    try self.init(
      volumes: values.decode([ContactVolume].self, forKey: .volumes),
      every: values.decode(Duration.self, forKey: .step))
  }
}
