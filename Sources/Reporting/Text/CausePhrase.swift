internal import ShiftScheduling

/// What keeps one more seat from an interval, in few words of each language.
struct CausePhrase {
  let english: String
  let chinese: String

  init(_ limit: ShortageCause.Limit) {
    (english, chinese) =
      switch limit {
      case .skills: ("nobody’s skills include the queue", "无人具备该队列技能")
      case .outsourcedShare: ("the vendors’ share of the queue", "该队列外包比例上限")
      case .outsourcedOverall: ("the vendors’ share of all queues", "总体外包比例上限")
      case .shiftTypes: ("no shift reaches the interval", "没有班次覆盖该时段")
      case .people: ("everybody there is on shift", "当天可用人员均已排班")
      case .workDays: ("the week’s days of work", "本周工作天数已用尽")
      case .hours: ("the week’s paid hours", "本周计薪工时已用尽")
      case .overtime: ("the week’s overtime", "本周加班已用尽")
      case .rest: ("rest between shifts", "班次间休息")
      case .seats: ("the site’s seats", "职场席位已满")
      case .worth: ("one more costs more than it covers", "增加一席的成本高于收益")
      case .wholeSeats: ("seats are whole", "席位只能取整")
      }
  }
}

extension Strings {
  /// What keeps one more seat from an interval.
  func words(_ limit: ShortageCause.Limit) -> String {
    let phrase = CausePhrase(limit)
    return language == .chinese ? phrase.chinese : phrase.english
  }
}
