/// A small scenario to start from: commented, complete enough to plan, and without an issue.
public enum ScenarioStarter {
  /// The files of the scenario's folder: their names and texts, in the order of their names.
  public static let files: [(name: String, text: String)] = [
    ("history.csv", history), ("scenario.yaml", scenario),
  ]

  /// Nine weeks of half-hours from 08:00 to 22:00, made by a formula: a hump in the morning and one
  /// in the evening, quieter weekends, and a little unevenness from a fixed sequence.
  static let history: String = {
    var rows = ["start,offered,handled,handle_s_total"]
    var state: UInt32 = 20_261_111
    for day in 0..<63 {
      let date = dates[day]
      let weekday = [100, 96, 94, 97, 104, 82, 74][day % 7]
      for half in 16..<44 {
        let morning = max(0, 60 - abs(half - 21) * 9)
        let evening = max(0, 70 - abs(half - 40) * 10)
        state = state &* 1_664_525 &+ 1_013_904_223
        let uneven = Int(state >> 28) - 8
        let offered = max(0, (30 + morning + evening) * weekday / 100 + uneven)
        let handled = offered - offered / 25
        let hour = half / 2 < 10 ? "0\(half / 2)" : "\(half / 2)"
        let start = "\(date)T\(hour):\(half % 2 == 0 ? "00" : "30")"
        rows.append("\(start),\(offered),\(handled),\(handled * 285)")
      }
    }
    return rows.joined(separator: "\n") + "\n"
  }()

  /// The 63 days from Monday, 2026-07-20.
  private static let dates: [String] = {
    let months = [(7, 20...31), (8, 1...31), (9, 1...20)]
    return months.flatMap { month, days in
      days.map { "2026-0\(month)-\($0 < 10 ? "0" : "")\($0)" }
    }
  }()

  static let scenario = """
    # A scenario answers one question about a peak. Every key is explained in
    # docs/reference/scenario.md; `peakplan check` says what is wrong with this file.
    peakplan: 1
    name: A hotline before Double 11
    question: Which seats carry Double 11, and what do they cost?

    # Time and money. All times are local to the time zone, all money is in the currency.
    time-zone: Asia/Shanghai
    currency: CNY
    calendar: CN
    slot: 30 min
    horizon: { start: 2026-09-28, weeks: 9 }
    pay-rules: china-standard

    # What has to be done: one entry a queue, with the service that is promised.
    queues:
      hotline:
        name: Customer hotline
        channel: voice                      # voice, chat, deferred or outbound
        opening-hours: "08:00-22:00"        # or by weekday: { monday-friday: "09:00-18:00" }
        service: { answered: 80 %, within: 20 s }
        max-occupancy: 85 %
        patience: 120 s
        handle-time: 285 s
        lost-contact-price: 15.00           # what a call costs that nobody takes
        volume:
          history: { file: history.csv, interval: 30 min }

    # What makes it more: 250 % extra is three and a half times the usual volume.
    events:
      double-11:
        name: Double 11 opens
        start: 2026-11-10T20:00
        window: 28 h
        shape: decay                        # the full lift at the start, then halved ...
        half-life: 6 h                      # ... every six hours
        lift: { hotline: 250 % }
        source: chosen for this example

    # Who is there.
    sites:
      wuhan: { name: Wuhan, seats: 120 }

    staff-groups:
      wuhan-hotline:
        name: Wuhan hotline
        site: wuhan
        skills: [hotline]
        contract-hours: 40 h                # paid, a week
        wage: 5200 per month                # or 30.00 per hour
        employer-on-cost: 32 %
        headcount: { 0 weeks: 4, 26 weeks: 38 }   # by completed weeks since the first call
        shrinkage: { in-office: 12 %, out-of-office: 10 % }
        schedule-efficiency: 90 %
        attrition: { 0 weeks: 6 % per month, 13 weeks: 2.5 % per month }
        hiring:
          recruiting-lead: 2 weeks
          class-size: 6-15
          class-every: 1 week
          trainers: 2
          training: 2 weeks
          nesting: 1 week
          ramp: [60 %, 75 %, 90 %]
          wash-out: 8 %
          cost-per-hire: 1500.00
          cost-per-class: 6000.00
        overtime: { take-up: 70 %, productivity: 95 % }

    # Who else could do it.
    vendors:
      changsha:
        name: Changsha
        skills: [hotline]
        price: 55.00 per productive-hour
        holiday-surcharge: 200 %            # the factor on the price on statutory holidays
        notice: 2 weeks
        ramp-per-week: 10
        maximum-seats: 60
        hours-per-seat: 40 h
        proficiency: 88 %

    # What the business allows and pays for.
    policy:
      outsourced-share: { hotline: 50 % }
      end-strength: 90 %
      missing-head-at-end: 6000.00

    # The shifts of the peak week.
    shifts:
      types:
        day:
          name: Day
          starts: "08:00-13:00"
          every: 30 min
          length: 9 h
          breaks:
            - { length: 60 min, between: "3 h - 5 h" }

    """
}
