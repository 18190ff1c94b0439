import BusinessCalendar
import CapacityPlanning
import Scenarios
import ShiftScheduling
import Staffing
import Units

/// Recomputes a schedule from its raw seats alone, minute by minute, and lists what is wrong. It
/// shares no code with the scheduler.
struct ScheduleCheck {
  let sample: Sample
  let scenario: Scenario
  let requirement: StaffingRequirement
  let schedule: ShiftSchedule
  private(set) var findings: [String] = []

  init(_ sample: Sample, _ schedule: ShiftSchedule) {
    self.sample = sample
    scenario = sample.scenario
    requirement = sample.requirement
    self.schedule = schedule
    for (index, day) in schedule.days.enumerated() {
      checkShape(day)
      checkRest(day, before: index == 0 ? day.carriedIn : schedule.days[index - 1].seats)
      checkAvailable(day)
      checkCoverage(day, before: index == 0 ? day.carriedIn : schedule.days[index - 1].seats)
    }
    checkWeek()
    checkOutsourcing()
    checkOverallOutsourcing()
  }

  private func minute(_ moment: LocalDateTime) -> Int {
    Int(scenario.timeZone.instant(of: moment) ?? 0) / 60
  }

  private func end(_ seat: ShiftSeats) -> Int { minute(seat.start) + Int(seat.length.seconds / 60) }

  /// Every shift is of its type: start, length, breaks in their windows and in order.
  private mutating func checkShape(_ day: DaySchedule) {
    for seat in day.seats {
      guard let type = scenario.shifts?.types.first(where: { $0.id == seat.type }) else {
        findings.append("unknown type \(seat.type)")
        continue
      }
      if seat.seats < 1 { findings.append("no people on a shift of \(day.date)") }
      if seat.start.date != day.date { findings.append("a shift of another day on \(day.date)") }
      let sinceFirst = seat.start.time.minutes - type.earliestStart.minutes
      let step = Int(type.startEvery.seconds / 60)
      if sinceFirst < 0 || seat.start.time > type.latestStart || sinceFirst % step != 0 {
        findings.append("\(seat.type) starts at \(seat.start)")
      }
      if seat.length != type.length + seat.overtime { findings.append("length of \(seat.type)") }
      if seat.breaks.count != type.breaks.count { findings.append("breaks of \(seat.type)") }
      var free = WorkTime.zero
      for (placed, window) in zip(seat.breaks, type.breaks) {
        if placed.offset < window.earliest || placed.offset > window.latest {
          findings.append("a break of \(seat.type) outside its window at \(placed.offset.hours) h")
        }
        if placed.length != window.length || placed.isPaid != window.isPaid {
          findings.append("a break of \(seat.type) is not the type's")
        }
        if placed.offset < free { findings.append("breaks of \(seat.type) overlap") }
        free = placed.offset + placed.length
      }
      switch seat.supplier {
      case .group(let id):
        if !type.groups.isEmpty, !type.groups.contains(id) {
          findings.append("\(id) does not work \(seat.type)")
        }
      case .vendor(let id):
        if !type.vendors.isEmpty, !type.vendors.contains(id) {
          findings.append("\(id) does not offer \(seat.type)")
        }
      }
    }
  }

  /// People can be told apart so that nobody rests too little: greedily, the earliest start takes
  /// the person who has been home longest.
  private mutating func checkRest(_ day: DaySchedule, before: [ShiftSeats]) {
    for heads in day.available {
      let all = Int(heads.heads.value.rounded())
      let ends = before.filter { $0.supplier == heads.supplier }
        .flatMap { Array(repeating: end($0), count: $0.seats) }.sorted()
      let starts = day.seats.filter { $0.supplier == heads.supplier }
        .flatMap { Array(repeating: minute($0.start), count: $0.seats) }.sorted()
      let present = max(all, people(of: heads.supplier))
      let fresh = max(0, present - ends.count)
      var ready = Array(repeating: Int.min / 2, count: fresh) + ends
      if ready.count < starts.count {
        findings.append("more people than heads of \(heads.supplier.id) on \(day.date)")
        continue
      }
      ready = Array(ready.prefix(starts.count))
      let rest = Int(sample.rest * 60)
      for (start, last) in zip(starts, ready) where start < last + rest {
        findings.append("\(heads.supplier.id) rests \(start - last) min before \(day.date)")
      }
    }
  }

