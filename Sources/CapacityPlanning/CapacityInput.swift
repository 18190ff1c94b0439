internal import BusinessCalendar
internal import PayRules
internal import Scenarios
internal import Staffing
internal import Units

/// Everything the program's formulas read, computed once from the scenario and the requirement.
/// Groups, vendors, queues, sites, weeks and months are addressed by their place in the scenario.
struct CapacityInput: Sendable {
  let scenario: Scenario
  let calendar: PlanCalendar
  var staff: [StaffModel]
  var vendors: [VendorModel]
  /// Net hours a queue needs: `required[queue][week][bucket]`.
  var required: [[[Double]]]
  /// How long a contact takes on average: `handleTime[queue][week][bucket]`.
  let handleTime: [[[Duration]]]
  /// Of them those outside the night, in which interns do not work: as `required`.
  let requiredByDay: [[[Double]]]
  /// The employers in law that have a group.
  let entities: [EntityOfPlan]
  /// Queues a group can work, as places in the scenario.
  let groupSkills: [[Int]]
  /// Queues a vendor can take.
  let vendorSkills: [[Int]]
  /// Ways to work more, by group and week.
  let overtime: [[[OvertimeTierOfWeek]]]
  /// What is paid by the clock for the work of each queue; empty where the pay rules know nothing of it.
  let clockPay: [ClockPayOfQueue]
  /// What an hour handles, by queue, week and kind of day; empty where no vendor is paid by contacts.
  let contactRates: [ContactsOfQueue]
  /// How much of the work for queues lies in the hours of vendors' night premiums; empty without one.
  let nightHours: [NightHoursOfQueue]
  /// The same by vendor, queue, week and kind of day.
  let nightShares: [WorkKey: Double]
  /// Where the entries of a queue begin in ``contactRates``.
  let contactPlaces: [Int: Int]
  /// Pay of a head in a week, in major units: `headWeek[group][week]`.
  let headWeek: [[Double]]
  /// The part of it that pays for statutory holidays off, in major units: `holidayPay[group][week]`.
  let holidayPay: [[Double]]
  /// Seats that a head past training takes at the busiest time: `seatsPerHead[group][week]`.
  let seatsPerHead: [[Double]]
  /// Parts of the day in which seats are counted by themselves, week by week.
  let dayParts: [DayPartOfWeek]
  /// The group's site, as a place in the scenario.
  let siteOfGroup: [Int?]
  /// Groups that share queues, directly or through others, with the queues they can work.
  let teams: [Team]
  /// The busiest hours of the weeks; empty where the policy does not ask for them.
  let peaks: [PeakWindow]
  /// Minor units in a major unit of the currency; the program counts in major units.
  let scale: Double

  /// Groups connected by common queues: they can stand in for one another.
  struct Team: Sendable, Equatable {
    var groups: [Int]
    var queues: [Int]
  }

  var weekCount: Int { calendar.weeks.count }
  var queues: [Queue] { scenario.queues }

