internal import Units

/// The requirement of a queue, and what becomes of its contacts with these positions.
struct SizedQueue {
  var requirement: QueueRequirement
  /// Of one contact that comes in a slot, how often it fails: leaves or is turned away.
  var failed: [Double]
  /// Of one contact that comes in a slot, how often it is handled.
  var handled: [Double]
  /// Contacts handled that nobody offered: customers whom a campaign reached.
  var reached: [Double]

  /// Everything that comes is handled in the end, in the slot in which it comes.
  init(handlingAll requirement: QueueRequirement) {
    self.requirement = requirement
    let count = requirement.volume.count
    failed = Array(repeating: 0, count: count)
    handled = Array(repeating: 1, count: count)
    reached = failed
  }

  /// A requirement, and the shares of its contacts that fail and are handled.
  init(_ requirement: QueueRequirement, failed: [Double], handled: [Double]) {
    self.requirement = requirement
    self.failed = failed
    self.handled = handled
    reached = Array(repeating: 0, count: failed.count)
  }
}
