internal import BusinessCalendar
internal import Contracts
internal import Foundation
public import Scenarios
internal import Units

/// Reads a scenario with the bids beside it: `bids.yaml` and one YAML file a bid.
///
/// A bid's file has the keys of a vendor in a scenario and `client-costs`, `service-level` and
/// `payment-days`; its name is the vendor's id. The vendors of the scenario itself bid too.
public struct BidReader: Sendable {
  /// The folder of bids beside `scenario.yaml`.
  public static let folderName = "bids"
  /// The file of how bids are compared and awarded.
  public static let settingsName = "bids.yaml"
  /// The most bids of a round.
  public static let mostBids = 40

  /// A reader; it keeps nothing between readings.
  public init() {}

  /// Reads a scenario's folder and the bids in its folder `bids`.
  ///
  /// - Throws: all issues at once.
  public func read(
    folder: String, overrides: [ScenarioOverride] = []
  ) throws(ScenarioIssues) -> BidReading {
    let url = URL(fileURLWithPath: folder, isDirectory: true).standardizedFileURL
    let bids = url.appendingPathComponent(BidReader.folderName, isDirectory: true)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: bids.path)) ?? []
    let files = names.filter { name in
      !name.hasPrefix(".") && (name.hasSuffix(".yaml") || name.hasSuffix(".yml"))
    }.sorted()
    return try read(
      files: FolderFiles(folder: url.path), id: url.lastPathComponent,
      bids: files.map { "\(BidReader.folderName)/\($0)" }, overrides: overrides)
  }

  /// Reads the scenario whose files a source gives, and these files of bids.
  ///
  /// - Parameter bids: paths relative to the scenario's folder.
  /// - Throws: all issues at once.
  public func read(
    files: any FileSource, id: String, bids: [String], overrides: [ScenarioOverride] = []
  ) throws(ScenarioIssues) -> BidReading {
    let inputs = InputFiles(files)
    let log = IssueLog()
    let documents = BidDocuments(log: log, files: inputs)
    let settings = documents.settings()
    let found = documents.bids(bids)
    let loader = ScenarioLoader(log: log, files: inputs, ownName: id)
    let loaded = loader.load(overrides) { documents.add(found, to: &$0) }
    let context = DecodingContext(log: log, keys: .scenario, files: inputs)
    guard let (document, diff) = loaded else { throw issues(log) }
    let scenario = ScenarioDecoder(context: context).scenario(document, id: id)
    let own = DecodingContext(log: log, keys: .bids, files: inputs)
    own.currency = context.currency
    let round = scenario.flatMap { documents.round($0, found, settings, own) }
    guard let round, !log.hasErrors else { throw issues(log) }
    return BidReading(
      round: round,
      reading: ScenarioReading(
        scenario: round.scenario, warnings: log.inOrder, diff: diff, inputs: inputs.inputs))
  }

  private func issues(_ log: IssueLog) -> ScenarioIssues {
    ScenarioIssues(issues: log.inOrder, omitted: log.omitted)
  }
}

/// A round of bidding that was read, and how.
public struct BidReading: Sendable {
  /// The round.
  public let round: BidRound
  /// Its scenario, with warnings and files.
  public let reading: ScenarioReading
}

/// The documents of a round of bidding.
struct BidDocuments {
  let log: IssueLog
  let files: InputFiles

  /// The keys of a bid's file beside those of a vendor; in `bids.yaml` they hold for every bid that has
  /// none of its own.
  private static let ownKeys = ["client-costs", "service-level", "payment-days"]

  /// A bid's file: the vendor's keys, and those of a bid alone.
  struct Bid {
    let id: String
    let start: SourceSpan
    let vendor: DocumentNode
    let own: DocumentNode
  }

  /// `bids.yaml`; `nil` where there is none.
  func settings() -> DocumentNode? {
    guard
      (try? files.source.bytes(
        at: BidReader.settingsName, atMost: DocumentReader.mostBytes)) != nil
    else { return nil }
    return document(BidReader.settingsName)
  }

  func bids(_ paths: [String]) -> [Bid] {
    if paths.count > BidReader.mostBids {
      log.error(
        at: start(of: paths.first ?? ""), "",
        "\(paths.count) bids are too many; at most \(BidReader.mostBids) are compared",
        hint: "take those out that are out of the question")
      return []
    }
    return paths.compactMap(bid)
  }

  private func bid(_ path: String) -> Bid? {
    guard let root = document(path) else { return nil }
    let file = path.split(separator: "/").last.map(String.init) ?? path
    let id = file.split(separator: ".").first.map(String.init) ?? file
    guard let pairs = root.pairs else {
      log.error(
        at: root.span, "", "the bid is \(root.kindInWords), not a map of keys",
        hint: "write the keys of a vendor, such as price: 52.00 per productive-hour")
      return nil
    }
    var vendor: [DocumentNode.Pair] = []
    var own: [DocumentNode.Pair] = []
    for pair in pairs {
      let isKnown = KeyTable.scenario["vendors.*." + pair.key] != nil
      if Self.ownKeys.contains(pair.key) {
        own.append(pair)
      } else if pair.key == "peakplan", pair.value.scalar == "1" {
        continue
      } else if !isKnown, let near = DidYouMean.nearest(to: pair.key, among: Self.ownKeys) {
        log.error(
          at: pair.keySpan, "vendors.\(id).\(pair.key)", "“\(pair.key)” is no key here",
          hint: "did you mean “\(near)”?")
      } else {
        vendor.append(pair)
      }
    }
    let span = start(of: path)
    return Bid(
      id: id, start: root.span, vendor: DocumentNode(content: .mapping(vendor), span: span),
      own: DocumentNode(content: .mapping(own), span: span))
  }

