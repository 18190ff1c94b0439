internal import BusinessCalendar
internal import Queueing
internal import Scenarios
internal import Units

/// The load that each slot of a queue is sized for, slot by slot, in erlangs of contacts.
///
/// Within a slot only its volume is known: the rate is drawn as a straight line that keeps the
/// slot's volume and is no steeper than towards either neighbour (van Leer's limiter, 1979), so that
/// a ramp is a ramp and the opening of a sale stays a jump.
struct SlotLoads {
  /// The least load that counts in a slot without contacts, in erlangs.
  private static let leastInHand = 0.001

  /// The mean rate times the handle time, each slot by itself.
  let stationary: [Double]
  /// The largest offered load of the slot; the horizon's first day stands for the day before.
  let maximum: [Double]
  /// The load at the slot's first moment, of contacts that came before it.
  let atStart: [Double]

  init(_ demand: SlotDemand) {
    let count = demand.slots.count
    let seconds = demand.openSeconds
    stationary = (0..<count).map { index in
      seconds[index] > 0
        ? demand.volume[index] * demand.handleSeconds[index] / seconds[index] : 0
    }
    let rises = demand.rises
    let day = demand.slots.prefix {
      $0.startInstant - (demand.slots.first?.startInstant ?? 0) < 86_400
    }
    .count
    var running = RunningLoad()
    var maximum = Array(repeating: 0.0, count: count)
    var atStart = maximum
    func follow(_ index: Int) {
      let whole = Double(demand.slots[index].minutes) * 60
      let handleTime = Duration.seconds(demand.handleSeconds[index])
      let closed = whole - seconds[index]
      let opens = index == 0 || seconds[index - 1] <= 0
      if closed > 0, opens || seconds[index] <= 0 {
        _ = running.follow(.zero, handleTime: handleTime, during: .seconds(closed))
      }
      guard seconds[index] > 0 else { return }
      atStart[index] = running.load.value
      maximum[index] =
        running.follow(
          ContactVolume(demand.volume[index]), rise: ContactVolume(rises[index]),
          handleTime: handleTime, during: .seconds(seconds[index])
        ).maximum.value
      // Where nothing comes there is nobody to answer: what is left in hand of the slots before counts
      // down to one contact in a thousand, and not for ever.
      if demand.volume[index] <= 0, maximum[index] < Self.leastInHand { maximum[index] = 0 }
      if closed > 0, !opens {
        _ = running.follow(.zero, handleTime: handleTime, during: .seconds(closed))
      }
    }
    for index in 0..<min(day, count) { follow(index) }
    for index in 0..<count { follow(index) }
    self.maximum = maximum
    self.atStart = atStart
  }
}

extension SlotDemand {
  /// The open seconds of each slot.
  var openSeconds: [Double] {
    slots.indices.map { openShares[$0] * Double(slots[$0].minutes) * 60 }
  }

  /// How many contacts more a slot would have at its last rate than at its first.
  var rises: [Double] {
    let seconds = openSeconds
    func rate(_ index: Int) -> Double? {
      guard slots.indices.contains(index), seconds[index] > 0 else { return nil }
      return volume[index] / seconds[index]
    }
    return slots.indices.map { index in
      guard let here = rate(index), let before = rate(index - 1), let after = rate(index + 1) else {
        return 0
      }
      let (down, up) = (here - before, after - here)
      guard down * up > 0 else { return 0 }
      let step = abs(down) < abs(up) ? down : up
      return step * seconds[index]
    }
  }

  /// The contacts of each minute of the slots `range`; a slot that is open in part has them in its
  /// open minutes, those at its beginning where the slot before is open.
  func minutes(of range: Range<Int>) -> [ContactVolume] {
    let rises = rises
    return range.flatMap { index -> [ContactVolume] in
      let all = slots[index].minutes
      let open = Int((Double(all) * openShares[index]).rounded())
      guard open > 0 else { return Array(repeating: .zero, count: all) }
      let mean = volume[index] / Double(open)
      let step = rises[index] / (Double(open) * Double(open))
      let middle = Double(open - 1) / 2
      let contacts = (0..<open).map {
        ContactVolume(max(0, mean + (Double($0) - middle) * step))
      }
      let closed = Array(repeating: ContactVolume.zero, count: all - open)
      let wasOpen = index > 0 && openShares[index - 1] > 0
      return wasOpen ? contacts + closed : closed + contacts
    }
  }
}
