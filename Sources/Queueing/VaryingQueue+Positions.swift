public import Units

extension VaryingQueue {
  /// The stationary queue that `load` would make: Erlang A, or Erlang C where nobody leaves.
  public func model(of load: Erlangs) -> ErlangA {
    ErlangA(load: load, handleTime: handleTime, patience: patience)
  }

  /// The fewest positions of each interval that meet `conditions` in the stationary queue of its
  /// load by `method`, fractions included; 0 where nothing comes.
  ///
  /// ``StaffingMethod/offeredLoadMaximum`` is the requirement to plan with; the others stand beside
  /// it. Throws when a contact comes and a condition cannot be met by any number.
  public func positions(
    by method: StaffingMethod = .offeredLoadMaximum, meeting conditions: ServiceConditions,
    from start: LoadStart = .dayBefore
  ) throws(UnreachableTarget) -> [RequiredPositions] {
    var required: [RequiredPositions] = []
    required.reserveCapacity(intervals)
    var last = Erlangs(-1)
    for load in loads(by: method, from: start) {
      if load == last, let same = required.last {
        required.append(same)
        continue
      }
      required.append(try model(of: load).positions(meeting: conditions))
      last = load
    }
    return required
  }
}
