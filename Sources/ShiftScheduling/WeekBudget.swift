/// What a week has of something for each pool (or queue), what its days have used, and what the
/// outline keeps for the days to come.
struct WeekBudget: Sendable {
  /// All of it.
  let total: [Double]
  /// What the outline gives each day.
  let outlined: [[Double]]
  /// What the days so far have used.
  private(set) var used: [Double]

  /// A budget of which nothing is used.
  init(total: [Double], outlined: [[Double]]) {
    self.total = total
    self.outlined = outlined
    used = total.map { _ in 0 }
  }

  /// What the day may use: all that is left but for what later days are given.
  func left(for day: Int) -> [Double] {
    total.indices.map { index in
      let later = outlined[(day + 1)...].lazy.map { $0[index] }.reduce(0, +)
      return max(0, total[index] - used[index] - later)
    }
  }

  /// Notes what a day has used of number `index`.
  mutating func use(_ amount: Double, of index: Int) { used[index] += amount }
}
