/// Words that people write for a key, in English, German and Chinese.
struct KeyWords {
  /// The one of `known` that `written` means, if it is another word for it.
  static func meant(by written: String, among known: [String]) -> String? {
    let word = plain(written)
    if known.contains(word) { return word }
    for entry in table where entry.words.contains(word) {
      if let key = entry.keys.first(where: known.contains) { return key }
    }
    return nil
  }

  /// The word in small letters with hyphens: `handleTime`, `Handle_Time` → `handle-time`.
  static func plain(_ written: String) -> String {
    var plain = ""
    var wasSmall = false
    for sign in WrittenNumber.narrow(written) {
      if sign == "_" || sign == " " {
        plain.append("-")
      } else {
        if sign.isUppercase, wasSmall { plain.append("-") }
        plain += sign.lowercased()
      }
      wasSmall = sign.isLowercase
    }
    return plain
  }

  /// A line for some keys: the keys, and the words that people write for them. (As arrays they would
  /// take the compiler seconds.)
  private static let table: [(keys: [String], words: [String])] = lines.split(separator: "\n").map {
    let sides = $0.split(separator: ":").map { side in
      side.split(separator: ",").map { $0.trimmingPrefix(" ") }.map(String.init)
    }
    return (keys: sides[0], words: sides[1])
  }

  private static let lines = """
    handle-time: aht, average-handle-time, avg-handle-time, handling-time, talk-time, duration, \
    service-time, bearbeitungszeit, 处理时长, 平均处理时长, 通话时长
    service: sla, service-level, service-target, target, targets, servicelevel, 服务水平
    answered: service-level, level, share, percent, target, sl
    within: time, seconds, threshold, in, answer-time, speed-of-answer
    done-within: due, deadline, turnaround, response-time, reply-within
    opening-hours: hours, open, opening, business-hours, schedule, öffnungszeiten, 营业时间, 服务时间
    closed-dates: closed, holidays, closed-days
    time-zone: tz, zone, timezone, zeitzone, 时区
    currency: money, währung, waehrung, 币种, 货币
    calendar: country, region, holidays, holiday-calendar, kalender, 日历, 国家
    horizon: period, dates, planning-horizon, zeitraum, 规划期
    start: from-date, begin, begins, start-date, first-day, date, beginn
    weeks: length, duration, wochen, 周数
    slot: interval, granularity, grid, intervall, 时段
    pay-rules: law, labor-law, labour-law, overtime-rules, payroll
    queues: skills, channels, contact-types, warteschlangen, 队列, 技能组
    channel: type, kind, medium, kanal, 渠道
    concurrency: simultaneous, parallel, chats, max-chats, 同时接待数, 并发
    patience: abandon-time, abandonment, max-wait, geduld, 耐心
    max-occupancy: occupancy, maximum-occupancy, utilization, utilisation, 占用率
    minimum-positions: min-agents, minimum-agents, minimum-staff, min-positions
    lost-contact-price: lost-call-price, lost-call-cost, abandon-cost, price, cost, penalty
    volume: demand, calls, contacts, forecast, history, arrivals, 话务量, 进线量
    history: actuals, data, csv, file, 历史
    forecast: prediction, plan, prognose, 预测
    file: path, csv, name, filename, datei, 文件
    sites: locations, offices, centres, centers, standorte, 职场, 站点
    seats: workstations, desks, capacity, places, plätze, 席位, 工位
    staff-groups: groups, staff, teams, team, agents, employees, staffing-groups, people, \
    mitarbeiter, 人员组, 员工, 坐席
    headcount: heads, agents, fte, ftes, people, staff, count, size, 人数
    skills: queues, queue, skill, channels, fähigkeiten, 技能
    contract-hours: hours, weekly-hours, hours-per-week, working-hours, 工时
    wage: salary, pay, rate, hourly-rate, cost, price, lohn, gehalt, 工资, 薪资
    employer-on-cost: on-cost, on-costs, overhead, benefits, social-security
    shrinkage: loss, absence, absenteeism, 损耗, 损耗率
    in-office: breaks, meetings, internal, in
    out-of-office: absence, leave, vacation, sickness, external, out
    attrition: turnover, churn, quits, fluktuation, 流失, 流失率
    hiring: recruiting, recruitment, hires, einstellung, 招聘
    recruiting-lead: lead, lead-time, recruiting-time, 招聘周期
    class-size: size, batch, class
    training: training-weeks, training-time, schulung, 培训, 培训期
    ramp: ramp-curve, ramp-up, learning-curve, 爬坡
    overtime: ot, überstunden, 加班
    vendors: vendor, partners, outsourcers, outsourcer, bpo, bpos, suppliers, 外包商
    price: rate, cost, fee, hourly-rate, preis, 价格, 单价
    notice: lead, lead-time, notice-period
    ramp-per-week: ramp, ramp-up, growth
    maximum-seats: max-seats, max, maximum, seats, capacity
    minimum-seats: min-seats, min, minimum
    hours-per-seat: hours, contract-hours, weekly-hours
    proficiency: productivity, efficiency, speed, 熟练度
    outsourced-share: max-outsourced, outsourcing, outsourced, outsourcing-share
    mission-critical: critical, in-house-only, never-outsourced
    events: event, campaigns, promotions, peaks, 活动, 大促
    lift: uplift, increase, factor, extra, volume, effect
    window: duration, length, end, until
    source: reason, comment, origin, note
    shifts: shift, shift-types, schichten, 班次, 排班
    types: shift-types, kinds, shifts
    starts: start, start-times, from, begins
    length: duration, hours, dauer
    between: window, at, start, starts
    breaks: break, pauses, lunch, pausen
    name: title, label, bezeichnung, 名称
    question: description, goal, purpose, frage, 问题
    peakplan: version, schema, schema-version
    policy: policies, rules, constraints, goals, 策略
    extend: extends, base, inherits, parent
    override: overrides, changes, with
    """
}