  private func people(of supplier: Supplier) -> Int {
    switch supplier {
    case .group(let id):
      guard let people = sample.people.first(where: { $0.id == id.rawValue }) else { return 0 }
      return Int(((people.heads - people.inTraining) * (1 - people.outOfOffice)).rounded())
    case .vendor(let id):
      return Int((sample.outsourcers.first { $0.id == id.rawValue }?.seats ?? 0).rounded())
    }
  }

  /// Nobody works who is not there; sites have a seat for everybody.
  private mutating func checkAvailable(_ day: DaySchedule) {
    for heads in day.available {
      let working = day.seats.filter { $0.supplier == heads.supplier }.map(\.seats).reduce(0, +)
      if working > Int(heads.heads.value + 1e-9) || working > people(of: heads.supplier) {
        findings.append("\(working) people of \(heads.supplier.id) on \(day.date)")
      }
    }
    for site in sample.sites {
      let groups = Set(sample.people.filter { $0.site == site.id }.map(\.id))
      var there: [Int: Int] = [:]
      for seat in day.seats where groups.contains(seat.supplier.id) {
        let start = minute(seat.start)
        for minute in stride(from: start, to: end(seat), by: 30) {
          there[minute, default: 0] += seat.seats
        }
      }
      for (minute, people) in there.sorted(by: { $0.key < $1.key }) {
        let seats = seats(of: site.seats, at: scenario.timeZone.local(at: Int64(minute) * 60))
        if people > seats { findings.append("\(people) people at \(site.id) on \(day.date)") }
      }
    }
  }

  /// The seats of a site with `own` at a time, those that the plan takes beyond them included.
  private func seats(of own: Int, at moment: LocalDateTime) -> Int {
    let parts = sample.dayParts.filter {
      $0.counts(on: moment.date) && $0.from <= moment.time && moment.time < $0.until
    }
    return (parts.map { $0.seats ?? own }.min() ?? own) + Int(sample.extraSeats.rounded())
  }

  /// Coverage adds up: nobody serves more than is there, shortage is what is missing, and people
  /// with one queue are all on it.
  private mutating func checkCoverage(_ day: DaySchedule, before: [ShiftSeats]) {
    let grid = requirement.grid
    let there = (before + day.seats).map { seat in
      let start = minute(seat.start)
      return Placed(
        supplier: seat.supplier, seats: seat.seats, span: start..<end(seat),
        breaks: seat.breaks.map { pause in
          let from = start + Int(pause.offset.seconds / 60)
          return from..<(from + Int(pause.length.seconds / 60))
        })
    }
    for (index, slot) in day.slots.enumerated() {
      guard let times = grid.slot(at: slot) else { continue }
      let from = Int(times.startInstant / 60)
      var present: [Supplier: Double] = [:]
      for seat in there {
        let minutes = from..<(from + times.minutes)
        var worked = seat.span.clamped(to: minutes).count
        for pause in seat.breaks { worked -= pause.clamped(to: minutes).count }
        let share = Double(worked) / Double(times.minutes)
        let positions = share * Double(seat.seats) * presence(seat.supplier)
        present[seat.supplier, default: 0] += positions
      }
      for (inHouse, suppliers) in [
        (true, sample.people.map { Supplier.group(.init($0.id)) }),
        (false, sample.outsourcers.map { Supplier.vendor(.init($0.id)) }),
      ] {
        let useful = suppliers.filter { supplier in
          day.coverage.contains {
            skills(supplier).contains($0.queue) && $0.required[index] > .zero
          }
        }
        let there = useful.map { present[$0] ?? 0 }.reduce(0, +)
        let given = day.coverage.map { (inHouse ? $0.inHouse : $0.outsourced)[index].value }
          .reduce(0, +)
        if given > there + 1e-4 || (inHouse && given < there - 1e-4) {
          findings.append("\(given) positions given, \(there) there at \(times.dateTime)")
        }
      }
      for queue in day.coverage {
        let required = requirement[queue.queue]?.positions[slot].value ?? 0
        let supply = queue.inHouse[index].value + queue.outsourced[index].value
        let short = max(0, required - supply)
        if abs(queue.required[index].value - required) > 1e-9
          || abs(queue.short[index].value - short) > 1e-4
        {
          findings.append("shortage of \(queue.queue) at \(times.dateTime)")
        }
        let able = present.filter { skills($0.key).contains(queue.queue) }.map(\.value)
        if supply > able.reduce(0, +) + 1e-4 {
          findings.append("\(queue.queue) is given people without the skill at \(times.dateTime)")
        }
      }
    }
  }

