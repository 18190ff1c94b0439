import Contracts
import Foundation
import ScenarioFiles
import Scenarios
import TestSupport
import Testing
import Units

@Suite("Bids beside a scenario")
struct BidReaderTests {
  private static let scenario = """
    peakplan: 1
    name: Bids
    question: Whose bid?
    time-zone: Asia/Shanghai
    currency: CNY
    calendar: CN
    slot: 60 min
    horizon: { start: 2026-09-07, weeks: 4 }
    pay-rules: china-standard
    queues:
      calls:
        channel: voice
        opening-hours: "09:00-21:00"
        service: { answered: 80 %, within: 20 s }
        max-occupancy: 85 %
        handle-time: 270 s
        lost-contact-price: 14.00
        volume: { forecast: { file: forecast.csv } }
    staff-groups:
      own:
        skills: [calls]
        contract-hours: 40 h
        wage: 5600 per month
        employer-on-cost: 32 %
        headcount: { 60 weeks: 4 }
        shrinkage: { in-office: 12 %, out-of-office: 9 % }
        schedule-efficiency: 90 %
        attrition: 2 % per month
    policy: { end-strength: 0 %, missing-head-at-end: 0.00 }

    """
  private static let bid = """
    skills: [calls]
    price: 50.00 per productive-hour
    notice: 1 weeks
    ramp-per-week: 5
    maximum-seats: 20
    hours-per-seat: 40 h
    proficiency: 90 %

    """

  private func read(
    _ bids: [String: String], settings: String? = nil
  ) throws(ScenarioIssues) -> BidReading {
    var files = ["scenario.yaml": Self.scenario]
    var rows = "start,offered\n"
    for day in 7..<35 {
      let (month, date) = day <= 30 ? (9, day) : (10, day - 30)
      for hour in 9..<21 {
        rows += String(format: "2026-%02d-%02dT%02d:00,10\n", month, date, hour)
      }
    }
    files["forecast.csv"] = rows
    files["bids.yaml"] = settings
    for (name, text) in bids { files["bids/\(name).yaml"] = text }
    return try BidReader().read(
      files: FilesInMemory(texts: files), id: "round",
      bids: bids.keys.sorted().map { "bids/\($0).yaml" })
  }

  private func issue(_ bids: [String: String], settings: String? = nil) -> ScenarioIssue? {
    do throws(ScenarioIssues) {
      _ = try read(bids, settings: settings)
      return nil
    } catch {
      return error.errors.first
    }
  }

  @Test("A bid is a vendor with what it costs the buyer; bids.yaml has what holds for all")
  func reads() throws {
    let own = Self.bid + "client-costs: { transition: 100.00, deducts-vat: no }\n"
    let round = try read(
      ["north": Self.bid, "south": own],
      settings: """
        low-volume: 70 %
        awards: { most: 2, largest-share: 60 %, largest-share-of-queue: 40 %, smallest: 100 h }
        client-costs: { management: 900 per month, oversight: 2 %, returned-work: 3 % }
        """
    ).round
    #expect(round.bids.map(\.vendor.id.rawValue) == ["north", "south"])
    #expect(round.scenario.vendors.map(\.id) == round.bids.map(\.vendor.id))
    #expect(round.bids[0].clientCosts.managementPerMonth == Money(minorUnits: 90_000))
    #expect(round.bids[0].clientCosts.oversight == Rational(2, over: 100))
    #expect(round.bids[0].clientCosts.returnedWork == .percent(3))
    #expect(round.bids[1].clientCosts.transition == Money(minorUnits: 10_000))
    #expect(round.bids[1].clientCosts.managementPerMonth == .zero)
    #expect(!round.bids[1].clientCosts.deductsVAT)
    #expect(round.low == Rational(7, over: 10) && round.high == Rational(6, over: 5))
    #expect(round.limits.most == 2 && round.limits.smallest == WorkTime(hours: 100))
    #expect(round.limits.largestShareOfQueue == .percent(40))
  }

