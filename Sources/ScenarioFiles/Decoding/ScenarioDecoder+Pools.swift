internal import BusinessCalendar
internal import Scenarios
internal import Units

extension ScenarioDecoder {
  /// The queues that are worked together.
  func pools(
    _ top: MapReader, _ queues: [Queue], _ groups: [StaffGroup], _ vendors: [Vendor]
  ) -> [QueuePool] {
    var taken: [Queue.ID: String] = [:]
    return top.entries("pools").compactMap { id, reader in
      let ids = reader.references("queues", to: "queue")
      let order = reader.text("order").flatMap(QueuePool.Order.init(rawValue:))
      let reserve = reader.count("reserve")
      guard let ids, let order, let reserve else { return nil }
      let pool = QueuePool(
        id: QueuePool.ID(id), name: reader.text("name") ?? id, queues: ids.map { Queue.ID($0) },
        order: order, reserve: Positions(Double(reserve)))
      if ids.count < 2 {
        reader.error("queues", "a pool has at least two queues", hint: "list those worked together")
      }
      for queue in pool.queues {
        if let other = taken[queue] {
          reader.error(
            "queues", "“\(queue)” is in the pool “\(other)” already", hint: "a queue is in one pool"
          )
        }
        taken[queue] = id
      }
      let members = pool.queues.compactMap { id in queues.first { $0.id == id } }
      if members.count == pool.queues.count { check(pool, members, reader) }
      let skills = groups.map(\.skills) + vendors.map(\.skills)
      let isServed = skills.contains { skills in pool.queues.allSatisfy(skills.contains) }
      if !isServed, ids.count > 1 {
        reader.error(
          "queues", "nobody has the skills of all queues of this pool",
          hint: "list \(ids.enumeratedInWords) in the skills of one staff group or vendor")
      }
      return pool
    }
  }

  private func check(_ pool: QueuePool, _ queues: [Queue], _ reader: MapReader) {
    let channels = queues.map(\.channel.key)
    if let deferred = queues.first(where: { $0.channel.key == "deferred" }) {
      reader.error(
        "queues", "“\(deferred.id)” can wait, and is worked whenever there is time",
        hint: "pools are for calls and chats; agents with its skill take it up beside them")
    }
    if pool.order == .voiceFirst, !channels.contains("voice") || !channels.contains("chat") {
      reader.error(
        "order", "voice-first needs a voice and a chat queue",
        hint: "these are \(channels.enumeratedInWords)")
    }
    if pool.reserve > .zero, !channels.contains("outbound") {
      reader.error(
        "reserve", "there are no outbound calls that could leave positions free",
        hint: "add an outbound queue, or leave it out")
    }
    if let obstacle = pool.obstacle(among: queues) {
      log.warning(
        at: reader.span("queues"), reader.pathText("queues"),
        "the pool saves nothing: \(obstacle.words), which is not reckoned in a pool",
        hint: "its queues are sized each by itself; take that out, or the queue out of the pool")
    }
  }

  // MARK: - Support roles

  /// The people whose number follows that of the agents.
  func supportRoles(_ top: MapReader, _ groups: [StaffGroup]) -> [SupportRole] {
    top.entries("support-roles").compactMap { id, reader in
      let span = reader.value("span")
      let wage = wage(reader)
      let onCost = reader.share("employer-on-cost")
      var counted = groups.map(\.id)
      if reader.has("groups") {
        counted = (reader.references("groups", to: "staff-group") ?? []).map { StaffGroup.ID($0) }
      }
      let isNobody =
        reader.has("groups")
        ? reader.node["groups"]?.items?.isEmpty ?? false : !top.has("staff-groups")
      if isNobody {
        reader.error("groups", "no agents count", hint: "list at least one staff group")
      }
      guard case .span(let people, let agents)? = span, let wage, let onCost else { return nil }
      return SupportRole(
        id: SupportRole.ID(id), name: reader.text("name") ?? id,
        span: SupportRole.Span(people, per: agents), groups: counted, wage: wage,
        employerOnCost: onCost)
    }
  }
}
