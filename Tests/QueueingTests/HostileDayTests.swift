import QueueSimulation
import Testing
import Units

@testable import Queueing

@Suite("Any day, campaign or network at all has an answer that can be, or an error with a name")
struct HostileDayTests {
  @Test("Curves, offered loads and queues that move within the day")
  func varying() throws {
    var input = HostileInput(seed: 81)
    var answered = 0
    for _ in 0..<75 {
      let volumes = (0..<6).map { _ in input.volume() }
      let step = input.time()
      let handle = input.time()
      guard let curve = try? ArrivalCurve(volumes: volumes, every: step) else { continue }
      _ = curve.length
      for start in [LoadStart.dayBefore, .settled, .load(input.load())] {
        let load = OfferedLoad(of: curve, handleTime: handle, from: start)
        #expect(load.maximum(during: 0..<6).value >= 0, "\(curve) \(handle)")
        #expect(load.mean(during: 2..<9).value >= 0, "\(curve) \(handle)")
      }
      for interval in [step, step * 2, input.time()] {
        guard
          let queue = try? VaryingQueue(
            arrivals: curve, handleTime: handle, patience: input.maybe { $0.time() },
            interval: interval)
        else { continue }
        for method in StaffingMethod.allCases {
          #expect(queue.loads(by: method).allSatisfy { $0.value >= 0 }, "\(queue) \(method)")
        }
        let conditions = input.conditions()
        if let required = try? queue.positions(meeting: conditions) {
          #expect(required.allSatisfy { $0.positions.value >= 0 }, "\(queue) \(conditions)")
        }
        let positions = (0..<queue.intervals).map { _ in input.positions() }
        let time = input.time()
        for method in EvaluationMethod.allCases {
          // What takes long is not asked here: it is allowed to.
          let evaluation = Evaluation(queue: queue, positions: positions, answerTime: time)
          guard let chosen = try? evaluation.method(asked: method),
            evaluation.operations(of: chosen) < 3e5,
            let service = try? queue.service(with: positions, within: time, by: method)
          else { continue }
          answered += 1
          for interval in service.intervals {
            #expect(isSane(interval.serviceLevel), "\(queue) \(positions) \(method): \(interval)")
            #expect(isSane(interval.waitProbability), "\(queue) \(positions) \(method)")
            #expect(interval.abandonment.value >= 0, "\(queue) \(positions) \(method)")
            #expect(interval.backlog.value >= 0, "\(queue) \(positions) \(method)")
            #expect(interval.meanWait ?? .zero >= .zero, "\(queue) \(positions) \(method)")
          }
        }
      }
    }
    #expect(answered > 10)
  }

