internal import ArgumentParser
internal import Queueing
internal import ScenarioFiles
internal import Staffing
internal import Units

/// What `erlang` is asked, option by option; in batch these are the values of rows that have none.
struct QuestionOptions: ParsableArguments {
  @Option(parsing: .unconditional, help: "Contacts offered in the interval.")
  var volume: String?

  @Option(parsing: .unconditional, help: "The interval's length.")
  var per = "30 min"

  @Option(
    name: .customLong("handle-time"), parsing: .unconditional,
    help: ArgumentHelp("Mean time of one contact.", valueName: "time"))
  var handleTime: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Mean time a customer would wait before leaving; without it nobody leaves.",
      valueName: "time"))
  var patience: String?

  @Option(
    parsing: .unconditional, help: ArgumentHelp("How many contacts can wait.", valueName: "number"))
  var places: Int?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The share of those who left that call again.", valueName: "share"))
  var redial: String?

  @Option(
    name: .customLong("chat-times"), parsing: .unconditional,
    help: ArgumentHelp(
      "Length of one chat while its agent holds 1, 2, … chats, with commas.", valueName: "times"))
  var chatTimes: String?

  @Option(
    name: .customLong("longest-chat"), parsing: .unconditional,
    help: ArgumentHelp(
      "The longest a chat may take on average: how many at once are sensible.", valueName: "time"))
  var longestChat: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "How uncertain the rate is: its standard deviation as a share of it.", valueName: "share"))
  var uncertainty: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The service level: 80/20, or “80 % in 20 s”.", valueName: "share in time"))
  var answer: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "What the service level is a share of: offered, answered, virtual, "
        + "excluding-short-abandons or within-any.", valueName: "definition"))
  var definition = "offered"

  @Option(
    name: .customLong("speed-of-answer"), parsing: .unconditional,
    help: ArgumentHelp("The longest mean wait of answered contacts.", valueName: "time"))
  var speedOfAnswer: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The largest share that may leave.", valueName: "share"))
  var abandonment: String?

  @Option(parsing: .unconditional, help: ArgumentHelp("The highest occupancy.", valueName: "share"))
  var occupancy: String?

  @Option(
    name: .customLong("longest-wait"), parsing: .unconditional,
    help: ArgumentHelp(
      "A wait that a share of contacts must not exceed: “95 % in 60 s”.",
      valueName: "share in time"))
  var longestWait: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The largest share that may be turned away.", valueName: "share"))
  var blocking: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Paid time that is not available for contacts.", valueName: "share"))
  var shrinkage = "0 %"

  /// The question; every option has been read.
  func question() throws -> StaffingQuestion {
    try checkChatTimes()
    guard let volume, let handleTime = handleTime ?? firstChatTime else {
      throw Failure(
        "say how many contacts come and how long one takes: "
          + "--volume 100 --handle-time \"3 min\"", code: .usage)
    }
    return try question(
      volume: read("--volume", volume, WrittenQuantity.number),
      handleTime: time("--handle-time", handleTime))
  }

  /// The question of a row of a batch, which brings its own volume and may bring its own times.
  func question(volume: Double, handleTime: Duration) throws -> StaffingQuestion {
    var question = StaffingQuestion(
      volume: ContactVolume(volume), during: try interval, handleTime: handleTime)
    question.patience = try patience.map { try time("--patience", $0) }
    if let places {
      guard places >= 0, places <= 1_000_000 else {
        throw Failure("--places \(places): a number from 0 to 1000000", code: .usage)
      }
      question.waitingPlaces = places
    }
    question.redialing = try redial.map { try share("--redial", $0) }
    question.uncertainty = try uncertainty.map { try share("--uncertainty", $0) }
    if let chatTimes {
      question.chatHandleTimes = try chatTimes.split(
        separator: ",", omittingEmptySubsequences: false
      ).map { try time("--chat-times", String($0)) }
    }
    question.longestChat = try longestChat.map { try time("--longest-chat", $0) }
    question.conditions = try conditions
    question.shrinkage = try share("--shrinkage", shrinkage)
    guard question.shrinkage.value < 1 else {
      throw Failure("--shrinkage \(shrinkage): less than 100 %, or nobody works", code: .usage)
    }
    return question
  }

  /// The handle time of the rows of a batch that bring none; `nil` where none is given.
  var handleTimeOfAll: Duration? {
    get throws {
      try checkChatTimes()
      return try (handleTime ?? firstChatTime).map { try time("--handle-time", $0) }
    }
  }

  /// Chat times say how long a chat takes; a handle time beside them would not count.
  private func checkChatTimes() throws {
    guard chatTimes != nil, let handleTime else { return }
    throw Failure(
      "--handle-time \(handleTime): --chat-times say how long a chat takes; leave one of them out",
      code: .usage)
  }

  private var firstChatTime: String? {
    chatTimes?.split(separator: ",").first.map(String.init)
  }

  private var interval: Duration {
    get throws {
      let interval = try time("--per", per)
      guard interval > .zero else {
        throw Failure("--per \(per): an interval is longer than 0 s", code: .usage)
      }
      return interval
    }
  }

  private var conditions: ServiceConditions {
    get throws {
      var conditions = ServiceConditions(within: .seconds(20))
      if let answer {
        (conditions.serviceLevel, conditions.answerTime) = try read(
          "--answer", answer, WrittenQuantity.shareInTime)
      }
      guard let definition = ServiceLevelDefinition(rawValue: definition) else {
        let all = ServiceLevelDefinition.allCases.map(\.rawValue).joined(separator: ", ")
        throw Failure("--definition \(self.definition): one of \(all)", code: .usage)
      }
      conditions.definition = definition
      conditions.averageSpeedOfAnswer = try speedOfAnswer.map {
        try time("--speed-of-answer", $0)
      }
      conditions.abandonment = try abandonment.map { try share("--abandonment", $0) }
      conditions.maximumOccupancy = try occupancy.map { try share("--occupancy", $0) }
      conditions.blocking = try blocking.map { try share("--blocking", $0) }
      if let longestWait {
        let (share, wait) = try read(
          "--longest-wait", longestWait, WrittenQuantity.shareInTime)
        conditions.waitPercentile = WaitPercentile(share, waitingAtMost: wait)
      }
      return conditions
    }
  }

  private func time(_ option: String, _ text: String) throws -> Duration {
    try read(option, text, WrittenQuantity.duration)
  }

  private func share(_ option: String, _ text: String) throws -> Share {
    try read(option, text, WrittenQuantity.share)
  }

  private func read<Value>(
    _ option: String, _ text: String,
    _ reading: (String) throws(WrittenQuantity.Unreadable) -> Value
  ) throws -> Value {
    do {
      return try reading(text)
    } catch {
      throw Failure("\(option) \(text): \(error)", code: .usage)
    }
  }
}
