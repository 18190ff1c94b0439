internal import Scenarios

/// A group in a week.
struct GroupWeek: Hashable, Sendable {
  let group: Int
  let week: Int
}

/// One way of extra work of a group in a week.
struct OvertimeKey: Hashable, Sendable {
  let group: Int
  let week: Int
  let kind: OvertimeKind
  /// Which of the week's stretches under one law; 0 where one law holds all week.
  var part = 0
}

/// A supplier's work for a queue in a week on one kind of day.
struct WorkKey: Hashable, Sendable {
  let supplier: Int
  let queue: Int
  let week: Int
  let bucket: DayBucket
}

/// A vendor in a week.
struct VendorWeek: Hashable, Sendable {
  let vendor: Int
  let week: Int
}

/// A vendor in a calendar month.
struct VendorMonth: Hashable, Sendable {
  let vendor: Int
  let month: Int
}

/// A slice of the hours of a queue that nobody covers.
struct ShortageKey: Hashable, Sendable {
  let queue: Int
  let week: Int
  let bucket: DayBucket
  let tier: Int
}

/// A group in a calendar month.
struct GroupMonth: Hashable, Sendable {
  let group: Int
  let month: Int
}

/// A queue that people of a group can learn, by its place in the group's rules, in a week.
struct CrossKey: Hashable, Sendable {
  let group: Int
  let option: Int
  let week: Int
}

/// Hours lent to a learnt queue on one kind of day of a week.
struct LentKey: Hashable, Sendable {
  let group: Int
  let option: Int
  let week: Int
  let bucket: DayBucket
}
