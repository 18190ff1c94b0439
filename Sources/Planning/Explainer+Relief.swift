internal import BusinessCalendar
internal import CapacityPlanning
internal import Scenarios
internal import Units

extension Explainer {
  /// What the rarer rules decided in a week: work that waits, further seats, busiest hours.
  func explainRelief(in week: Int) -> [Explanation] {
    guard let relief = plan.capacity.relief else { return [] }
    var parts: [Explanation] = []
    for (at, words) in [(week - 1, "waited from the week before"), (week, "waits for the next")] {
      parts += relief.carried.filter { $0.week == at }.map {
        Explanation(
          "\(name(of: $0.queue)), \(words)", value: "\($0.netTime.hours.short) h",
          path: "policy.carry-over")
      }
    }
    parts += relief.extraSeats.filter { $0.week == week }.map {
      Explanation(
        "seats of \($0.site) beyond its own", value: $0.seats.value.short,
        path: "sites.\($0.site).overflow")
    }
    parts += relief.peaks.filter { $0.week == week }.map {
      Explanation(
        "\(name(of: $0.queue)), busiest \($0.length.hours.short) h on \($0.date) from "
          + "\($0.start), positions", value: $0.required.value.short,
        formula: "\($0.ownPositions.value.short) of our own people + "
          + "\($0.vendorPositions.value.short) of vendors; \($0.missing.hours.short) h missing "
          + "beyond those short in the week", path: "policy.peak-hours")
    }
    return parts
  }
}
