/// Where each key of a family is.
///
/// Leaner than a dictionary: the slots hold positions only, and the keys stay in their order, so
/// that sums which run through them in order find them in the processor's cache. Open addressing
/// with linear probing (Knuth, The Art of Computer Programming, vol. 3, section 6.4, algorithm L).
@usableFromInline
struct KeyIndex<Key: Hashable & Sendable>: Sendable {
  @usableFromInline let keys: [Key]
  @usableFromInline let slots: [Int32]
  @usableFromInline let mask: Int
  /// Whether a key came twice.
  @usableFromInline let hasRepeats: Bool

  @inlinable
  init(_ keys: [Key]) {
    var size = 4
    while size < keys.count * 2 { size *= 2 }
    let mask = size - 1
    var slots = [Int32](repeating: -1, count: size)
    var hasRepeats = false
    for position in keys.indices {
      var slot = keys[position].hashValue & mask
      var isNew = true
      while slots[slot] >= 0 {
        if keys[Int(slots[slot])] == keys[position] {
          isNew = false
          break
        }
        slot = (slot + 1) & mask
      }
      if isNew {
        slots[slot] = Int32(truncatingIfNeeded: position)
      } else {
        hasRepeats = true
      }
    }
    self.keys = keys
    self.slots = slots
    self.mask = mask
    self.hasRepeats = hasRepeats
  }

  /// The position of a key, or nil when it is not there.
  @inlinable
  func position(of key: Key) -> Int32? {
    var slot = key.hashValue & mask
    while slots[slot] >= 0 {
      if keys[Int(slots[slot])] == key { return slots[slot] }
      slot = (slot + 1) & mask
    }
    return nil
  }
}
