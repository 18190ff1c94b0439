internal import Scenarios
internal import Units

// Whose contract ends when.
extension StaffModel {
  /// The share of people of tenure `tenure` in week `week − 1` whose contract ends before `week`:
  /// those who have not left of their own will.
  func ending(atTenure tenure: Int, before week: Int) -> Double {
    guard let endWeek, week == endWeek else {
      guard isLastWeek(atAge: tenure + trainingWeeks), waveKeep[week] > 0 else { return 0 }
      return (1 - leavingRate(atTenure: max(0, tenure))) * waveKeep[week]
    }
    return 1 - leavingRate(atTenure: max(0, tenure))
  }

  /// The share of a class started in week `start` whose contract ends before `week`.
  func ending(ofClassIn start: Int, before week: Int) -> Double {
    guard week > start else { return 0 }
    let age = week - 1 - start
    return survival(ofClassIn: start, to: week - 1)
      * ending(atTenure: age - trainingWeeks, before: week)
  }

  /// The people already there whose contract ends before `week`.
  func endingOfThoseThere(before week: Int) -> Double {
    guard week > 0 else { return 0 }
    return group.headcount.reduce(0) { sum, cohort in
      let there = survival(ofTenure: cohort.tenureWeeks, to: week - 1)
      let share = ending(atTenure: cohort.tenureWeeks + week - 1, before: week)
      return sum + max(0, cohort.heads.value) * there * share
    }
  }

  /// The share of the experienced pool of the week before whose contract ends before `week`.
  func endingOfPool(before week: Int) -> Double {
    week > 0 ? ending(atTenure: poolTenure, before: week) : 0
  }

  /// The share of those let go before week `released` who would still be there in `week`.
  func poolSurvival(from released: Int, to week: Int) -> Double {
    guard week > released else { return week == released ? 1 : 0 }
    return ((released + 1)...week).reduce(1) { $0 * poolKeep(to: $1) }
  }
}
