internal import BusinessCalendar
internal import CapacityPlanning
internal import Scenarios
internal import Units

/// What the rarer rules decided, as it is written.
struct WrittenRelief: Decodable {
  struct Carried: Decodable {
    let queue: Queue.ID
    let week: LocalDate
    let netHours: Double
  }

  struct Seats: Decodable {
    let site: Site.ID
    let week: LocalDate
    let seats: Double
  }

  struct Peak: Decodable {
    let queue: Queue.ID
    let week: LocalDate
    let date: LocalDate
    let start: String
    let hours: Double
    let required: Double
    let own: Double
    let vendors: Double
    let missingNetHours: Double
  }

  let carried: [Carried]
  let extraSeats: [Seats]
  let peaks: [Peak]

  func value(weeks: [LocalDate]) throws(PlanDocumentReader.Unreadable) -> PlanRelief {
    func number(_ week: LocalDate) throws(PlanDocumentReader.Unreadable) -> Int {
      guard let number = weeks.firstIndex(of: week) else {
        throw .init(description: "\(week) in capacity.relief is none of capacity.weeks")
      }
      return number
    }
    var waiting: [PlanRelief.CarriedWork] = []
    for entry in carried {
      waiting.append(
        .init(
          queue: entry.queue, week: try number(entry.week),
          netTime: WorkTime(hours: entry.netHours)))
    }
    var further: [PlanRelief.ExtraSeats] = []
    for entry in extraSeats {
      further.append(
        .init(site: entry.site, week: try number(entry.week), seats: Headcount(entry.seats)))
    }
    var busiest: [PlanRelief.PeakWindow] = []
    for peak in peaks {
      guard let start = LocalTime(peak.start) else {
        throw .init(description: "capacity.relief.peaks: “\(peak.start)” is no time of the clock")
      }
      busiest.append(
        .init(
          queue: peak.queue, week: try number(peak.week), date: peak.date, start: start,
          length: WorkTime(hours: peak.hours), required: Positions(peak.required),
          ownPositions: Positions(peak.own), vendorPositions: Positions(peak.vendors),
          missing: WorkTime(hours: peak.missingNetHours)))
    }
    return PlanRelief(carried: waiting, extraSeats: further, peaks: busiest)
  }
}
