/// A user-visible phrase of the reports; its words are in ``Phrase/row``, the one table of them.
public enum Phrase: Sendable, Hashable, CaseIterable {
  // Charts and pages
  case requirement, shortage, noDataForChart, closed, short, spare, even, decideBy
  case recruitingLead, training, nesting, ramp, productive, dataOfChart, contents, total

  // Sections
  case capacityPlan, sectionSupply, sectionPeak, sectionScheduled, sectionPeople, sectionFlexible,
    sectionCost
  case sectionLimits, sectionDemand, sectionProvenance

  // The answer
  case verdict, everythingCovered, everyWeekCovered, weeksShort, butScheduleShort
  case scheduleMoreShort, scheduleLessShort, theScheduledWeek, theScheduledWeeks, costClause
  case costClausePriced, costClauseLate, costClauseMixed, costBeyondByShifts, shareNormal
  case shareOvertime, shareVendors
  case contactsAreLost, contactsAreLate, contactsAreMixed, weekOfLower, weeksOf, answerReach
  case answerOrder, answerOrdersMore, answerDecisions, answerOneDecision, answerPeak
  case answerSupply, answerShort, answerCauses
  case answerClasses, answerOneClass, answerNoClasses, answerCost, answerCostOfWeek,
    answerUnderBudget
  case answerOverBudget, answerInterval, answerIntervalLater, answerIntervalsCovered,
    answerUnscheduled,
    answerEndStrength, answerLimit
  case noRequirement, fullStop, clauseMark

  // Key figures
  case peakRequirement, positions, uncovered, netHours, worstIn, cost, perContact, hires, people
  case decideFirstBy, noHires, overtime, shiftOvertime, paidHours, outsourced, billedHours
  case ofBudget, summary
  case uncoveredScheduled, shareOfHours, contactsLate, contactsUnhandled
  case figure, value, unit, ofRequirement, heaviestWeek, contactsOffered, contactsLost

  // Kinds of supply
  case inHouse, inHouseUnused, vendors, own

  // Tables: headings and titles
  case week, weeklyTable, required, queue, queueWeeksTable, group, vendor, supplier
  case heads, inTraining, inNesting, ramping, joined, left, effectiveHeads, headcountTable
  case peopleTotalTable, classesTable, hiringClass, parallelClasses, starts, firstContacts
  case fullSpeed, graduates, overtimeTable, measuresTable, measure, payClass, netHoursGiven,
    vendorTable, seats, added
  case billedOrdinary, billedHoliday, vendorMonthsTable, month, active, committed, setUpFee
  case carriedTable, extraSeatsTable, busiestHoursTable, site
  case vendorOrdersTable, orderBy, firstSeats, noteVendorMonths, programSolved, provenBound,
    noBound, familiesActive, listSeparator, limitHit, limitsHit
  case shiftsTable, date, shift, start, length, breaks, seatCount, coverageTable, worstTable
  case missing, shortagesTable, dayKind, causes, ordinaryDays, statutoryHolidays, yes, no
  case costTable, category, amount, shareOfCost, costBySupplierTable, ledgerTable
  case scheduleLedgerTable, number, quantity, rate, multiplier, rule, source, path
  case limitsTable, limit, worth, perUnit, queuesTable, method, channel, volume, peakPositions
  case eventsTable, event, window, notified, platform, solverTable, program, rows, columns
  case integers, status, gap, bound, objective, inputsTable, file, hash, bytes, overridesTable
  case baseValue, seed, versions, solver, horizon, timeZone, currency, requirementTable, load
  case driver, serviceLevel, occupancy, handleTime, peopleLeft, washedOut, headsAtStart
  case headsAtEnd, joinedClasses

  // Captions and notes
  case captionSupply, captionPeakDay, captionBusiestDay, captionHeatmap, captionHeads
  case captionClasses, captionCost
  case noteLedger, noteLimits, noteObjective, shiftsGap, noteSchedule, noteNoLimits, footPositions,
    footMoney
  case checked, footTimes, weekOf, hours, headsUnit, contacts, pricedNotPaid
}

extension Phrase {
  /// The English unit of the number 1, where it is another word.
  var singular: String? {
    switch self {
    case .positions: "position"
    case .netHours: "net hour"
    case .people: "person"
    case .paidHours: "paid hour"
    case .billedHours: "billed hour"
    case .hours: "hour"
    case .headsUnit: "head"
    case .contacts: "contact"
    default: nil
    }
  }
}
