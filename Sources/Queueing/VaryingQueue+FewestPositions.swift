public import Units

extension VaryingQueue {
  /// The fewest whole positions, interval after interval, with which each interval answers `share`
  /// of its contacts within `time` in truth: with the state that the intervals before it leave, by
  /// the evaluation itself instead of a stationary formula.
  ///
  /// Each interval gets as few as it can; what it leaves waiting is for the next one to catch up.
  /// It costs about ten times one evaluation. Compare the iterative staffing of Feldman, Mandelbaum,
  /// Massey & Whitt, "Staffing of time-varying queues to achieve time-stable performance", 2008.
  ///
  /// No interval gets fewer than `least`, rounded up. Throws ``UnreachableTarget`` when `share` is 1
  /// or more and a contact comes, and ``VaryingQueueError/tooLarge(_:operations:)``.
  public func fewestPositions(
    answering share: Share, within time: Duration, atLeast least: Positions = .zero,
    by method: EvaluationMethod = .automatic
  ) throws -> [Positions] {
    let guess = try positions(
      meeting: ServiceConditions(serviceLevel: share, within: time)
    ).map(\.wholePositions)
    let evaluation = Evaluation(queue: self, positions: guess, answerTime: time)
    let least = Positions(min(1e9, max(0, least.value.rounded(.up))))
    switch try evaluation.method(asked: method) {
    case .fluidBacklog: throw VaryingQueueError.fluidSearch
    case .gaussianClosure:
      var state = evaluation.startClosure(with: guess.first ?? .zero)
      return guess.enumerated().map { index, guess in
        let before = state
        return search(from: guess, atLeast: least) { staff in
          state = index == 0 ? evaluation.startClosure(with: staff) : before
          return evaluation.interval(index, with: staff, &state).serviceLevel >= share
        }
      }
    case .exactChain, .automatic:
      var state = evaluation.startChain(with: guess.first ?? .zero)
      return guess.enumerated().map { index, guess in
        let before = state
        return search(from: guess, atLeast: least) { staff in
          state = index == 0 ? evaluation.startChain(with: staff) : StateChain(copying: before)
          return evaluation.interval(index, with: staff, state).serviceLevel >= share
        }
      }
    }
  }

  /// The least whole number from `least` up that is enough; the last that `isEnough` sees.
  private func search(
    from guess: Positions, atLeast least: Positions, _ isEnough: (Positions) -> Bool
  ) -> Positions {
    var high = max(least, guess)
    var step = 1.0
    var low = least - Positions(1)
    var seen = high
    func enough(_ staff: Positions) -> Bool {
      seen = staff
      return isEnough(staff)
    }
    if enough(high) {
      while high > least {
        let next = max(least, high - Positions(step))
        guard enough(next) else {
          low = next
          break
        }
        high = next
        step *= 2
      }
    } else {
      low = high
      repeat {
        high = low + Positions(step)
        step *= 2
        if enough(high) { break }
        low = high
      } while high.value < 1e9
    }
    while high.value - low.value > 1 {
      let middle = Positions(((low.value + high.value) / 2).rounded())
      if enough(middle) { high = middle } else { low = middle }
    }
    if seen != high { _ = enough(high) }
    return high
  }
}
