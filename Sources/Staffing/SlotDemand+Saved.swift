internal import BusinessCalendar
internal import Scenarios
internal import Units

// What comes to a queue and does not reach its people: contacts that a notice saves, and those that
// a robot settles or that give up with it.
extension SlotDemand {
  /// Takes off what notices save and robots keep, and notes in words what that was.
  mutating func takeOffSaved(in timeZone: TimeZoneRules) {
    takeOffNotices(timeZone)
    takeOffRobot()
  }

  /// In the time of a notice its share of the contacts does not come; of what several notices
  /// reach each saves its share of what the others leave. A notice that segments have as their own
  /// saves only their contacts; a slot that it covers in part is saved in that part.
  private mutating func takeOffNotices(_ timeZone: TimeZoneRules) {
    let notices = queue.staffing.notices
    guard !notices.isEmpty else { return }
    let kinds = noticeKinds
    let windows = notices.map { notice in
      (timeZone.instant(ofOrAfter: notice.from), timeZone.instant(ofOrAfter: notice.until))
    }
    for index in slots.indices {
      let slot = slots[index]
      let seconds = Double(slot.endInstant - slot.startInstant)
      guard seconds > 0, volume[index] > 0 else { continue }
      let left = kinds.map { kind -> Double in
        var left = kind.share
        for (notice, window) in zip(notices, windows) where kind.gets(notice.id) {
          let common = min(slot.endInstant, window.1) - max(slot.startInstant, window.0)
          left *= 1 - notice.deflection.value * max(0, Double(common)) / seconds
        }
        return left
      }
      volume[index] *= left.reduce(0, +)
    }
    for notice in notices {
      let contacts = queue.staffing.segments.filter { $0.notice == notice.id }.map(\.name)
      let whose = contacts.isEmpty ? "the" : contacts.joined(separator: " and ") + "’s"
      notes.append(
        "notice \(notice.id) saves \(Text.percent(notice.deflection.value)) of \(whose) contacts "
          + "from \(notice.from) to \(notice.until)")
    }
  }

  /// The kinds of customer: their share of the contacts, and the notices they get.
  private var noticeKinds: [NoticeKind] {
    let staffing = queue.staffing
    let own = Set(staffing.segments.compactMap(\.notice))
    let common = Set(staffing.notices.map(\.id)).subtracting(own)
    guard !staffing.segments.isEmpty else { return [NoticeKind(share: 1, notices: common)] }
    let shares = staffing.segmentVolumes.map(\.value)
    // Shares of nothing add up to nothing: then nobody is told apart.
    guard shares.reduce(0, +) > 0 else { return [NoticeKind(share: 1, notices: common)] }
    return zip(staffing.segments, shares).map { segment, share in
      NoticeKind(share: share, notices: common.union([segment.notice].compactMap(\.self)))
    }
  }

  /// Of what reaches a robot people get the part that it hands over, by intent.
  private mutating func takeOffRobot() {
    guard let robot = queue.staffing.robot, !robot.intents.isEmpty else { return }
    let handed = robot.handOver.value
    volume = volume.map { $0 * handed }
    let settled = robot.intents.map { $0.share.value * $0.containment.value }.reduce(0, +)
    notes.append(
      "the robot in front settles \(Text.percent(settled)) of the contacts and hands over "
        + Text.percent(handed))
  }
}

private struct NoticeKind {
  let share: Double
  let notices: Set<QueueNotice.ID>

  func gets(_ notice: QueueNotice.ID) -> Bool { notices.contains(notice) }
}
