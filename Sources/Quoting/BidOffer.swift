public import BusinessCalendar
internal import CapacityPlanning
public import Contracts
internal import Planning
public import Scenarios
internal import Staffing
public import Units

/// What a client is offered. It is made so that no wage, cost, overhead, risk or margin is in it,
/// and none can be reckoned from it: documents for a client are written from this value alone.
public struct BidOffer: Sendable {
  /// A queue that the bid covers.
  public struct Work: Sendable {
    /// Its name.
    public let name: String
    /// Its channel: `voice`, `chat`, `deferred` or `outbound`.
    public let channel: String
    /// Contacts at once.
    public let concurrency: Int
    /// When it is open.
    public let openingHours: OpeningHours
    /// What is promised.
    public let target: Scenarios.ServiceTarget
    /// How long a contact takes.
    public let handleTime: Duration
    /// Contacts over the term.
    public let contacts: ContactVolume
    /// Net hours that they need over the term.
    public let productiveTime: WorkTime
  }

  /// A month of the term.
  public struct Month: Sendable {
    /// The month.
    public let month: YearMonth
    /// Contacts on its days within the term.
    public let contacts: ContactVolume
    /// Days of it within the term.
    public let days: Int
  }

  /// People who lead or support agents.
  public struct Support: Sendable {
    /// What they are called.
    public let name: String
    /// So many for so many agents.
    public let span: SupportRole.Span
  }

  /// A price.
  public struct Price: Sendable {
    /// The unit.
    public let unit: BidUnit
    /// The planned quantity of the term.
    public let quantity: Quantity
    /// The price of one, without VAT.
    public let price: UnitPrice
    /// The planned quantity at that price, without VAT and the set-up fee.
    public let amount: Money
    /// The least that is billed of a month; zero for no minimum.
    public let monthlyMinimum: Quantity
  }

  /// A lower price of a larger volume.
  public struct Tier: Sendable {
    /// The unit.
    public let unit: BidUnit
    /// The quantity of a month above which it holds.
    public let above: Quantity
    /// The price of one.
    public let price: UnitPrice
  }

  /// A higher price of an hour.
  public struct Surcharge: Sendable {
    /// When.
    public let kind: QuoteSurcharge.Kind
    /// The factor on the price.
    public let factor: Rational
    /// The law's rule as a sentence; empty where there is none.
    public let rule: String
    /// Where the rule comes from.
    public let source: String
  }

  /// What the client pays when something turns out otherwise.
  public struct Bill: Sendable {
    /// What is different; `nil` for what is planned.
    public let change: QuoteChange?
    /// The bill of the term by the unit, without VAT, in the order of the prices.
    public let amounts: [Money]
    /// The share of the contacts that nobody handles.
    public let lostShare: Share
  }

  /// Who asked.
  public let client: String
  /// Who offers.
  public let vendor: String
  /// The scenario's name.
  public let name: String
  /// What was asked.
  public let question: String
  /// The currency of all amounts.
  public let currency: Currency
  /// The time zone of all times.
  public let timeZone: String
  /// The days that are billed: from the week of the go-live to the end of the plan.
  public let term: DateRange
  /// The term in months.
  public let months: Rational
  /// The last day on which the bid can be accepted.
  public let validUntil: LocalDate
  /// Days until payment is due.
  public let paymentDays: Int
  /// The VAT.
  public let vat: Rational
  /// What is covered.
  public let work: [Work]
  /// The volume by month.
  public let volumes: [Month]
  /// Full-time people on contacts, on average over the term.
  public let meanHeads: Headcount
  /// The assumed share of paid time that is not productive.
  public let shrinkage: Share
  /// The assumed share of productive time on contacts.
  public let occupancy: Share
  /// Support.
  public let support: [Support]
  /// How soon.
  public let ramp: QuoteRamp
  /// The prices, without VAT.
  public let prices: [Price]
  /// What is paid once.
  public let setupFee: Money
  /// The share of the planned quantity that is billed in any case.
  public let minimum: Rational
  /// Lower prices of larger volumes.
  public let tiers: [Tier]
  /// Which units have a tier's price.
  public let tierMode: VolumeTiers.Mode
  /// Under prices for all units: the contacts of a month between which fewer cost more than one above.
  public let traps: [(from: Quantity, through: Quantity)]
  /// Higher prices of hours.
  public let surcharges: [Surcharge]
  /// Bonus and malus; `nil` for none.
  public let serviceLevel: ServiceLevels?
  /// How far above the plan a month's volume may be for its service to count.
  public let volumeBand: Rational
  /// What is paid as planned, and when something turns out otherwise.
  public let bills: [Bill]
  /// Overtime and the law.
  public let overtime: QuoteOvertime
  /// What a change of a script costs; `nil` for nothing.
  public let scriptChange: Money?
  /// The licence.
  public let licence: String?
  /// Personal data.
  public let personalData: String?
  /// What the bid covers, in the outsourcer's words.
  public let scope: [String]
  /// What it does not cover, in the outsourcer's words.
  public let exclusions: [String]
}

