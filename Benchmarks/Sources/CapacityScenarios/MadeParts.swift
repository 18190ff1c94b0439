import BusinessCalendar

/// A made-up queue.
struct MadeQueue {
  let id: String
  /// Net hours of an ordinary week.
  let base: Double
  let handleTime: Int
  /// Contacts by day.
  let contacts: [Int]
  /// The share that vendors may take, in percent.
  let outsourced: Int
  let lostPrice: Int
  /// Wage of those who work it, a month.
  let wage: Int
  let trainingWeeks: Int
  let ramp: [Int]

  init(_ place: Int, of size: ScenarioSize, calendar: SaleCalendar, dice: inout Dice) {
    id = "q\(place + 1)"
    // From 1,200 to 7,000 hours a week, evenly by order of magnitude.
    var base = 1200.0
    for _ in 0..<dice.whole(0...16) { base *= 1.1165 }
    if size == .s { base = dice.real(1800...3000) }
    self.base = base
    handleTime = dice.whole(20...60) * 10
    let sensitivity = size == .s ? 1 : dice.real(0.4...1)
    let growth = dice.real(-0.05...0.25) / 52
    let season = dice.whole(0...51)
    let ofWeek = [0.16, 0.15, 0.15, 0.15, 0.15, 0.13, 0.11]
    var contacts: [Int] = []
    for week in 0..<calendar.weeks {
      // A triangle over the year: six percent more and less.
      let turn = Double((week + season) % 52) / 52
      let seasonal = 1 + 0.06 * (4 * abs(turn - 0.5) - 1)
      let hours =
        base * (1 + growth * Double(week)) * seasonal
        * (1 + sensitivity * (calendar.factor[week] - 1)) * dice.real(0.97...1.03)
      let perWeek = hours * 3600 / Double(handleTime) * 0.85
      contacts += ofWeek.map { Int((perWeek * $0).rounded()) }
    }
    self.contacts = contacts
    let isCritical = size != .s && dice.happens(25)
    outsourced = isCritical ? dice.whole(0...15) : dice.whole(50...90)
    lostPrice = dice.whole(8...20)
    wage = dice.whole(46...62) * 100
    trainingWeeks = dice.whole(2...6)
    let weeks = [4, 6, 8][dice.whole(0...2)]
    ramp = (0..<weeks).map { 50 + 50 * ($0 + 1) / (weeks + 1) }
  }
}

/// A made-up group of own people: one queue at one site, often a second queue.
struct MadeGroup {
  let id: String
  let site: Int
  let skills: [Int]
  let heads: Int
  let wage: Int
  let onCost: Int
  let inOffice: Int
  let outOfOffice: Int
  let monthlyAttrition: Int
  let lead: Int
  let trainers: Int
  let classEvery: Int
  let costPerClass: Int
  let takeUp: Int

  /// Net hours of an experienced head in a week.
  static let hoursPerHead = 28.5

  static func all(of size: ScenarioSize, queues: [MadeQueue], dice: inout Dice) -> [MadeGroup] {
    var pairs: [(site: Int, queue: Int)] = []
    let usual = (2 * size.sites + 4) / 5
    for queue in queues.indices {
      let count = min(size.sites, usual + (dice.happens(30) ? 1 : 0))
      pairs += dice.places(count, below: size.sites).map { ($0, queue) }
    }
    for site in 0..<size.sites where !pairs.contains(where: { $0.site == site }) {
      pairs.append((site, dice.whole(0...(queues.count - 1))))
    }
    pairs.sort { ($0.site, $0.queue) < ($1.site, $1.queue) }
    return pairs.map { pair in
      let others = pairs.filter { $0.site == pair.site && $0.queue != pair.queue }
      let second =
        !others.isEmpty && dice.happens(40)
        ? [others[dice.whole(0...(others.count - 1))].queue] : []
      let sharing = pairs.filter { $0.queue == pair.queue }.count
      return MadeGroup(
        pair.site, [pair.queue] + second, queue: queues[pair.queue], sharing: sharing, dice: &dice)
    }
  }

  private init(_ site: Int, _ skills: [Int], queue: MadeQueue, sharing: Int, dice: inout Dice) {
    id = "g\(site + 1)-\(queue.id)"
    self.site = site
    self.skills = skills
    let needed = queue.base / Double(sharing) / MadeGroup.hoursPerHead
    heads = max(6, Int((needed * dice.real(0.9...1.08)).rounded()))
    wage = queue.wage * dice.whole(90...115) / 100
    onCost = dice.whole(28...36)
    inOffice = dice.whole(10...14)
    outOfOffice = dice.whole(9...13)
    monthlyAttrition = dice.whole(18...32)
    lead = dice.whole(3...6)
    trainers = dice.whole(1...3)
    classEvery = dice.whole(1...2) * 2
    costPerClass = dice.whole(4...8) * 1000
    takeUp = dice.whole(55...80)
  }
}

/// A made-up vendor.
struct MadeVendor {
  let id: String
  let skills: [Int]
  let price: Int
  /// Committed hours a month; 0 for none.
  let commitment: Int
  let setUpFee: Int
  let notice: Int
  let ramp: Int
  let least: Int
  let most: Int
  let initial: Int
  let proficiency: Int

  init(_ place: Int, of size: ScenarioSize, queues: [MadeQueue], dice: inout Dice) {
    id = "v\(place + 1)"
    skills = dice.places(max(1, (queues.count + 1) / 2), below: queues.count)
    commitment = dice.happens(60) ? dice.whole(5...30) * 100 : 0
    price = dice.whole(commitment > 0 ? 52...66 : 62...84)
    setUpFee = dice.happens(80) ? dice.whole(5...40) * 1000 : 0
    notice = dice.whole(1...5)
    ramp = dice.whole(8...25)
    least = dice.whole(4...15)
    most = dice.whole(50...180)
    initial = dice.happens(25) ? least + dice.whole(0...10) : 0
    proficiency = dice.whole(78...96)
  }
}
