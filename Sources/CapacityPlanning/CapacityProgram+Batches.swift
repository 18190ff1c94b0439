internal import LinearProgramming
internal import Scenarios
internal import Units

// Seats that come in batches.
extension CapacityProgram {
  /// `seats[v,w] = batch[v] · batches[v,w]` with whole batches, and on ordinary days all their hours
  /// are paid: `Σ_q billed[v,q,w,ordinary] + idle[v,w] ≥ hoursPerSeat[v] · share[w,ordinary] ·
  /// seats[v,w]`.
  mutating func addSeatBatches() {
    for key in clauses.batches.keys {
      guard let batch = input.vendors[key.vendor].seatBatch else { continue }
      let id = input.vendorID(key.vendor)
      let note = RowNote.Draft(
        family: .vendorBatch, owner: .vendor(key.vendor), weeks: [key.week], unit: "seat",
        path: "vendors.\(id).seat-batch")
      let week = input.weekName(key.week)
      require(
        "batches of \(id) in \(week)", seats[key] - batch * clauses.batches[key] == 0, note)
      let hours = seatHours(key, .ordinary)
      guard hours > 0 else { continue }
      require(
        "paid batches of \(id) in \(week)",
        billedHours(key, .ordinary) - hours * seats[key] >= 0, note)
    }
  }

  /// Whole batches nearest to those of a solution without whole numbers, from `share` of a batch on;
  /// never fewer than the minimum asks for.
  ///
  /// Growth in whole batches a week is kept by rounding all weeks alike.
  func roundedBatches(_ solution: Solution, from share: Double) -> [Double] {
    clauses.batches.keys.map { key in
      let model = input.vendors[key.vendor]
      let wanted = solution[clauses.batches[key]]
      let whole = (wanted - share + 1 - 1e-9).rounded(.down)
      let runs = active.variable(
        for: VendorMonth(vendor: key.vendor, month: input.calendar.contractMonth[key.week]))
      let isRunning = runs.map { solution[$0] > 0.5 } ?? false
      let least = isRunning ? model.floor(in: key.week) / (model.seatBatch ?? 1) : 0
      return max(0, whole, (least - 1e-9).rounded(.up))
    }
  }
}
