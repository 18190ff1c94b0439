internal import Foundation

/// The chance that a reply comes too late, by how much is in front of it.
///
/// With j rounds in front, each exponential with mean S, the wait V is Erlang's with j phases
/// (Kleinrock, Queueing Systems I, 1975, 4.2), so that P(V > t) is Poisson's chance of fewer than j. A
/// round's first reply follows one message of mean s later; a message's own reply follows after a
/// geometric number of messages, which together are exponential with mean S, as is the round.
struct ReplyDelays {
  /// P(the round's first reply comes later than t), j rounds in front.
  private(set) var lateRound: [Double]
  /// P(a message's own reply comes later than t), j rounds in front.
  private(set) var lateMessage: [Double]
  let dialogue: ChatDialogue

  /// Delays of `dialogue` beyond `time` seconds, with up to `most` rounds in front.
  init(_ dialogue: ChatDialogue, beyond time: Double, upTo most: Int) {
    self.dialogue = dialogue
    lateRound = Array(repeating: 0, count: most + 1)
    lateMessage = lateRound
    let time = max(0, time)
    let mean = time / dialogue.roundSeconds
    let reach = Double(most)
    // So many rounds are done in the time that none of those in front is left.
    guard mean < reach + 60 + 16 * (reach + 1).squareRoot() else { return }
    let last = max(most, Int(mean + 60 + 16 * mean.squareRoot()))
    var exactly = [Double](repeating: 0, count: last + 1)
    for count in 0...last {
      exactly[count] = ReplyDelays.poisson(count, mean: mean)
    }
    // I_j = P(V ≤ t < V + one message) = (p_{j−1} − I_{j−1})/(m − 1), by parts; p_j the chance that
    // j rounds are done in t. Upwards for m ≥ 2, downwards below, where errors die out.
    var between = [Double](repeating: 0, count: last + 1)
    let excess = dialogue.messagesPerRound - 1
    between[0] = exp(-time / dialogue.messageSeconds)
    if excess >= 1 {
      for count in stride(from: 1, through: last, by: 1) {
        between[count] = max(0, (exactly[count - 1] - between[count - 1]) / excess)
      }
    } else {
      for count in stride(from: last - 1, through: 1, by: -1) {
        between[count] = max(0, exactly[count] - excess * between[count + 1])
      }
    }
    var fewer = 0.0
    for ahead in 0...most {
      lateRound[ahead] = min(1, fewer + between[ahead])
      fewer += exactly[ahead]
      lateMessage[ahead] = min(1, fewer)
    }
  }

  static func poisson(_ count: Int, mean: Double) -> Double {
    guard mean > 0 else { return count == 0 ? 1 : 0 }
    return exp(Double(count) * log(mean) - mean - lgamma(Double(count) + 1))
  }

  /// Late replies per round or per message.
  func late(_ unit: ReplyUnit) -> [Double] { unit == .round ? lateRound : lateMessage }
}

/// The rounds that somebody who writes finds in front of him.
struct RoundsAhead {
  /// P(j rounds are in front) for j = 0, 1, …, with the agent's other sessions.
  let chances: [Double]

  /// What the agent's `others` other sessions have in front: the number who think is Poisson, cut
  /// off at all of them, and the rest wait for the agent.
  init(_ dialogue: ChatDialogue, others: Int) {
    let load = dialogue.thinkingLoad
    var weights = [Double](repeating: 0, count: others + 1)
    guard load > 0 else {
      weights[others] = 1
      chances = weights
      return
    }
    // Weight of i thinking, from the heaviest: bⁱ/i!.
    let heaviest = min(others, Int(min(load, Double(others))))
    weights[others - heaviest] = 1
    var weight = 1.0
    for thinking in stride(from: heaviest + 1, through: others, by: 1) {
      weight *= load / Double(thinking)
      weights[others - thinking] = weight
    }
    weight = 1
    for thinking in stride(from: heaviest, to: 0, by: -1) {
      weight *= Double(thinking) / load
      weights[others - thinking + 1] = weight
    }
    let total = weights.reduce(0, +)
    chances = weights.map { $0 / total }
  }

  /// The mean number in front.
  var mean: Double {
    var sum = 0.0
    for (ahead, chance) in chances.enumerated() { sum += Double(ahead) * chance }
    return sum
  }

  /// The mean of `values`, by the number in front.
  func mean(of values: [Double]) -> Double {
    var sum = 0.0
    for (value, chance) in zip(values, chances) { sum += value * chance }
    return sum
  }
}