  init(_ scenario: Scenario, requirement: StaffingRequirement) {
    let calendar = PlanCalendar(grid: requirement.grid, holidays: scenario.calendar)
    let places = Dictionary(
      scenario.queues.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    func skills(_ ids: [Queue.ID]) -> [Int] { Set(ids.compactMap { places[$0] }).sorted() }
    self.scenario = scenario
    self.calendar = calendar
    scale = Double(max(1, scenario.currency.minorUnitsPerMajor))
    staff = scenario.staffGroups.map { StaffModel($0, weeks: calendar.weeks) }
    vendors = scenario.vendors.map(VendorModel.init)
    let groupSkills = scenario.staffGroups.map { skills($0.skills) }
    self.groupSkills = groupSkills
    let vendorSkills = scenario.vendors.map { skills($0.skills) }
    self.vendorSkills = vendorSkills
    peaks = PeakWindow.all(
      in: scenario, requirement, calendar, skills: groupSkills + vendorSkills)
    required = scenario.queues.map {
      CapacityInput.hours(of: $0.id, in: requirement, calendar: calendar)
    }
    handleTime = scenario.queues.map { queue in
      calendar.days.map { days in
        DayBucket.allCases.map { bucket in
          let slots = days.filter { $0.bucket == bucket }
            .flatMap { requirement.grid.slotIndices(of: $0.date) }
          return requirement.meanHandleTime(of: queue, in: slots)
        }
      }
    }
    requiredByDay = CapacityInput.hoursByDay(scenario, requirement, calendar, all: required)
    entities = EntityOfPlan.all(of: scenario)
    let laws = calendar.weeks.map { scenario.laws(in: $0) }
    overtime = scenario.staffGroups.enumerated().map { place, group in
      let queues = groupSkills[place].compactMap { requirement[scenario.queues[$0].id]?.positions }
      return calendar.weeks.indices.map { week in
        OvertimeModel.tiers(
          of: group, in: calendar.weeks[week], days: calendar.days[week],
          openDays: { CapacityInput.openDays(of: queues, on: $0, in: requirement.grid) },
          under: laws[week])
      }
    }
    let scale = scale
    headWeek = scenario.staffGroups.map { group in
      calendar.weeks.map {
        LabourPrice.headWeek(wage: group.wage, contractHours: group.contractHours, in: $0)
          .approximateMinorUnits / scale
      }
    }
    clockPay = ClockPayOfQueue.all(of: scenario, requirement, calendar)
    let nightHours = NightHoursOfQueue.all(of: scenario, requirement, calendar)
    nightShares = Dictionary(
      nightHours.compactMap { entry in
        guard let vendor = scenario.vendors.firstIndex(where: { $0.id == entry.vendor }),
          let queue = places[entry.queue]
        else { return nil }
        return (
          WorkKey(supplier: vendor, queue: queue, week: entry.week, bucket: entry.bucket),
          entry.share
        )
      }, uniquingKeysWith: { first, _ in first })
    self.nightHours = nightHours
    let contactRates = ContactsOfQueue.all(
      of: scenario, requirement, calendar, hours: required, handleTime: handleTime)
    contactPlaces = Dictionary(
      contactRates.enumerated().compactMap { place, entry in
        places[entry.queue].map { ($0, place) }
      }, uniquingKeysWith: { first, _ in first })
    self.contactRates = contactRates
    holidayPay = scenario.staffGroups.map { group in
      calendar.weeks.map { week in
        scenario.paidHolidays(in: week).reduce(0) {
          $0 + group.pay(forHeadOn: $1).approximateMinorUnits / scale
        }
      }
    }
    siteOfGroup = scenario.staffGroups.map { group in
      scenario.sites.firstIndex { $0.id == group.site }
    }
    seatsPerHead = CapacityInput.seatsPerHead(
      scenario, requirement: requirement, calendar: calendar, siteOfGroup: siteOfGroup,
      skills: groupSkills)
    dayParts = DayPartOfWeek.all(
      in: scenario, requirement, calendar, siteOfGroup: siteOfGroup, skills: groupSkills)
    teams = CapacityInput.teams(groupSkills)
  }

  /// Hours a queue needs in a week on one kind of day.
  func required(_ queue: Int, _ week: Int, _ bucket: DayBucket) -> Double {
    required[queue][week][bucket.place]
  }

  /// How long a contact of a queue takes in a week on one kind of day.
  func handleTime(_ queue: Int, _ week: Int, _ bucket: DayBucket) -> Duration {
    handleTime[queue][week][bucket.place]
  }

  /// Hours a queue needs in a week.
  func required(_ queue: Int, _ week: Int) -> Double { required[queue][week].reduce(0, +) }

  /// Whether any of `queues` needs hours in a week on one kind of day.
  func isNeeded(_ queues: [Int], _ week: Int, _ bucket: DayBucket) -> Bool {
    queues.contains { required($0, week, bucket) > 0 }
  }

  /// The share of a queue's work in a week that vendors may do.
  func outsourcingLimit(_ queue: Int) -> Double {
    scenario.policy.outsourcingLimit(of: queues[queue].id).value.bounded(to: 0...1)
  }

  /// Net hours of one experienced head of a group in a week of regular work on one kind of day:
  /// contract hours × share of those days × (1 − shrinkage) × schedule efficiency; of people who
  /// follow the calendar, its workdays ÷ 5 in the place of the share. On statutory
  /// holidays people are off with pay, unless the pay rules make them days like others.
  func regularHours(_ group: Int, _ week: Int, _ bucket: DayBucket) -> Double {
    let net = max(0, scenario.staffGroups[group].contractHours.hours) * netShare(group, week)
    guard bucket == .statutoryHoliday else {
      return scenario.staffGroups[group].worksByCalendar
        ? net * calendar.workdaysOfFive(week) : net * calendar.share(week, bucket)
    }
    let days = calendar.days[week]
    let plain = days.count {
      $0.bucket == .statutoryHoliday
        && OvertimeModel.worksHolidaysAtPlainPay(under: scenario.payRules(on: $0.date))
    }
    return plain > 0 ? net * Double(plain) / Double(days.count) : 0
  }

  /// The share of a paid hour that an experienced head of a group gives to contacts in a week.
  func netShare(_ group: Int, _ week: Int) -> Double {
    max(0, scenario.staffGroups[group].netShare(in: calendar.weeks[week]).value)
  }

  /// Net hours of one experienced head of a group in a week without holidays.
  func fullWeekHours(_ group: Int) -> Double {
    let member = scenario.staffGroups[group]
    return max(0, member.contractHours.hours) * max(0, member.netShare.value)
  }

  /// Net hours of a queue by week and kind of day, in the intervals that `counts`.
  static func hours(
    of queue: Queue.ID, in requirement: StaffingRequirement, calendar: PlanCalendar,
    counting counts: (Int) -> Bool = { _ in true }
  ) -> [[Double]] {
    guard let positions = requirement[queue]?.positions else {
      return calendar.weeks.map { _ in [0, 0] }
    }
    let slotHours = requirement.grid.slotLength.duration.inHours
    return calendar.days.map { days in
      days.reduce(into: [0, 0]) { sum, day in
        let slots = requirement.grid.slotIndices(of: day.date)
        sum[day.bucket.place] +=
          slots.clamped(to: positions.indices).lazy.filter(counts)
          .reduce(0) { $0 + positions[$1].value.bounded(to: 0...1e9) } * slotHours
      }
    }
  }

  /// On how many of `days` any of the queues needs anybody.
  private static func openDays(
    of queues: [[Positions]], on days: [PlanCalendar.Day], in grid: PlanningGrid
  ) -> Int {
    days.count { day in
      let slots = grid.slotIndices(of: day.date)
      return queues.contains { positions in
        slots.clamped(to: positions.indices).contains { positions[$0] > .zero }
      }
    }
  }

  private static func seatsPerHead(
    _ scenario: Scenario, requirement: StaffingRequirement, calendar: PlanCalendar,
    siteOfGroup: [Int?], skills: [[Int]]
  ) -> [[Double]] {
    let slotHours = requirement.grid.slotLength.duration.inHours
    let overlaps = scenario.sites.indices.map { site in
      let here = siteOfGroup.indices.filter { siteOfGroup[$0] == site }
      let queues = Set(here.flatMap { skills[$0] }).sorted()
      let positions = queues.compactMap { requirement[scenario.queues[$0].id]?.positions }
      return calendar.weeks.indices.map { week in
        let byDay = calendar.days[week].map { day in
          requirement.grid.slotIndices(of: day.date).map { slot in
            positions.reduce(0) { sum, queue in
              sum + (queue.indices.contains(slot) ? queue[slot].value.bounded(to: 0...1e9) : 0)
            }
          }
        }
        let day = scenario.dailyHours(in: calendar.weeks[week])
        return SeatNeed.overlap(byDay, slotHours: slotHours, dailyHours: day)
      }
    }
    return scenario.staffGroups.indices.map { group in
      calendar.weeks.indices.map { week in
        guard let site = siteOfGroup[group] else { return 0 }
        return SeatNeed.seatsPerHead(
          scenario.staffGroups[group], in: calendar.weeks[week],
          dailyHours: scenario.dailyHours(in: calendar.weeks[week]),
          overlap: overlaps[site][week])
      }
    }
  }

  private static func teams(_ skills: [[Int]]) -> [Team] {
    var teams: [Team] = []
    for (group, queues) in skills.enumerated() where !queues.isEmpty {
      var merged = Team(groups: [group], queues: queues)
      for team in teams where !Set(team.queues).isDisjoint(with: queues) {
        merged.groups += team.groups
        merged.queues += team.queues
      }
      teams.removeAll { !Set($0.queues).isDisjoint(with: queues) }
      merged.groups.sort()
      merged.queues = Set(merged.queues).sorted()
      teams.append(merged)
    }
    return teams.sorted { ($0.groups.first ?? 0) < ($1.groups.first ?? 0) }
  }
}

extension DayBucket {
  /// The place of the bucket in arrays of both.
  var place: Int { self == .ordinary ? 0 : 1 }
}
