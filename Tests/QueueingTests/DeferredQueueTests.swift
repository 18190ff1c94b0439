import QueueSimulation
import Testing
import Units

@testable import Queueing

@Suite("Work that can wait")
struct DeferredQueueTests {
  func hours(_ hours: [Double]) -> [Duration] { hours.map { .seconds($0 * 3600) } }

  @Test("Three classes share a capacity: the earliest deadline first, then the older work")
  func order() throws {
    // Due within 1, 2 and 4 intervals; 2 + 3 + 4 hours come at once, 4 can be done each time.
    let queue = try DeferredQueue(
      classes: [1, 2, 4].map { DeferredClass(dueWithin: $0) },
      work: [hours([2, 3, 4]), hours([1, 0, 0]), hours([0, 0, 0])])
    let course = try queue.worked(with: hours([4, 4, 4]))
    #expect(
      course.intervals.map(\.done) == [hours([2, 2, 0]), hours([1, 1, 2]), hours([0, 0, 2])])
    #expect(course.isOnTime)
    #expect(course.intervals.last?.idle == .seconds(2 * 3600))
    #expect(course.left.isEmpty)
  }

  @Test("What is carried in is late first, and what is left can be carried on without a seam")
  func carried() throws {
    let classes = [DeferredClass(dueWithin: 2)]
    let work = [hours([5]), hours([5]), hours([1]), hours([0])]
    let capacity = hours([3, 3, 3, 3])
    let whole = try DeferredQueue(classes: classes, work: work).worked(with: capacity)
    let first = try DeferredQueue(classes: classes, work: Array(work.prefix(2)))
      .worked(with: Array(capacity.prefix(2)))
    let second = try DeferredQueue(
      classes: classes, work: Array(work.suffix(2)), carried: first.carriedOn
    ).worked(with: Array(capacity.suffix(2)))
    #expect(first.intervals + second.intervals == whole.intervals)
    #expect(!whole.isOnTime)
    #expect(second.intervals[0].doneLate == hours([0]))
    // 3 + 3 of the first 5 + 5 by their deadlines 1 and 2, then 3 more by 2; 1 is overdue then.
    #expect(whole.intervals[2].overdue == .seconds(3600))
    #expect(whole.intervals[3].doneLate == hours([1]))
  }

  @Test("The worst shortage names the span and what it lacks; none where all is on time")
  func shortage() throws {
    let queue = try DeferredQueue(
      classes: [DeferredClass(dueWithin: 2)],
      work: [hours([5]), hours([5]), hours([1]), hours([0])])
    let shortage = try #require(try queue.worstShortage(with: hours([3, 3, 3, 3])))
    #expect(shortage.from == 0)
    #expect(shortage.through == 2)
    #expect(shortage.missing == .seconds(3600))
    #expect(try queue.worstShortage(with: hours([3.5, 3.5, 3, 1])) == nil)
    #expect(try queue.worked(with: hours([3.5, 3.5, 3, 1])).isOnTime)
  }

  @Test("The level capacity is on time, and its peak is that of the densest span")
  func level() throws {
    let queue = try DeferredQueue(
      classes: [DeferredClass(dueWithin: 1), DeferredClass(dueWithin: 4)],
      work: [hours([1, 4]), hours([6, 0]), hours([1, 0]), hours([1, 0])])
    let level = try queue.levelCapacity()
    // 6 must be done in interval 1 alone; the other 7 hours are spread over the other three.
    let expected = [7.0 / 3, 6, 7.0 / 3, 7.0 / 3]
    for (given, wanted) in zip(level, expected) { #expect(abs(given.inHours - wanted) < 1e-9) }
    #expect(try queue.worked(with: level).isOnTime)
    // With the second half of the day closed the first half does it all.
    #expect(throws: InvalidDeferredWork.closed(from: 3, through: 3, work: .seconds(3600))) {
      try queue.levelCapacity(opening: hours([1, 1, 1, 0]))
    }
    let open = try queue.levelCapacity(opening: hours([2, 1, 1, 1]))
    #expect(abs(open[0].inHours - 7.0 / 4 * 2) < 1e-9)
  }

  @Test("On time, by the rule and by the condition on spans, is the same for any work")
  func feasibility() throws {
    var random = SeededGenerator(seed: 5)
    var onTime = 0
    for _ in 0..<300 {
      let classes = (0..<3).map { _ in DeferredClass(dueWithin: 1 + random.index(below: 5)) }
      let work = (0..<8).map { _ in
        classes.map { _ in Duration.seconds(900 * random.index(below: 9)) }
      }
      let queue = try DeferredQueue(
        classes: classes, work: work,
        carried: [DeferredBatch(workClass: 1, arrival: -3, deadline: 2, work: .seconds(1800))])
      let capacity = (0..<8).map { _ in Duration.seconds(900 * (7 + random.index(below: 13))) }
      let course = try queue.worked(with: capacity)
      #expect(course.isOnTime == (try queue.worstShortage(with: capacity) == nil))
      onTime += course.isOnTime ? 1 : 0
      let level = try queue.levelCapacity()
      #expect(try queue.worked(with: level).isOnTime)
      // No profile that is on time has a lower peak: a little less than the peak is too little.
      let peak = level.map(\.inSeconds).max() ?? 0
      let lower = level.map { _ in Duration.seconds(peak * (1 - 1e-6)) }
      #expect(try !queue.worked(with: lower).isOnTime)
      let came = (work.flatMap { $0 } + [.seconds(1800)]).reduce(.zero, +)
      let gone = course.intervals.flatMap(\.done).reduce(.zero, +)
      #expect(came == gone + course.left.map(\.work).reduce(.zero, +))
    }
    #expect(onTime > 30 && onTime < 270)
  }

  @Test("Work that describes nothing is refused, with what helps")
  func refused() throws {
    #expect(throws: InvalidDeferredWork.due(workClass: 0, intervals: 0)) {
      try DeferredQueue(classes: [DeferredClass(dueWithin: 0)], work: [])
    }
    #expect(throws: InvalidDeferredWork.amounts(interval: 1, given: 0, classes: 1)) {
      try DeferredQueue(classes: [DeferredClass(dueWithin: 1)], work: [hours([1]), []])
    }
    #expect(throws: InvalidDeferredWork.outOfRange(interval: 0, .seconds(-1))) {
      try DeferredQueue(classes: [DeferredClass(dueWithin: 1)], work: [[.seconds(-1)]])
    }
    #expect(throws: InvalidDeferredWork.noClass(2, classes: 1)) {
      try DeferredQueue(
        classes: [DeferredClass(dueWithin: 1)], work: [],
        carried: [DeferredBatch(workClass: 2, arrival: 0, deadline: 0, work: .zero)])
    }
    let empty = try DeferredQueue(classes: [], work: [])
    #expect(try empty.worked(with: [.seconds(1)]).intervals.isEmpty)
    #expect(try empty.levelCapacity().isEmpty)
    let late = try DeferredQueue(
      classes: [DeferredClass(dueWithin: .max)], work: [hours([1]), [.zero]])
    #expect(try late.worked(with: []).isOnTime)
    #expect(try late.levelCapacity() == [.zero, .zero])
  }
}
