import Foundation

/// Chats of several at once by the birth and death chain itself, state by state: agents with up to
/// `times.count` chats each, spread evenly, nobody leaves; an independent check for small teams.
enum TextbookChat {
  /// The share of chats that an agent takes within `time` seconds.
  static func serviceLevel(
    agents: Int, perSecond rate: Double, times: [Double], within time: Double
  ) -> Double {
    let places = agents * times.count
    func completions(_ chats: Int) -> Double {
      // Even spread: some agents hold one chat more than the others.
      let (least, more) = (chats / agents, chats % agents)
      let few = least == 0 ? 0 : Double(agents - more) * Double(least) / times[least - 1]
      return few + (more == 0 ? 0 : Double(more) * Double(least + 1) / times[least])
    }
    var weights = [1.0]
    for chats in 1...(places + 400) {
      weights.append(weights[chats - 1] * rate / completions(min(chats, places)))
    }
    let all = weights.reduce(0, +)
    var inTime = weights[..<places].reduce(0, +)
    let fastest = completions(places)
    for waiting in 0...400 {
      // The chats in front and one more must end: a Poisson number of them ends in the time.
      let mean = fastest * time
      var (term, fewer) = (exp(-mean), 0.0)
      for ended in 0...waiting {
        fewer += term
        term *= mean / Double(ended + 1)
      }
      inTime += weights[places + waiting] * (1 - fewer)
    }
    return inTime / all
  }
}
