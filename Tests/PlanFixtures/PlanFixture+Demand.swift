internal import BusinessCalendar
public import Forecasting
public import Scenarios
public import Staffing
internal import Units

extension PlanFixture {
  private static var grid: PlanningGrid { scenario().grid }

  /// Ten chats an hour and one more each hour from eight to ten at night, three hours of a presale on
  /// 30 September on top; a case every hour of the day.
  public static var forecast: DemandForecast {
    let slots = grid.slots
    let base = slots.map { slot in
      isOpen(slot) ? ContactVolume(Double(10 + slot.start.hour)) : .zero
    }
    let presale = grid.index(of: moment("2026-09-30T20:00")) ?? 0
    let added = [ContactVolume(30), ContactVolume(15), ContactVolume(1.0 / 3)]
    var volume = base
    for (offset, contacts) in added.enumerated() { volume[presale + offset] += contacts }
    let one = Array(repeating: ContactVolume(1), count: slots.count)
    return DemandForecast(
      grid: grid,
      queues: [
        QueueForecast(
          queue: chat, method: "weekly level and profile of history.csv", baseVolume: base,
          eventEffects: [
            .init(event: Identifier("presale"), firstSlot: presale, addedVolume: added)
          ],
          volume: volume,
          handleTime: slots.map { .seconds($0.start.hour == 20 ? 264 : 240) },
          dayFactorSpread: Share(0.125)),
        QueueForecast(
          queue: cases, method: "orders × contact rate", baseVolume: one, eventEffects: [],
          volume: one, handleTime: Array(repeating: .milliseconds(600_500), count: slots.count),
          dayFactorSpread: .zero),
      ])
  }

  /// Two positions above the load for chat when it is open; the load alone for cases.
  public static var requirement: StaffingRequirement {
    let forecast = forecast
    let slots = grid.slots
    let volumes = forecast.queues.map(\.volume)
    let chatLoad = slots.indices.map { slot in
      Erlangs(
        volume: volumes[0][slot], handleTime: forecast.queues[0].handleTime[slot],
        during: .seconds(3600)) * (1.0 / 3)
    }
    let casesLoad = slots.map { _ in
      Erlangs(volume: ContactVolume(1), handleTime: .milliseconds(600_500), during: .seconds(3600))
    }
    let open = slots.map(isOpen)
    let chatPositions = chatLoad.indices.map { slot in
      open[slot] ? Positions(chatLoad[slot].value + 2) : .zero
    }
    return StaffingRequirement(
      grid: grid,
      queues: [
        QueueRequirement(
          queue: chat, method: "Erlang C, 80 % within 30 s", volume: volumes[0],
          handleTime: forecast.queues[0].handleTime, load: chatLoad,
          positions: chatPositions, driver: open.map { $0 ? .serviceLevel : .none },
          serviceLevel: open.map { $0 ? Share(0.875) : nil },
          occupancy: zip(chatLoad, chatPositions).map { load, positions in
            Share(positions.value > 0 ? load.value / positions.value : 0)
          }),
        QueueRequirement(
          queue: cases, method: "hours of work", volume: volumes[1],
          handleTime: forecast.queues[1].handleTime, load: casesLoad,
          positions: casesLoad.map { Positions($0.value) }, driver: open.map { _ in .workload },
          serviceLevel: open.map { _ in nil }, occupancy: open.map { _ in .whole }),
      ])
  }

  private static func isOpen(_ slot: Slot) -> Bool {
    slot.start.hour >= 8 && slot.start.hour < 22
  }
}

extension PlanFixture {
  /// A forecast made elsewhere for every hour of the horizon: what ``forecast`` says of chats.
  public static var twoWeeksOfChats: IntervalHistory {
    let volumes = forecast.queues[0].baseVolume
    return IntervalHistory(
      intervalMinutes: 60,
      intervals: zip(grid.slots, volumes).map { slot, volume in
        .init(start: slot.dateTime, offered: volume, handleTime: .seconds(240))
      }, file: "chats.csv")
  }
}
