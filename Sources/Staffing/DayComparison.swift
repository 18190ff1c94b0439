internal import BusinessCalendar
internal import Queueing
internal import Scenarios
internal import Units

/// The working of one ``StaffingComparison``.
struct DayComparison {
  let team: ComparedTeam
  /// Positions by the own model of the mean rate, a slot.
  let byMeanRate: [Double]
  let warmUp: Range<Int>
  let day: Range<Int>
  let date: LocalDate
  let slotLength: Duration

  /// Service levels of the slots of the day and the one before it, and how they were reckoned.
  private struct Delivered {
    var levels: [Int: Share]
    var evaluation: StaffingComparison.Evaluation
  }

  private var demand: SlotDemand { team.line.demand }
  private var staffed: StaffedQueue { team.line.staffed }
  private var span: [Int] { Array(warmUp) + Array(day) }

  func comparison() throws(StaffingComparisonError) -> StaffingComparison {
    let loads = SlotLoads(demand)
    let other = team.others.map { ($0, SlotLoads($0.demand)) }
    var promised: [Int: Double] = [:]
    // People, by slot of the open part of it.
    var own: [Int: Double] = [:]
    var plain: [Int: Double] = [:]
    var required: [Int: Double] = [:]
    for index in span where demand.openShares[index] > 0 {
      let open = demand.openShares[index]
      let erlang = try self.plain(loads.stationary[index], at: index, team.line)
      promised[index] = erlang.promised
      own[index] = erlang.people
      var people = erlang.people + whole(team.outbound[index] / open)
      for (line, loads) in other where team.isTogether[index] && line.demand.openShares[index] > 0 {
        people += try self.plain(loads.stationary[index], at: index, line).people
      }
      plain[index] = people
      required[index] = whole(team.required[index] / max(1e-9, open))
    }
    let withPlain = try delivered(with: plain, alone: own, loads)
    let withRequired = try delivered(with: required, alone: required, loads)
    let intervals = day.filter { demand.openShares[$0] > 0 }.map { index in
      StaffingComparison.Interval(
        slot: index, volume: ContactVolume(demand.volume[index]),
        plain: Positions(plain[index] ?? 0), promised: Share(promised[index] ?? 1),
        delivered: withPlain.levels[index] ?? .whole,
        byMeanRate: Positions(byMeanRate[index]), required: Positions(team.required[index]),
        deliveredWithRequired: withRequired.levels[index] ?? .whole)
    }
    return StaffingComparison(
      queue: team.queue, pool: team.pool?.pool,
      recontacts: ContactVolume(day.map { team.recontacts[$0] }.reduce(0, +)), date: date,
      evaluation: withPlain.evaluation, answerTime: staffed.conditions.answerTime,
      intervals: intervals)
  }

  /// Rounded up, but not for an error of rounding.
  private func whole(_ positions: Double) -> Double {
    (positions - 1e-9 * max(1, positions)).rounded(.up)
  }

  /// People and promise by Erlang C of the mean rate.
  private func plain(
    _ load: Double, at index: Int, _ line: ComparedLine
  ) throws(StaffingComparisonError) -> (people: Double, promised: Double) {
    let queue = ErlangC(
      load: Erlangs(load), handleTime: .seconds(line.demand.handleSeconds[index]))
    let asked = line.staffed.conditions
    let conditions = ServiceConditions(
      serviceLevel: asked.serviceLevel, within: asked.answerTime,
      maximumOccupancy: asked.maximumOccupancy)
    let exact: RequiredPositions
    do throws(UnreachableTarget) {
      exact = try queue.positions(meeting: conditions)
    } catch {
      throw .refused(error.description)
    }
    let people = whole(exact.positions.value / line.places)
    let level = queue.serviceLevel(
      with: Positions(people * line.places), within: asked.answerTime)
    return (people, level.value)
  }

  /// What `people` deliver; where the pool stays apart, the line's own, `alone`.
  private func delivered(
    with people: [Int: Double], alone: [Int: Double], _ loads: SlotLoads
  ) throws(StaffingComparisonError) -> Delivered {
    switch team.work {
    case .line: return try carriedOver(people, alone, loads)
    case .atOnce: return atOnce(people, loads)
    case .behindCalls(let members): return behindCalls(members, people, alone)
    }
  }

