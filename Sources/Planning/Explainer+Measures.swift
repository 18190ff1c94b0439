internal import CapacityPlanning
internal import Scenarios
internal import Units

extension Explainer {
  /// What the plan does with a group beside hiring and overtime.
  func measure(_ entry: StaffMeasures.Entry, path: String) -> Explanation {
    let value = entry.kind.isTime ? "\(entry.amount.short) h" : entry.amount.short
    switch entry.kind {
    case .contractsEnded:
      return Explanation("contracts that ended", value: value, path: "\(path).employment")
    case .released:
      return Explanation("made redundant", value: value, path: "\(path).redundancy")
    case .leave: return Explanation("leave granted", value: value, path: "\(path).leave")
    case .unusedLeave:
      return Explanation(
        "leave paid at the end, not taken", value: value, path: "\(path).leave.carry-over")
    case .undertime:
      return Explanation("voluntary time off", value: value, path: "\(path).undertime")
    case .timeOff, .timeOwed:
      return Explanation(
        entry.kind == .timeOff
          ? "time off in lieu of pay for rest-day work" : "time off still owed at the end, paid",
        value: value, path: "\(path).overtime.time-off-within")
    case .transferredIn:
      return Explanation("came from other groups", value: value, path: "staff-groups")
    case .transferredOut:
      return Explanation("went to other groups", value: value, path: "\(path).transfers")
    case .moving:
      let group = entry.group.map { name(ofSupplier: $0.rawValue) } ?? ""
      return Explanation("begin to move to \(group)", value: value, path: "\(path).transfers")
    case .learning, .learnt:
      let queue = entry.queue.map { name(of: $0) } ?? ""
      return Explanation(
        entry.kind == .learning ? "begin to learn \(queue)" : "trained for \(queue)",
        value: value, path: "\(path).cross-training")
    }
  }
}