  @Test("A load that is followed through straight lines")
  func running() {
    var input = HostileInput(seed: 82)
    for _ in 0..<2000 {
      var load = RunningLoad(input.load())
      for _ in 0..<3 {
        let volume = input.volume()
        let rise = input.volume()
        let handle = input.time()
        let length = input.time()
        let (most, mean) = load.follow(volume, rise: rise, handleTime: handle, during: length)
        #expect(
          most.value >= 0 && mean.value >= 0 && load.load.value >= 0,
          "\(volume) \(rise) \(handle) \(length): \(most) \(mean) \(load.load)")
      }
    }
  }

  @Test("Campaigns")
  func campaigns() throws {
    var input = HostileInput(seed: 83)
    var planned = 0
    for _ in 0..<1500 {
      var start = Duration.zero
      let slots = (0..<3).map { _ in
        let length = input.time()
        defer { start += min(max(.zero, length), .seconds(1_000_000)) }
        return DialSlot(
          start: input.index(below: 8) == 0 ? input.time() : start, length: length,
          reach: [input.share()], success: [input.share(), input.share()])
      }
      guard
        let campaign = try? OutboundCampaign(
          list: input.volume(), slots: slots, maximumAttempts: input.whole(),
          retryAfter: input.time(), reachedTime: input.time(), unreachedTime: input.time(),
          occupancy: input.share(), wanted: input.volume(),
          followUps: [FollowUp(queue: "any", share: input.share(), lag: input.time())])
      else { continue }
      planned += 1
      let free = (0..<input.index(below: 5)).map { _ in input.positions() }
      for plan in [
        campaign.plan(), campaign.plan(atMost: input.positions()), campaign.plan(blendedInto: free),
      ] {
        #expect(plan.successes.value >= 0 && plan.positions.value >= 0, "\(campaign): \(plan)")
        #expect(plan.successes.value <= plan.most.value * (1 + 1e-9), "\(campaign): \(plan)")
      }
    }
    #expect(planned > 5)
  }

  @Test("Channels between which customers move, and notices")
  func networks() throws {
    var input = HostileInput(seed: 84)
    for _ in 0..<200 {
      let channels = (0..<2).map { _ in
        RecontactChannel(
          firstContacts: input.volume(), resolution: input.share(),
          recontactUnanswered: [input.share()], recontactUnresolved: [input.share()])
      }
      if let network = try? RecontactNetwork(channels: channels, during: input.time()) {
        let models: [any ChannelModel] = [
          SteadyChannel(unanswered: input.share()),
          StaffedChannel(
            ErlangA(load: .zero, handleTime: input.time(), patience: input.maybe { $0.time() }),
            positions: input.positions()),
        ]
        let flow = try network.flow(through: models)
        for channel in flow.channels where flow.isFeasible {
          #expect(channel.contacts.value >= 0 && channel.givenUp.value >= 0, "\(network)")
        }
        #expect(flow.contactsPerCustomer >= 0, "\(network)")
      }
      let notice = ProactiveNotice(
        notices: input.volume(), sent: input.time(), affected: input.share(),
        reach: input.share(), deflection: input.share(), lag: input.time(),
        provoked: input.share())
      let volumes = (0..<3).map { _ in ContactVolume(abs(input.ordinary())) }
      let effect = notice.effect(on: volumes, every: input.time())
      for (saved, volume) in zip(effect.saved, volumes) {
        #expect(saved.value >= 0 && saved <= volume, "\(notice): \(effect)")
      }
      #expect(effect.provoked.allSatisfy { $0.value >= 0 }, "\(notice): \(effect)")
    }
  }

  @Test("Segments")
  func segments() throws {
    var input = HostileInput(seed: 85)
    for _ in 0..<400 {
      let segments = (0..<2).map { index in
        CustomerSegment(
          name: "\(index)", share: input.share(), contactsPerCustomer: input.number(),
          handleTime: input.time(), patience: input.maybe { $0.time() },
          valueLost: Money(minorUnits: Int64(clamping: input.whole())))
      }
      guard let demand = try? SegmentedDemand(segments) else { continue }
      let volume = input.volume()
      let short = WorkTime(hours: input.number())
      for loss in demand.lossInOrderOfArrival(of: volume, shortBy: short) {
        #expect(loss.failing.value >= 0, "\(demand) \(volume) \(short): \(loss)")
      }
      for loss in demand.loss(of: volume, during: input.time(), with: input.positions()) {
        #expect(loss.failing.value >= 0, "\(demand) \(volume): \(loss)")
      }
      let curve = demand.shortagePrice(of: volume)
      #expect(curve.contacts(shortBy: short).allSatisfy { $0.value >= 0 }, "\(demand) \(volume)")
      #expect(curve.cost(shortBy: short) >= .zero)
      _ = curve.pricePerHour(shortBy: short)
    }
  }

  @Test("Deferred work")
  func deferred() throws {
    var input = HostileInput(seed: 86)
    for _ in 0..<300 {
      let classes = (0..<2).map { _ in DeferredClass(dueWithin: input.whole()) }
      let work = (0..<4).map { _ in classes.map { _ in input.time() } }
      let carried = (0..<2).map { _ in
        DeferredBatch(
          workClass: input.index(below: 3), arrival: input.whole(), deadline: input.whole(),
          work: input.time())
      }
      guard let queue = try? DeferredQueue(classes: classes, work: work, carried: carried) else {
        continue
      }
      let capacity = (0..<input.index(below: 6)).map { _ in input.time() }
      if let course = try? queue.worked(with: capacity) {
        let came = (work.flatMap(\.self) + carried.map(\.work)).reduce(.zero, +)
        let gone = course.intervals.flatMap(\.done).reduce(.zero, +)
        #expect(came == gone + course.left.map(\.work).reduce(.zero, +))
        _ = course.carriedOn
        // What is overdue when it is carried in is late whatever is done.
        guard !carried.contains(where: { $0.deadline < 0 && $0.work > .zero }) else { continue }
        #expect(course.isOnTime == (try queue.worstShortage(with: capacity) == nil))
      }
      if let level = try? queue.levelCapacity(opening: input.maybe { _ in capacity }) {
        #expect(level.allSatisfy { $0 >= .zero })
      }
    }
  }
}
