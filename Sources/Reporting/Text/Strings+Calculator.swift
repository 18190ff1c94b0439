internal import Queueing
internal import Staffing
internal import Units

/// The calculator's words.
extension Strings {
  /// What a condition asks for.
  func name(of condition: ServiceCondition) -> String {
    let (english, chinese) =
      switch condition {
      case .serviceLevel: ("service level", "服务水平")
      case .averageSpeedOfAnswer: ("average speed of answer", "平均应答速度")
      case .abandonment: ("abandonment", "放弃率")
      case .occupancy: ("occupancy", "占用率")
      case .waitPercentile: ("longest wait", "最长等待")
      case .blocking: ("turned away", "阻塞率")
      }
    return language == .chinese ? chinese : english
  }

  /// What a service level is a share of.
  func words(for definition: ServiceLevelDefinition) -> String {
    let (english, chinese) =
      switch definition {
      case .offered: ("of offered contacts", "按进线量")
      case .answered: ("of answered contacts", "按接起量")
      case .virtual: ("of contacts if nobody left", "按无放弃")
      case .excludingShortAbandons: ("of contacts without short abandons", "剔除短放弃")
      case .withinAny: ("of contacts answered or gone", "接起或离开")
      }
    return language == .chinese ? chinese : english
  }

  /// A model and what it assumes.
  func words(for model: StaffingModel) -> String {
    let (english, chinese) =
      switch model {
      case .erlangC: ("Erlang C: nobody leaves", "Erlang C：无人放弃")
      case .erlangA: ("Erlang A: customers leave when their patience ends", "Erlang A：客户会放弃")
      case .finiteBuffer: ("finite buffer: who finds every place taken is turned away", "有限排队位")
      case .redials:
        (
          "redials: some of those who left call again; shares and waits are of attempts",
          "重拨：部分放弃者会再次来电；比例与等待均按每次呼叫计"
        )
      case .chat: ("chat: an agent holds several at once", "在线会话：一人同时接待多个")
      }
    return language == .chinese ? chinese : english
  }

  /// A time as people say it: `7.8 s`, `3 min`, `1 h 20 min`.
  func time(_ duration: Duration?) -> String {
    guard let duration else { return DecimalText.none }
    let seconds = duration.inSeconds
    guard seconds.isFinite else { return DecimalText.none }
    if seconds < 120 || seconds.truncatingRemainder(dividingBy: 60) != 0 && seconds < 600 {
      let decimals = seconds == seconds.rounded() ? 0 : (seconds < 1 ? 2 : 1)
      return DecimalText.fixed(seconds, decimals: decimals) + "\u{A0}s"
    }
    if seconds < 7200 {
      let minutes = seconds / 60
      return DecimalText.fixed(minutes, decimals: minutes == minutes.rounded() ? 0 : 1)
        + "\u{A0}min"
    }
    return DecimalText.fixed(seconds / 3600, decimals: 1) + "\u{A0}h"
  }
}
