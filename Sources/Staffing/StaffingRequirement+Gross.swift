public import Scenarios
public import Units

extension StaffingRequirement {
  /// The gross requirement: heads to schedule so that `net` positions are manned, with `shrinkage`
  /// of their paid time lost; fractions kept. `nil` when the shrinkage leaves no time.
  public static func grossHeads(for net: Positions, shrinkage: Shrinkage) -> Headcount? {
    let available = shrinkage.available.value
    return available > 0 ? Headcount(net.value / available) : nil
  }
}
