internal import LinearProgramming

/// What a row of the capacity program means: how its shadow price becomes a sentence.
struct RowNote: Sendable {
  /// Whose limit it is.
  enum Owner: Hashable, Sendable {
    case group(Int)
    case vendor(Int)
    case site(Int)
    case queue(Int)
    case team(Int)
    case everybody
  }

  /// A note before its row exists.
  struct Draft: Sendable {
    var family: CapacityFamily
    var owner: Owner
    /// The weeks it speaks of; empty for the whole horizon.
    var weeks: [Int] = []
    /// The kind of day it limits; `nil` for both.
    var bucket: DayBucket?
    /// The unit of the limit for people: "seat", "overtime hour".
    var unit: String
    /// Units of the row's right-hand side in one such unit.
    var perUnit: Double = 1
    /// What one more of it is, such as "one more seat in Wuhan in the week of 9 November"; for a
    /// limit that asks for something, what one less is. `nil` for rows that are no limits.
    var relief: String?
    /// What the saving leaves out, such as "before its own pay"; `nil` where it leaves out nothing.
    var leavesOut: String?
    /// The scenario path of the limit.
    var path: String
  }

  let constraint: Constraint
  let name: String
  let draft: Draft
}
