internal import Scenarios

/// The keys of a volume that is a list of customers to be called.
let campaignKeys: [KeyDefinition] =
  [
    optional(
      "queues.*.volume.campaign", .mapping,
      "A list of customers to be called; outbound only. They may be called in the queue's opening "
        + "hours."),
    required(
      "queues.*.volume.campaign.list-size", .count(1...100_000_000), "Customers on the list.",
      example: "2500"),
    required(
      "queues.*.volume.campaign.wanted", .count(1...100_000_000),
      "Completes that are wanted: interviews, orders before delivery.", example: "400"),
    required(
      "queues.*.volume.campaign.from", .date, "The first day of calling.", example: "2026-10-12"),
    required("queues.*.volume.campaign.by", .date, "The last day.", example: "2026-10-30"),
    optional(
      "queues.*.volume.campaign.attempts", .count(1...50), default: "3",
      "The most attempts on one customer."),
    optional(
      "queues.*.volume.campaign.retry-after", .duration(60...2_592_000), default: "24 h",
      "The least time between two attempts on one customer."),
    optional(
      "queues.*.volume.campaign.unreached-time", .duration(1...3600), default: "30 s",
      "The time of an attempt that reaches nobody; one that does takes the handle time."),
    optional(
      "queues.*.volume.campaign.worth", .money, "What a complete is worth.", example: "25.00"),
    optional(
      "queues.*.volume.campaign.delivery", .mapping,
      "What is sold has to be delivered, and not all of it is taken in."),
    required(
      "queues.*.volume.campaign.delivery.lag", .duration(0...31_536_000),
      "From the sale to the delivery.", example: "7 days"),
    required(
      "queues.*.volume.campaign.delivery.kept", .share(0...100),
      "The share of the sales that is taken in.", example: "40 %"),
    optional(
      "queues.*.volume.campaign.delivery.known-after", .duration(0...31_536_000),
      "From the sale until it is known what was kept; left out, the lag.", example: "30 days"),
  ]
  + rateKeys("reach-rate", "The share of attempts on which the customer is reached.", "35 %")
  + rateKeys("success-rate", "The share of reached customers whose call is a complete.", "28 %")

private func rateKeys(_ key: String, _ meaning: String, _ example: String) -> [KeyDefinition] {
  let path = "queues.*.volume.campaign." + key
  return [
    required(path, .mapping, meaning, example: "{ by-hour: \(example) }"),
    required(
      path + ".by-hour", .either([.share(0...100), .list(.share(0...100))]),
      "The rate of a first attempt: one for all hours, or 24 from 00:00 on.", example: example),
    optional(
      path + ".by-attempt", .list(.share(0...300)), default: "[100 %]",
      "The factor of the first, second, … attempt; the last holds for all further ones.",
      example: "[100 %, 80 %, 60 %]"),
  ]
}

/// The keys of queues that are worked together.
let poolKeys: [KeyDefinition] = [
  optional(
    "pools", .map(.id("pool")),
    "Queues that one set of agents works together; a queue in none is worked by itself."),
  optional("pools.*", .mapping, "A pool, by its id."),
  optional("pools.*.name", .text, "The name; left out, the id.", example: "Service desk"),
  required(
    "pools.*.queues", .list(.reference("queue")), "The queues, at least two.",
    example: "[hotline, web-chat]"),
  optional(
    "pools.*.order", .choice(QueuePool.Order.allCases.map(\.rawValue)), default: "shared",
    "Who is served first: whoever came first, or calls, with chats in the time that is left."),
  optional(
    "pools.*.reserve", .count(0...10_000), default: "0",
    "Positions that outbound calls leave free for customers who call."),
]

/// The keys of people whose number follows that of the agents.
let supportRoleKeys: [KeyDefinition] = [
  optional(
    "support-roles", .map(.id("support-role")),
    "People who are no agents and whose number follows that of the agents."),
  optional("support-roles.*", .mapping, "A role, by its id."),
  optional("support-roles.*.name", .text, "The name; left out, the id.", example: "Team leader"),
  required(
    "support-roles.*.span", .span, "The span of control: so many for so many agents.",
    example: "1 per 10"),
  optional(
    "support-roles.*.groups", .list(.reference("staff-group")),
    "The staff groups whose agents count; left out, all.", example: "[wuhan-apparel]"),
  required(
    "support-roles.*.wage", .price(per: ["month", "hour"]), "What they are paid.",
    example: "8200 per month"),
  required(
    "support-roles.*.employer-on-cost", .share(0...200),
    "The employer's contributions on top of pay, as a share of it.", example: "32 %"),
]
