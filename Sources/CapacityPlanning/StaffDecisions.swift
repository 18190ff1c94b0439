internal import LinearProgramming
internal import Scenarios
internal import Units

/// Decisions about our own people that only some scenarios have; each is empty in the others, so that
/// their programs are as small as before.
struct StaffDecisions: Sendable {
  /// Experienced people who are let go at the start of a week.
  let released: VariableFamily<GroupWeek>
  /// Paid hours of leave granted.
  let leave: VariableFamily<GroupWeek>
  /// Hours of leave that a group still has after a month.
  let leaveBalance: VariableFamily<GroupMonth>
  /// Hours of leave beyond what may be kept at the end; they are paid.
  let unusedLeave: VariableFamily<Int>
  /// Hours of voluntary time off.
  let undertime: VariableFamily<GroupWeek>
  /// Hours of overtime and rest-day work beyond those that people work at full speed.
  let tired: VariableFamily<GroupWeek>
  /// Hours taken off in lieu of pay.
  let taken: VariableFamily<GroupWeek>
  /// Hours owed after a week.
  let owed: VariableFamily<GroupWeek>
  /// People who begin to learn a queue.
  let learning: VariableFamily<CrossKey>
  /// People who have learnt it.
  let learnt: VariableFamily<CrossKey>
  /// Net hours they give to it, at the speed of their own group.
  let lent: VariableFamily<LentKey>
  /// People who begin to move to another group.
  let moving: VariableFamily<CrossKey>

  init(_ input: CapacityInput, in program: inout LinearProgram, _ names: CapacityNames) {
    let index = StaffIndex(input)
    released = program.variables("released", over: index.releases, label: names.label)
    leave = program.variables("leave", over: index.leaveWeeks, label: names.label)
    leaveBalance = program.variables(
      "leave balance", over: index.leaveMonths, label: names.label)
    unusedLeave = program.variables(
      "unused leave", over: index.leaveGroups, label: names.groupLabel)
    undertime = program.variables("undertime", over: index.undertimeWeeks, label: names.label)
    tired = program.variables("tired", over: index.tiredWeeks, label: names.label)
    taken = program.variables("time off", over: index.timeOffWeeks, label: names.label)
    owed = program.variables("time owed", over: index.timeOffWeeks, label: names.label)
    learning = program.variables("learning", over: index.learning, label: names.label)
    learnt = program.variables("learnt", over: index.learnt, label: names.label)
    lent = program.variables("lent", over: index.lent, label: names.label)
    moving = program.variables("moving", over: index.moving, label: names.transferLabel)
  }

  /// The families that have decisions.
  var families: Set<CapacityFamily> {
    var found: Set<CapacityFamily> = []
    if !released.keys.isEmpty { found.insert(.redundancy) }
    if !unusedLeave.keys.isEmpty { found.insert(.leave) }
    if !undertime.keys.isEmpty { found.insert(.undertime) }
    if !tired.keys.isEmpty { found.insert(.fatigue) }
    if !taken.keys.isEmpty { found.insert(.timeOff) }
    if !learning.keys.isEmpty { found.insert(.crossTraining) }
    if !moving.keys.isEmpty { found.insert(.transfers) }
    return found
  }
}