extension BidOffer {
  init(_ plan: Plan, _ book: QuoteBook) {
    let scenario = plan.scenario
    let terms = book.terms
    let base = book.cases.first?.quantities ?? QuoteQuantities(plan, terms: terms)
    let weeks = plan.capacity.weeks.filter { $0.end > terms.goLive }
    let start = weeks.first?.start ?? terms.goLive
    let term = DateRange(start: start, end: max(start, scenario.horizon.end))
    client = terms.client
    vendor = terms.vendor
    name = scenario.name
    question = scenario.question
    currency = scenario.currency
    timeZone = scenario.timeZone.identifier
    self.term = term
    months = base.months
    validUntil = terms.validUntil
    paymentDays = terms.paymentDays
    vat = terms.vat
    work = scenario.queues.map { Work($0, plan, term) }
    volumes = BidOffer.volumes(plan, term)
    let count = base.months.doubleValue
    meanHeads = Headcount(count > 0 ? base.fullTimeMonths.doubleValue / count : 0)
    shrinkage = base.shrinkage
    occupancy = base.occupancy
    support = scenario.supportRoles.map { Support(name: $0.name, span: $0.span) }
    ramp = QuoteRamp(plan, terms: terms)
    func monthly(_ quantity: Quantity, _ share: Rational) -> Quantity {
      let whole = (quantity.rational * share).divided(by: base.months) ?? .zero
      return Quantity(whole.doubleValue)
    }
    prices = book.prices.units.map { offer in
      Price(
        unit: offer.unit, quantity: offer.quantity, price: offer.offered,
        amount: Money(quantity: offer.quantity, at: offer.offered),
        monthlyMinimum: monthly(offer.quantity, terms.minimum))
    }
    setupFee = terms.setupFee
    minimum = terms.minimum
    tiers = book.prices.units.flatMap { offer in
      book.prices.tiers(of: offer.unit).filter { $0.discount ?? .zero > .zero }.map { tier in
        let price = offer.offered.minorUnitsPerUnit * (.one - (tier.discount ?? .zero))
        return Tier(
          unit: offer.unit, above: monthly(offer.quantity, tier.above),
          price: UnitPrice(
            minorUnitsPerUnit: ExactFigure(price).rounded(to: offer.unit.isByMonth ? 0 : 2)))
      }
    }
    tierMode = terms.tierMode
    traps = book.prices.traps(of: .contact).map {
      (from: monthly(base.contacts, $0.from), through: monthly(base.contacts, $0.through))
    }
    surcharges = book.surcharges.map {
      Surcharge(kind: $0.kind, factor: $0.offered, rule: $0.rule, source: $0.source)
    }
    serviceLevel = terms.serviceLevel
    volumeBand = terms.volumeBand
    bills = book.cases.map { one in
      Bill(
        change: one.change, amounts: one.units.map(\.bill), lostShare: one.quantities.lostShare)
    }
    overtime = QuoteOvertime(plan)
    scriptChange = terms.scriptChange
    licence = terms.licence
    personalData = terms.personalData
    scope = terms.scope
    exclusions = terms.exclusions
  }

  private static func volumes(_ plan: Plan, _ term: DateRange) -> [Month] {
    var sums: [YearMonth: (contacts: Double, days: Int)] = [:]
    for day in term.start..<term.end {
      let month = YearMonth(of: day)
      sums[month, default: (0, 0)].days += 1
      for queue in plan.requirement.queues {
        for slot in plan.requirement.grid.slotIndices(of: day)
        where queue.volume.indices.contains(slot) {
          sums[month]?.contacts += queue.volume[slot].value
        }
      }
    }
    return sums.keys.sorted().compactMap { month in
      sums[month].map {
        Month(month: month, contacts: ContactVolume($0.contacts), days: $0.days)
      }
    }
  }
}

extension BidOffer.Work {
  init(_ queue: Queue, _ plan: Plan, _ term: DateRange) {
    name = queue.name
    channel = queue.channel.key
    concurrency = queue.channel.concurrency
    openingHours = queue.openingHours
    target = queue.target
    let slots = (term.start..<term.end).flatMap { plan.requirement.grid.slotIndices(of: $0) }
    handleTime = plan.requirement.meanHandleTime(of: queue, in: slots)
    let volume = plan.requirement[queue.id]?.volume ?? []
    contacts = slots.filter { volume.indices.contains($0) }.map { volume[$0] }.total()
    let first = slots.first ?? 0
    let all = first..<((slots.last ?? -1) + 1)
    productiveTime =
      all.isEmpty ? .zero : plan.requirement.requiredTime(of: queue.id, in: all)
  }
}