  @Test("Bonus and malus and the days until payment are the bid's own, or those of the round")
  func promises() throws {
    let own =
      Self.bid + """
        service-level: { target: 80 %, mode: per-point, malus: 1 %, malus-cap: 5 % }
        payment-days: 30

        """
    let round = try read(
      ["north": Self.bid, "south": own],
      settings: """
        service-level: { target: 90 %, malus: 4 %, bonus: 2 %, stretch: 5 % }
        payment-days: 60
        finance-rate: 5 %
        forecast-error: 8 %
        """
    ).round
    #expect(round.bids.map(\.paymentDays) == [60, 30])
    #expect(round.financeRate == Rational(5, over: 100))
    #expect(round.forecastError == Rational(8, over: 100))
    let common = try #require(round.bids[0].serviceLevel?.targets.first)
    #expect(common.target == Rational(9, over: 10) && common.bonus == Rational(2, over: 100))
    #expect(common.stretch == Rational(5, over: 100))
    let levels = try #require(round.bids[1].serviceLevel)
    #expect(levels.malusCap == Rational(5, over: 100))
    // 78 % are two points below, of which each takes 1 %.
    #expect(
      levels.targets[0].change(at: Rational(78, over: 100) ?? .zero) == Rational(-2, over: 100))
    let plain = try read(["north": Self.bid]).round
    #expect(plain.bids[0].serviceLevel == nil && plain.bids[0].paymentDays == 0)
    #expect(plain.financeRate == .zero && plain.forecastError == .zero)
  }

  @Test("What is wrong with a bid is said with its file, line and value")
  func faults() throws {
    let price = Self.bid.replacingOccurrences(of: "per productive-hour", with: "per lunch")
    let wrong = try #require(issue(["north": price]))
    #expect(wrong.file == "bids/north.yaml" && wrong.line == 2)
    #expect(wrong.path == "vendors.north.price")
    let missing = Self.bid.replacingOccurrences(of: "proficiency: 90 %\n", with: "")
    #expect(issue(["north": missing])?.message.contains("“proficiency” is missing") == true)
    let misspelt = try #require(issue(["north": Self.bid + "client-cost: { oversight: 2 % }\n"]))
    #expect(misspelt.line == 8 && misspelt.hint == "did you mean “client-costs”?")
    let inner = try #require(
      issue(["north": Self.bid + "client-costs: { transitions: 5.00 }\n"]))
    #expect(inner.file == "bids/north.yaml" && inner.line == 8)
    let days = try #require(issue(["north": Self.bid + "payment-days: -3\n"]))
    #expect(days.file == "bids/north.yaml" && days.line == 8)
    #expect(days.path == "vendors.north.payment-days")
    let target = try #require(issue(["north": Self.bid + "service-level: { malus: 3 % }\n"]))
    #expect(target.message.contains("“target” is missing") && target.line == 8)
    let stretch = try #require(
      issue(["north": Self.bid + "service-level: { target: 80 %, malus: 3 %, stretch: 21 % }\n"]))
    #expect(stretch.path == "vendors.north.service-level.stretch" && stretch.line == 8)
    #expect(stretch.hint == "write at most 20 %")
    let near = try #require(issue(["north": Self.bid + "payment-day: 3\n"]))
    #expect(near.hint == "did you mean “payment-days”?")
    let queue = Self.bid.replacingOccurrences(of: "[calls]", with: "[chats]")
    #expect(issue(["north": queue])?.message == "there is no queue “chats”")
  }

  @Test("A round without bids, a broken list and a share that cannot be kept are refused")
  func rounds() throws {
    #expect(issue([:])?.message == "there is no bid")
    #expect(issue(["north": "- a\n- b\n"])?.message.contains("not a map of keys") == true)
    let share = try #require(
      issue(
        ["north": Self.bid, "south": Self.bid],
        settings: "awards: { largest-share: 40 % }\n"))
    #expect(share.file == "bids.yaml" && share.hint == "with 2 it is at least 50 %")
    let key = try #require(issue(["north": Self.bid], settings: "awards: { mots: 2 }\n"))
    #expect(key.file == "bids.yaml" && key.hint == "did you mean “most”?")
  }

  @Test("The reference has the keys that are read")
  func reference() throws {
    let url = PackageFolder.root.appendingPathComponent("docs/reference/bids.md")
    var page = try String(contentsOf: url, encoding: .utf8)
    if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] != nil,
      let start = page.range(of: "<!-- keys -->\n"), let end = page.range(of: "<!-- end -->")
    {
      page.replaceSubrange(start.upperBound..<end.lowerBound, with: BidReference.markdown)
      try Data(page.utf8).write(to: url)
    }
    #expect(page.contains("<!-- keys -->\n\(BidReference.markdown)<!-- end -->"))
  }
}
