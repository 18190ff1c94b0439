internal import Scenarios

/// The keys of a queue that only its staffing requirement reads.
let requirementKeys: [KeyDefinition] =
  [
    optional(
      "queues.*.requirement", .mapping, "How positions follow from the load; voice and chat only."),
    optional(
      "queues.*.requirement.method", .choice(["erlang-a", "erlang-c", "finite-buffer"]),
      "The model of the queue: customers leave after their patience, nobody leaves, or only so many "
        + "can wait. Left out, `erlang-a` where there is a patience, else `erlang-c`.",
      example: "erlang-a"),
    optional(
      "queues.*.requirement.waiting-places", .count(0...100_000),
      "With `finite-buffer`: how many can wait; others are turned away. Without redials, priorities, "
        + "`messages` and `handle-time-by-chats`.", example: "40"),
    optional(
      "queues.*.requirement.interval", .choice(IntervalMethod.allCases.map(\.rawValue)),
      default: "mol-max",
      "How the load of an interval follows from a rate that moves within it: its largest offered "
        + "load, which lags behind the rate by the handle time, or each interval's mean by itself."),
    optional(
      "queues.*.arrival-uncertainty", .share(0...200),
      "How unsure the rate of an interval is: its coefficient of variation; without priorities.",
      example: "10 %"),
    optional(
      "queues.*.redial", .share(0...100), default: "0 %",
      "The probability that a customer who left tries this queue again; with `erlang-a`, without "
        + "priorities, `messages` and `handle-time-by-chats`."),
    optional(
      "queues.*.escalates-to", .map(.reference("queue")),
      "The queues in which its contacts come back, such as calls after a failed chat."),
    optional("queues.*.escalates-to.*", .mapping, "What comes back in this queue."),
    optional(
      "queues.*.escalates-to.*.of-failed", .share(0...100), default: "0 %",
      "The share of the contacts that left or were turned away."),
    optional(
      "queues.*.escalates-to.*.of-handled", .share(0...100), default: "0 %",
      "The share of the contacts that were handled, but not resolved."),
    optional(
      "queues.*.escalates-to.*.after", .duration(0...604_800), default: "0 s",
      "How long after the contact."),
  ] + noticeKeys + chatKeys + robotKeys + segmentKeys

private let noticeKeys: [KeyDefinition] = [
  optional(
    "queues.*.notices", .map(.id("notice")),
    "What customers are told before they ask, so that some of them need not."),
  optional("queues.*.notices.*", .mapping, "A notice, by its id."),
  required(
    "queues.*.notices.*.deflects", .share(0...100),
    "The share of the contacts in its time that it saves.", example: "20 %"),
  required(
    "queues.*.notices.*.price", .price(per: ["notice"]), "What one of them costs.",
    example: "0.045 per notice"),
  required(
    "queues.*.notices.*.recipients", .count(0...1_000_000_000), "How many are sent.",
    example: "120000"),
  required(
    "queues.*.notices.*.from", .moment, "From when on contacts are saved.",
    example: "2026-11-12T08:00"),
  required(
    "queues.*.notices.*.to", .moment, "Until when.", example: "2026-11-19T00:00"),
]

private let chatKeys: [KeyDefinition] = [
  optional(
    "queues.*.handle-time-by-chats", .list(.duration(1...86_400)),
    "Chat: the length of a chat while the agent holds 1, 2, … of them, up to the concurrency; the "
      + "last is the handle time.",
    example: "[180 s, 195 s, 240 s]"),
  optional(
    "queues.*.messages", .mapping,
    "Chat: customer and agent write in turn; with a `reply-rate` or `immediate-assignment`."),
  required(
    "queues.*.messages.rounds", .count(1...500),
    "Rounds of a chat: a customer's turn and the reply to it.", example: "6"),
  optional(
    "queues.*.messages.messages-per-round", .count(1...50), default: "1",
    "Messages that a customer writes in a round."),
  required(
    "queues.*.messages.think-time", .duration(1...86_400),
    "The mean time from a reply to the customer's next turn.", example: "45 s"),
  required(
    "queues.*.messages.reply-time", .duration(1...86_400),
    "The mean time an agent works on one reply.", example: "20 s"),
  optional(
    "queues.*.immediate-assignment", .yesNo, default: "no",
    "Chat: whether every chat is given to an agent at once, without a queue: `answered` is then the "
      + "first reply, by `messages`."),
]

private let robotKeys: [KeyDefinition] = [
  optional("queues.*.robot", .mapping, "A robot that customers meet first; voice and chat only."),
  optional(
    "queues.*.robot.intents", .map(.id("intent")),
    "The causes of contacts, where the volume is what reaches the robot; left out, it is what people "
      + "get already. With drivers, their intents say it."),
  optional("queues.*.robot.intents.*", .mapping, "A cause of contacts, by its id."),
  required(
    "queues.*.robot.intents.*.share", .share(0...100),
    "Its share of the contacts that reach the robot; together 100 %.", example: "35 %"),
  required(
    "queues.*.robot.intents.*.containment", .share(0...100),
    "The part that the robot settles alone.",
    example: "60 %"),
  required(
    "queues.*.robot.intents.*.hand-over", .share(0...100),
    "The part that is handed to people; what is left gives up.", example: "30 %"),
  optional(
    "queues.*.robot.replies-per-contact", .count(0...500), default: "1",
    "Replies of the robot in a contact."),
  optional(
    "queues.*.robot.replies-count", .yesNo, default: "no",
    "Whether its replies count in the reply rate, which is then needed; all of them are in time."),
]

private let segmentKeys: [KeyDefinition] = [
  optional("queues.*.segments", .map(.id("segment")), "Kinds of customer; voice and chat only."),
  optional("queues.*.segments.*", .mapping, "A kind of customer, by its id."),
  optional("queues.*.segments.*.name", .text, "The name; left out, the id.", example: "Gold"),
  required(
    "queues.*.segments.*.share", .share(0...100), "Its share of the customers; together 100 %.",
    example: "10 %"),
  optional(
    "queues.*.segments.*.contact-rate", .share(0...100_000), default: "100 %",
    "Contacts of one of its customers, in relation to the other segments: 200 % comes twice as often "
      + "as 100 %."),
  optional(
    "queues.*.segments.*.patience", .duration(1...86_400),
    "The mean time its customers would wait; left out, the queue's.", example: "60 s"),
  optional(
    "queues.*.segments.*.lost-contact-price", .money,
    "What a contact costs that fails, with the value that is lost; left out, the queue's.",
    example: "400.00"),
  optional(
    "queues.*.segments.*.priority", .count(1...9), default: "1",
    "Its place in the order of answering: 1 is answered first, equal ones as they come."),
  optional(
    "queues.*.segments.*.notice", .text,
    "The id of one of the queue's notices that is sent to this segment only.", example: "delayed"),
  optional(
    "queues.*.languages", .map(.id("language")),
    "The languages of its contacts, together 100 %; left out, there is one."),
  optional(
    "queues.*.languages.*", .share(0...100), "The share of the contacts in this language.",
    example: "30 %"),
]