  /// Adds the bids to the vendors of a scenario's document.
  func add(_ bids: [Bid], to document: inout DocumentNode) {
    guard !bids.isEmpty, var pairs = document.pairs else { return }
    var vendors = document["vendors"]?.pairs ?? []
    for bid in bids {
      if vendors.contains(where: { $0.key == bid.id }) {
        log.error(
          at: bid.start, "vendors.\(bid.id)", "there is a vendor “\(bid.id)” already",
          hint: "give the file of the bid another name")
        continue
      }
      vendors.append(DocumentNode.Pair(key: bid.id, keySpan: bid.start, value: bid.vendor))
    }
    let node = DocumentNode(
      content: .mapping(vendors), span: document["vendors"]?.span ?? document.span)
    if let place = pairs.firstIndex(where: { $0.key == "vendors" }) {
      pairs[place].value = node
    } else {
      pairs.append(DocumentNode.Pair(key: "vendors", keySpan: document.span, value: node))
    }
    document.content = .mapping(pairs)
  }

  /// The round of a scenario that has the bids among its vendors.
  func round(
    _ scenario: Scenario, _ bids: [Bid], _ settings: DocumentNode?, _ context: DecodingContext
  ) -> BidRound? {
    guard !scenario.vendors.isEmpty else {
      log.error(
        at: start(of: ScenarioLoader.fileName), "vendors", "there is no bid",
        hint: "put one YAML file a bid into the folder \(BidReader.folderName)")
      return nil
    }
    let top = settings.flatMap { MapReader($0, path: [], pattern: "", in: context) }
    let offers = scenario.vendors.map { vendor -> VendorBid in
      let reader = bids.first { $0.id == vendor.id.rawValue }.flatMap {
        MapReader($0.own, path: ["vendors", vendor.id.rawValue], pattern: "", in: context)
      }
      /// The reader of a key: the bid's, or else the one of all bids.
      func having(_ key: String) -> MapReader? {
        [reader, top].compactMap(\.self).first { $0.node[key] != nil }
      }
      return VendorBid(
        vendor,
        clientCosts: having("client-costs")?.map("client-costs").map(clientCosts)
          ?? ClientCosts(),
        serviceLevel: having("service-level")?.serviceLevels,
        paymentDays: having("payment-days")?.count("payment-days") ?? 0)
    }
    var limits = AwardLimits()
    if let awards = top?.map("awards") {
      limits = AwardLimits(
        most: awards.count("most"), largestShare: awards.share("largest-share"),
        largestShareOfQueue: awards.share("largest-share-of-queue"),
        smallest: awards.workTime("smallest"))
      check(limits, awards, offers.count)
    }
    return BidRound(
      scenario: scenario, bids: offers, limits: limits, low: top?.exactShare("low-volume"),
      high: top?.exactShare("high-volume"),
      forecastError: top?.exactShare("forecast-error") ?? .zero,
      financeRate: top?.exactShare("finance-rate") ?? .zero)
  }

  private func check(_ limits: AwardLimits, _ reader: MapReader, _ count: Int) {
    guard let share = limits.largestShare else { return }
    let most = min(limits.most ?? count, count)
    if share.value * Double(most) < 1 - 1e-9 {
      reader.error(
        "largest-share",
        "\(most.counted("vendor")) with so much each cannot have all of the outsourced hours",
        hint: "with \(most) it is at least \(Int((100 / Double(most)).rounded(.up))) %")
    }
  }

  private func clientCosts(_ reader: MapReader) -> ClientCosts {
    let management = reader.price("management").map { Money(rounding: $0.rate.minorUnitsPerUnit) }
    return ClientCosts(
      transition: reader.money("transition") ?? .zero, managementPerMonth: management ?? .zero,
      oversight: reader.exactShare("oversight") ?? .zero,
      returnedWork: reader.share("returned-work") ?? .zero,
      deductsVAT: reader.flag("deducts-vat") ?? true)
  }

  private func document(_ path: String) -> DocumentNode? {
    let bytes: [UInt8]
    do throws(Complaint) {
      bytes = try files.bytes(
        at: RelativePath.scenarioFolder.appending(path), atMost: DocumentReader.mostBytes)
    } catch {
      log.error(at: start(of: path), "", error)
      return nil
    }
    return DocumentReader(log: log).document(bytes, name: path, folder: .scenarioFolder)
  }

  private func start(of path: String) -> SourceSpan {
    SourceSpan(
      file: path, folder: .scenarioFolder, line: 1, column: 1, length: 1, excerpt: nil)
  }
}
