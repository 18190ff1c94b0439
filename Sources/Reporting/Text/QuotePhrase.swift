internal import Quoting
internal import Units

/// A phrase of a bid, in the words of each language; `{0}` and so on stand for values.
enum QuotePhrase: CaseIterable {
  // The document.
  case bid, bidFor, kept, notKept, never, byWeek, subject, closedNote, openNote
  case scope, staffing, ramp, prices, service, sensitivity, law, data, terms, exclusions, signing
  case build, ownFigures
  case total, perTerm, eachHour, eachMonth, team, teamDetail, goLive, asAsked, later, validity
  case work, channel, hours, promise, handleTime, contacts, productiveHours, volumes, month, days
  case everyDay, answered, done, concurrent, assumptions, assumeShrinkage, assumeOccupancy
  case assumeVolumes, staffingModel, heads, support, spanOf, rampTable, week, from, needed, output
  case payroll, inTraining, starting, rampNote, present, captionRamp, chartRamp, chartNeeded
  case chartOutput, experienced
  case unit, quantity, price, priceVAT, amount, minimum, oneOf, tiers, tierAbove, tierPrice
  case tierMarginal, tierAll, trap, setupFee, surcharges, when, factor, rule, onPrice
  case target, malusStep, bonusStep, malusPoint, bonusPoint, caps, measured, noService
  case whatPays, otherwise, asPlanned, lost, billNote
  case overtimeNone, overtimePlanned, overtimeLimit, overtimeDay, overtimeLegal, overtimeOver
  case overtimeNoRules, consent, holidayHours
  case licence, personal, licenceOpen, personalOpen
  case vat, payment, script, scriptFree, minimumTerm, minimumNone, valid
  case causeWrong, causeUnannounced, causeOutage, causeVolume
  case signClient, signVendor, signLine
  case moneyNote, zoneNote, madeBy
  // The outsourcer's own figures.
  case offered, costs, marginOf, riskOf, notThere, breakEven, breakEvenNone, contactsLeft,
    contactsEarlier,
    tiersDerived, minimumCovers
  case expectService, buildUp, item, share, fromLedger, sumOfCosts, risk, margin, finance
  case priceSum, priceSheet, lawFactor, onFull, onWages, inBid, wageShareNote, remaining, cost
  case ledgerAgrees, planned, noCases
  // What is different.
  case moreShrinkage, lessOccupancy, moreAttrition, moreVolume, lessVolume, longer, lateClasses
  // When an hour costs more.
  case overtime, restDay, holiday, night
  // The workbook, and how contacts come.
  case vatRate, amountVAT, voice, chat, deferred, outbound, queue, role, span

  var row: (english: String, chinese: String) {
    ownRow ?? documentRow ?? tableRow ?? termRow
  }
}

extension Strings {
  /// A phrase of a bid with its values.
  func callAsFunction(_ phrase: QuotePhrase, _ values: String...) -> String {
    filled(language == .chinese ? phrase.row.chinese : phrase.row.english, values)
  }

  /// A unit of a bid, in words.
  func name(of unit: BidUnit) -> String {
    let (english, chinese) =
      switch unit {
      case .fullTimeMonth: ("FTE month", "人月")
      case .seatMonth: ("seat month", "席月")
      case .productiveHour: ("productive hour", "有效工时")
      case .loggedHour: ("logged hour", "登录工时")
      case .handleMinute: ("minute on contacts", "处理分钟")
      case .contact: ("contact", "件")
      }
    return language == .chinese ? chinese : english
  }

  /// A line of the cost build-up, in words.
  func name(of item: QuoteCostItem) -> String {
    let (english, chinese) =
      switch item {
      case .wages: ("Agents' wages", "客服工资")
      case .idleRamp: ("Ramp: paid output not yet there", "爬坡期未达产出")
      case .overtime: ("Overtime", "加班")
      case .restDayWork: ("Work on rest days", "休息日工作")
      case .holidayWork: ("Work on statutory holidays", "法定节假日工作")
      case .support: ("Support roles", "支持岗位")
      case .contributions: ("Employer's contributions", "社保公积金")
      case .recruiting: ("Recruiting for growth", "扩编招聘")
      case .training: ("Training for growth", "扩编培训")
      case .replacement: ("Replacing those who leave", "流失补员")
      case .otherPeople: ("Leaving, leave, moves", "离职、休假与调动")
      case .subcontractors: ("Subcontractors", "分包")
      case .other: ("Other", "其他")
      case .seats: ("Seats", "席位")
      case .tools: ("Tools", "系统工具")
      case .overhead: ("Overhead", "管理费")
      }
    return language == .chinese ? chinese : english
  }

  /// What is different, in words.
  func words(for change: QuoteChange) -> String {
    func percent(_ share: Rational) -> String {
      DecimalText.percent(share < .zero ? -share.doubleValue : share.doubleValue, decimals: 0)
    }
    func points(_ share: Rational) -> String {
      DecimalText.trimmed(share * Rational(100))
    }
    return switch change {
    case .shrinkage(let share): self(QuotePhrase.moreShrinkage, points(share))
    case .occupancy(let share): self(QuotePhrase.lessOccupancy, points(share))
    case .attrition(let share): self(QuotePhrase.moreAttrition, percent(share))
    case .volume(let share):
      self(share < .zero ? QuotePhrase.lessVolume : .moreVolume, percent(share))
    case .handleTime(let share): self(QuotePhrase.longer, percent(share))
    case .rampDelay(let weeks): self(QuotePhrase.lateClasses, "\(weeks)")
    }
  }

  /// How contacts come, in words, by the key of the channel.
  func channelName(_ key: String) -> String {
    switch key {
    case "voice": self(QuotePhrase.voice)
    case "chat": self(QuotePhrase.chat)
    case "deferred": self(QuotePhrase.deferred)
    default: self(QuotePhrase.outbound)
    }
  }

  /// When an hour costs more, in words.
  func name(of kind: QuoteSurcharge.Kind) -> String {
    switch kind {
    case .overtime: self(QuotePhrase.overtime)
    case .restDay: self(QuotePhrase.restDay)
    case .holiday: self(QuotePhrase.holiday)
    case .night: self(QuotePhrase.night)
    }
  }
}
