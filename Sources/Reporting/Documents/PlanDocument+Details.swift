internal import BusinessCalendar
internal import Scenarios
internal import Staffing
internal import Units

extension PlanDocument {
  /// What is known of a queue's requirement beside its slots; no member for a plain queue.
  func details(of queue: QueueRequirement) -> [JSONValue.Member] {
    let detail = queue.detail
    var members: [JSONValue.Member] = []
    if let contacts = detail.recontacts {
      members.append(
        .init(
          "recontacts",
          [
            "firstContacts": .number(contacts.firstContacts.value),
            "recontacts": .number(contacts.recontacts.value),
            "isSettled": .bool(contacts.isSettled),
          ]))
    }
    if let campaign = detail.campaign { members.append(.init("campaign", value(campaign))) }
    if !detail.tiers.isEmpty { members.append(.init("tiers", .array(detail.tiers.map(value)))) }
    if let split = detail.languages {
      let languages = split.languages.map { language -> JSONValue in
        ["language": .string(language.language), "share": .number(language.share.value)]
      }
      members.append(
        .init(
          "languages",
          [
            "languages": .array(languages), "hoursApart": hours(split.apart),
            "hoursTogether": hours(split.together),
          ]))
    }
    return members
  }

  private func value(_ tier: TierService) -> JSONValue {
    let weeks = tier.weeks.map { week -> JSONValue in
      [
        "contacts": .number(week.contacts.value),
        "serviceLevel": JSONValue(week.serviceLevel?.value),
        "abandonment": JSONValue(week.abandonment?.value),
        "averageSpeedOfAnswerSeconds": JSONValue(week.averageSpeedOfAnswer?.inSeconds),
      ]
    }
    return [
      "priority": .integer(Int64(tier.priority)),
      "segments": .array(tier.segments.map { .string($0.rawValue) }),
      "share": .number(tier.share.value), "weeks": .array(weeks),
    ]
  }

  private func value(_ campaign: CampaignOutcome) -> JSONValue {
    let hours = campaign.hours.map { hour -> JSONValue in
      [
        "hour": .integer(Int64(hour.hour)), "attempts": .number(hour.attempts.value),
        "reached": .number(hour.reached.value), "completes": .number(hour.completes.value),
      ]
    }
    let attempts = campaign.byAttempt.map { attempt -> JSONValue in
      [
        "attempt": .integer(Int64(attempt.number)), "attempts": .number(attempt.attempts.value),
        "reached": .number(attempt.reached.value), "completes": .number(attempt.completes.value),
      ]
    }
    let delivery = campaign.delivery.map { delivery -> JSONValue in
      [
        "kept": .number(delivery.kept.value),
        "keptByLastDay": .number(delivery.keptByLastDay.value),
        "refused": .number(delivery.refused.value),
        "soldBeforeKnown": .number(delivery.soldBeforeKnown.value),
        "refusedBeforeKnown": .number(delivery.refusedBeforeKnown.value),
      ]
    }
    let worthOfLead = campaign.worthOfLead.map { Money(quantity: Quantity(1), at: $0) }
    return [
      "wanted": .number(campaign.wanted.value), "isReached": .bool(campaign.isReached),
      "completes": .number(campaign.completes.value), "most": .number(campaign.most.value),
      "attempts": .number(campaign.attempts.value), "reached": .number(campaign.reached.value),
      "talkHours": self.hours(campaign.talkTime),
      "positions": .number(campaign.positions.value), "hours": .array(hours),
      "byAttempt": .array(attempts),
      "remedies": .array(campaign.remedies.map(value)), "delivery": delivery ?? .null,
      "worth": campaign.worth.map(money) ?? .null,
      "worthOfLead": worthOfLead.map(money) ?? .null,
    ]
  }

  private func value(_ remedy: CampaignOutcome.Remedy) -> JSONValue {
    switch remedy {
    case .listSize(let size): ["listSize": .integer(Int64(size))]
    case .attempts(let attempts): ["attempts": .integer(Int64(attempts))]
    case .lastDay(let day): ["lastDay": date(day)]
    }
  }
}

extension JSONValue {
  /// An object with further members at its end.
  func adding(_ more: [Member]) -> JSONValue {
    guard case .object(let members) = self, !more.isEmpty else { return self }
    return .object(members + more)
  }
}