  /// A shift in minutes since 1970-01-01T00:00Z; its breaks do not overlap.
  private struct Placed {
    let supplier: Supplier
    let seats: Int
    let span: Range<Int>
    let breaks: [Range<Int>]
  }

  private func presence(_ supplier: Supplier) -> Double {
    switch supplier {
    case .group(let id):
      guard let people = sample.people.first(where: { $0.id == id.rawValue }) else { return 0 }
      let ready = people.heads - people.inTraining
      return ready > 0 ? (people.effectiveHeads ?? ready) / ready * (1 - people.inOffice) : 0
    case .vendor(let id):
      return sample.outsourcers.first { $0.id == id.rawValue }?.proficiency ?? 0
    }
  }

  private func skills(_ supplier: Supplier) -> [Queue.ID] {
    switch supplier {
    case .group(let id): scenario.staffGroup(id)?.skills ?? []
    case .vendor(let id): scenario.vendor(id)?.skills ?? []
    }
  }

  /// Days and hours of the week, and overtime.
  private mutating func checkWeek() {
    for week in schedule.weeks {
      let seats = schedule.days.filter { week.contains($0.date) }.flatMap(\.seats)
      for people in sample.people where people.monthly == nil {
        let own = seats.filter { $0.supplier.id == people.id }
        let days = own.map(\.seats).reduce(0, +)
        let available = (people.heads - people.inTraining) * (1 - people.outOfOffice)
        if Double(days) > available * Double(sample.workDaysPerWeek) + 1e-6 {
          findings.append("\(days) days of work of \(people.id)")
        }
        let hours = own.map { Double($0.seats) * ($0.paidTime - $0.overtime).hours }.reduce(0, +)
        if hours > available * people.contractHours + 1e-4 {
          findings.append("\(hours) hours of \(people.id)")
        }
        let overtime = own.map { Double($0.seats) * $0.overtime.hours }.reduce(0, +)
        if overtime > people.overtime.map(\.hours).reduce(0, +) + 1e-4 {
          findings.append("\(overtime) overtime hours of \(people.id)")
        }
      }
      for vendor in sample.outsourcers {
        let own = seats.filter { $0.supplier.id == vendor.id }
        let hours = own.map { Double($0.seats) * $0.paidTime.hours }.reduce(0, +)
        if hours > vendor.seats * vendor.hoursPerSeat + 1e-4 {
          findings.append("\(hours) hours of \(vendor.id)")
        }
      }
    }
  }

  /// Vendors keep within their share of each queue's week.
  private mutating func checkOutsourcing() {
    let hours = requirement.grid.slotLength.duration.inHours
    for work in sample.work {
      guard let limit = work.outsourced else { continue }
      for week in schedule.weeks {
        var given = 0.0
        var required = 0.0
        for day in schedule.days where week.contains(day.date) {
          for coverage in day.coverage where coverage.queue.rawValue == work.id {
            given += coverage.outsourced.map(\.value).reduce(0, +) * hours
            required += coverage.required.map(\.value).reduce(0, +) * hours
          }
        }
        if given > required * limit.value + 1e-4 {
          findings.append("\(given) of \(required) hours of \(work.id) outsourced")
        }
      }
    }
  }

  /// Vendors keep within their share of everything in a week; where the capacity plan itself gives
  /// them more in that week, within the plan's hours.
  private mutating func checkOverallOutsourcing() {
    guard let limit = sample.outsourced else { return }
    let hours = requirement.grid.slotLength.duration.inHours
    let planned = sample.outsourcers.map(\.plannedHours).reduce(0, +)
    for week in schedule.weeks {
      let coverage = schedule.days.filter { week.contains($0.date) }.flatMap(\.coverage)
      let given = coverage.flatMap(\.outsourced).total().value * hours
      let required = coverage.flatMap(\.required).total().value * hours
      if given > max(limit.value * required, planned) + 1e-4 {
        findings.append("\(given) of \(required) hours outsourced in the week of \(week.start)")
      }
    }
  }
}