  private func carriedOver(
    _ people: [Int: Double], _ alone: [Int: Double], _ loads: SlotLoads
  ) throws(StaffingComparisonError) -> Delivered {
    var demand = demand
    var places: [Positions] = []
    for index in span {
      guard demand.openShares[index] > 0 else {
        places.append(.zero)
        continue
      }
      let answering = team.isTogether[index] ? people[index] ?? 0 : alone[index] ?? 0
      let free = max(0, answering - team.outbound[index] / demand.openShares[index])
      let number = Positions(free * team.line.places)
      places.append(number)
      demand.volume[index] *= attempts(loads.stationary[index], at: index, with: number)
    }
    var work = 0.0
    var contacts = 0.0
    for index in day {
      work += demand.volume[index] * demand.handleSeconds[index]
      contacts += demand.volume[index]
    }
    let handle = contacts > 0 ? work / contacts : demand.queue.handleTime.inSeconds
    let service: VaryingService
    do throws(VaryingQueueError) {
      let minutes = demand.minutes(of: warmUp) + demand.minutes(of: day)
      let curve = try ArrivalCurve(volumes: minutes, every: .seconds(60))
      let queue = try VaryingQueue(
        arrivals: curve, handleTime: .seconds(handle), patience: team.line.patience,
        interval: slotLength)
      service = try queue.service(with: places, within: staffed.conditions.answerTime)
    } catch {
      throw .refused(error.description)
    }
    var levels: [Int: Share] = [:]
    for (index, interval) in zip(span, service.intervals) { levels[index] = interval.serviceLevel }
    return Delivered(levels: levels, evaluation: .init(service.method))
  }

  /// How often somebody who dials again does so at the slot's mean rate.
  private func attempts(_ load: Double, at index: Int, with places: Positions) -> Double {
    guard team.line.redial > 0, let patience = team.line.patience, load > 0 else { return 1 }
    let queue = RedialQueue(
      ErlangA(
        load: Erlangs(load), handleTime: .seconds(demand.handleSeconds[index]), patience: patience),
      redialing: Share(team.line.redial))
    let redials = queue.redials(with: places, within: .zero)
    // Those who never give up and cannot be answered would come for ever: a hundred times is enough.
    return min(100, redials.attemptsPerContact ?? 100)
  }

  private func atOnce(_ people: [Int: Double], _ loads: SlotLoads) -> Delivered {
    var levels: [Int: Share] = [:]
    for (index, people) in people {
      let replied = staffed.replies?.performance(
        of: people, offered: loads.maximum[index], handleSeconds: demand.handleSeconds[index])
      levels[index] = replied?.first ?? .whole
    }
    return Delivered(levels: levels, evaluation: .firstReplies)
  }

  private func behindCalls(
    _ members: [ComparedMember], _ people: [Int: Double], _ alone: [Int: Double]
  ) -> Delivered {
    let staffed = members.map {
      StaffedQueue($0.demand.queue, maximumOccupancy: $0.demand.maximumOccupancy)
    }
    let loads = members.map { SlotLoads($0.demand).maximum }
    let time = staffed[0].conditions.answerTime
    // Slots that are alike are reckoned once.
    var known: [[Double]: Share] = [:]
    var levels: [Int: Share] = [:]
    for (index, count) in people {
      let loaded = members.indices.filter { loads[$0][index] > 0 }
      guard loaded.contains(0) else { continue }
      let all = loaded.map { place in
        PooledTeam.Member(
          queue: members[place].demand.queue, staffed: staffed[place], load: loads[place][index],
          seconds: members[place].demand.handleSeconds[index])
      }
      let together = team.isTogether[index] ? count : -1
      let (apart, isExact) = (alone[index] ?? 0, isExact(at: index))
      let key =
        all.flatMap { [$0.load, $0.seconds] } + loaded.map(Double.init)
        + [together, apart, isExact ? 1 : 0]
      if let level = known[key] {
        levels[index] = level
        continue
      }
      var service: ServicePerformance?
      if together >= 0 {
        service = VoiceFirstTeam(all, isExact: isExact).performance(together, time, time)?.chats
      }
      let own = all[0].staffed.queue(
        offered: Erlangs(all[0].load), handleTime: .seconds(all[0].seconds))
      let delivered = service ?? own.performance(with: Positions(apart), within: time)
      let level = delivered.serviceLevels.offered ?? .zero
      levels[index] = level
      known[key] = level
    }
    return Delivered(levels: levels, evaluation: .callsFirst)
  }

  /// Whether the requirement tells every number of calls apart.
  private func isExact(at index: Int) -> Bool {
    let separate = team.pool?.separate[index].value ?? 0
    return separate / max(1e-9, demand.openShares[index]) <= PooledTeam.largestExactTeam
  }
}

extension StaffingComparison.Evaluation {
  fileprivate init(_ method: EvaluationMethod) {
    switch method {
    case .exactChain, .automatic: self = .exactChain
    case .gaussianClosure: self = .gaussianClosure
    case .fluidBacklog: self = .fluidBacklog
    }
  }
}
