public import Units

extension DemandForecast {
  /// The forecast with so many times its contacts in every interval; handle times stay.
  ///
  /// - Parameter factor: 1 for the same, 0.8 for a fifth fewer; below 0 counts as 0.
  public func scaled(by factor: Share) -> DemandForecast {
    let factor = factor.value.isFinite ? max(0, factor.value) : 1
    guard factor != 1 else { return self }
    func scaled(_ volume: [ContactVolume]) -> [ContactVolume] { volume.map { $0 * factor } }
    return DemandForecast(
      grid: grid,
      queues: queues.map { queue in
        QueueForecast(
          queue: queue.queue, method: queue.method, baseVolume: scaled(queue.baseVolume),
          eventEffects: queue.eventEffects.map { effect in
            QueueForecast.EventEffect(
              event: effect.event, firstSlot: effect.firstSlot,
              addedVolume: scaled(effect.addedVolume))
          },
          volume: scaled(queue.volume), handleTime: queue.handleTime,
          dayFactorSpread: queue.dayFactorSpread)
      })
  }
}
