internal import BusinessCalendar
internal import CapacityPlanning
internal import PayRules
public import Planning
public import Scenarios
internal import Staffing
public import Units

/// What a client is billed for over the term, in every unit of the trade: the same work of the same
/// team, from the week of the go-live on.
public struct QuoteQuantities: Sendable, Hashable, Codable {
  /// Full-time people for a month, past training: heads times their hours over the law's week (40
  /// hours where no pay rules say another).
  public let fullTimeMonths: Quantity
  /// Seats for a month, of people past training who have a site.
  public let seatMonths: Quantity
  /// Net hours that the queues need and get.
  public let productiveHours: Quantity
  /// Paid hours for them: productive hours over the share of paid hours that is productive.
  public let loggedHours: Quantity
  /// Minutes of agents on contacts.
  public let handleMinutes: Quantity
  /// Contacts handled.
  public let contacts: Quantity
  /// Contacts that nobody handles.
  public let lostContacts: Quantity
  /// Contacts handled in the weeks before the go-live: the plan pays for them, no unit bills them.
  public let earlierContacts: Quantity
  /// The term in months.
  public let months: Rational

  /// How much there is of a unit.
  public subscript(unit: BidUnit) -> Quantity {
    switch unit {
    case .fullTimeMonth: fullTimeMonths
    case .seatMonth: seatMonths
    case .productiveHour: productiveHours
    case .loggedHour: loggedHours
    case .handleMinute: handleMinutes
    case .contact: contacts
    }
  }

  /// The share of paid hours that is not productive.
  public var shrinkage: Share {
    guard loggedHours.millionths > 0 else { return .zero }
    return Share(1 - productiveHours.doubleValue / loggedHours.doubleValue)
  }

  /// The share of productive hours on contacts.
  public var occupancy: Share {
    guard productiveHours.millionths > 0 else { return .zero }
    return Share(handleMinutes.doubleValue / 60 / productiveHours.doubleValue)
  }

  /// The share of the contacts that nobody handles.
  public var lostShare: Share {
    let all = contacts.doubleValue + lostContacts.doubleValue
    return all > 0 ? Share(lostContacts.doubleValue / all) : .zero
  }

  /// The quantities of a plan under the terms of a bid.
  public init(_ plan: Plan, terms: BidTerms) {
    let capacity = plan.capacity
    let first = capacity.weeks.firstIndex { $0.end > terms.goLive } ?? capacity.weeks.count
    let weeks = first..<capacity.weeks.count
    months = weeks.reduce(Rational.zero) { $0 + capacity.weeks[$1].months }
    let team = QuoteQuantities.team(plan, terms, weeks)
    fullTimeMonths = Quantity(team.fullTimeMonths)
    seatMonths = Quantity(team.seatMonths)
    let work = QuoteQuantities.work(plan, weeks)
    productiveHours = Quantity(work.hours)
    loggedHours = Quantity(team.netHours > 0 ? work.hours * team.paidHours / team.netHours : 0)
    handleMinutes = Quantity(work.minutes)
    contacts = Quantity(work.contacts)
    lostContacts = Quantity(work.lost)
    earlierContacts = Quantity(QuoteQuantities.work(plan, 0..<first).contacts)
  }

  private static func team(
    _ plan: Plan, _ terms: BidTerms, _ weeks: Range<Int>
  ) -> (fullTimeMonths: Double, seatMonths: Double, paidHours: Double, netHours: Double) {
    var (fullTime, seats, paid, net) = (0.0, 0.0, 0.0, 0.0)
    let sharing = terms.seatSharing.seatsPerAgent.doubleValue
    for group in plan.capacity.groups {
      guard let terms = plan.scenario.staffGroup(group.group) else { continue }
      for index in weeks where index < group.weeks.count {
        let week = plan.capacity.weeks[index]
        let figures = group.weeks[index]
        let law = plan.scenario.payRules(on: week.start)?.weeklyHours.hours ?? 40
        let heads = max(0, figures.heads.value - figures.inTraining.value)
        let months = heads * week.months.doubleValue
        fullTime += months * (law > 0 ? terms.contractHours.hours / law : 1)
        if terms.site != nil { seats += months * sharing }
        paid += heads * terms.contractHours.hours
        paid += figures.overtime.map(\.paidTime).total().hours
        net += figures.regularNetTime.hours + figures.overtime.map(\.netTime).total().hours
      }
    }
    for vendor in plan.capacity.vendors {
      for index in weeks where index < vendor.weeks.count {
        let week = vendor.weeks[index]
        paid += week.billedOrdinary.hours + week.billedStatutoryHoliday.hours
        net += week.allocations.map(\.netTime).total().hours
      }
    }
    return (fullTime, seats, paid, net)
  }

  private static func work(
    _ plan: Plan, _ weeks: Range<Int>
  ) -> (hours: Double, minutes: Double, contacts: Double, lost: Double) {
    var (hours, minutes, contacts, lost) = (0.0, 0.0, 0.0, 0.0)
    let slotMinutes = Double(plan.scenario.slotLength.minutes)
    for queue in plan.capacity.requirement {
      guard let requirement = plan.requirement[queue.queue] else { continue }
      for index in weeks {
        let week = plan.capacity.weeks[index]
        let short = plan.capacity.shortages.filter { $0.week == index && $0.queue == queue.queue }
        hours += max(0, queue.total(inWeek: index).hours - short.map(\.netTime).total().hours)
        var (offered, worked) = (0.0, 0.0)
        for slot in week.days.flatMap({ plan.requirement.grid.slotIndices(of: $0) })
        where requirement.volume.indices.contains(slot) {
          offered += requirement.volume[slot].value
          worked += requirement.load[slot].value * slotMinutes
        }
        let missed = min(offered, short.map(\.contactsLost).total().value)
        contacts += offered - missed
        lost += missed
        minutes += offered > 0 ? worked * (offered - missed) / offered : 0
      }
    }
    return (hours, minutes, contacts, lost)
  }
}
