/// Reads `scenario.yaml`, what it extends, and what is overridden, into one document.
struct ScenarioLoader {
  static let fileName = "scenario.yaml"
  /// The most scenarios that extend one another.
  static let longestChain = 8
  private static let keysBesideExtend = ["peakplan", "name", "question", "extend", "override"]

  let log: IssueLog
  let files: InputFiles
  /// The name of the scenario's own folder, by which others refer to it.
  let ownName: String

  /// The document with all overrides, those of the command line last; `nil` with the reasons in the
  /// log.
  ///
  /// - Parameter complete: adds to the files' document before the command line's overrides.
  func load(
    _ overrides: [ScenarioOverride], completedBy complete: (inout DocumentNode) -> Void = { _ in }
  ) -> (document: DocumentNode, diff: [ScenarioDiff])? {
    guard var loaded = load(.scenarioFolder, chain: [], from: nil) else { return nil }
    complete(&loaded.document)
    let writer = OverrideWriter(keys: .scenario)
    for override in overrides {
      let reader = DocumentReader(log: log)
      guard
        let checked = reader.text(
          Array(override.value.utf8), name: SourceSpan.commandLine, folder: .scenarioFolder,
          lead: override.path + "="),
        let value = reader.document(checked)
      else { continue }
      do throws(Complaint) {
        loaded.diff.append(
          try writer.set(override.path, to: value, keySpan: value.span, in: &loaded.document))
      } catch {
        log.error(at: override.pathSpan, override.path, error)
      }
    }
    return log.hasErrors ? nil : loaded
  }

  private func load(
    _ folder: RelativePath, chain: [String], from reference: SourceSpan?
  ) -> (document: DocumentNode, diff: [ScenarioDiff])? {
    let path = folder.appending(ScenarioLoader.fileName)
    let start = SourceSpan(
      file: path.text, folder: folder, line: 1, column: 1, length: 1, excerpt: nil)
    let bytes: [UInt8]
    do throws(Complaint) {
      bytes = try files.bytes(at: path, atMost: DocumentReader.mostBytes)
    } catch {
      log.error(at: reference ?? start, reference == nil ? "" : "extend", error)
      return nil
    }
    let reader = DocumentReader(log: log)
    guard let document = reader.document(bytes, name: path.text, folder: folder) else { return nil }
    guard document.pairs != nil else {
      log.error(
        at: document.span, "", "the file is \(document.kindInWords), not a map of keys",
        hint: "`peakplan new` writes a scenario to start from")
      return nil
    }
    guard let extended = document["extend"] else {
      if let override = document.pairs?.first(where: { $0.key == "override" }) {
        log.error(
          at: override.keySpan, "override", "there is nothing to override",
          hint: "name the scenario below with `extend: ../other`")
      }
      return (document, [])
    }
    return extend(document, extended, chain: chain + [path.text])
  }

  private func extend(
    _ document: DocumentNode, _ extended: DocumentNode, chain: [String]
  ) -> (document: DocumentNode, diff: [ScenarioDiff])? {
    checkKeys(of: document)
    guard let written = extended.scalar, !written.isEmpty else {
      log.error(
        at: extended.span, "extend", "a folder is wanted here", hint: "write extend: ../other")
      return nil
    }
    let folder: RelativePath
    do throws(Complaint) {
      folder = try RelativePath(written, in: extended.span.folder)
    } catch {
      log.error(at: extended.span, "extend", error)
      return nil
    }
    let named = folder.appending(ScenarioLoader.fileName).text
    let target = named == "../\(ownName)/scenario.yaml" ? ScenarioLoader.fileName : named
    guard !chain.contains(target) else {
      let circle = (chain + [target]).joined(separator: " → ")
      log.error(
        at: extended.span, "extend", "the scenarios extend each other in a circle: \(circle)",
        hint: "one of them must stand on its own")
      return nil
    }
    guard chain.count < ScenarioLoader.longestChain else {
      log.error(
        at: extended.span, "extend", "more than \(ScenarioLoader.longestChain) scenarios in a row",
        hint: "extend the one at the bottom")
      return nil
    }
    guard var base = load(folder, chain: chain, from: extended.span) else { return nil }
    takeOver(["name", "question"], from: document, into: &base.document)
    base.diff += override(document["override"], in: &base.document)
    return base
  }

  private func checkKeys(of document: DocumentNode) {
    for pair in document.pairs ?? [] {
      guard !ScenarioLoader.keysBesideExtend.contains(pair.key) else { continue }
      let meant = DidYouMean.nearest(to: pair.key, among: ScenarioLoader.keysBesideExtend)
      log.error(
        at: pair.keySpan, pair.key, "“\(pair.key)” cannot stand beside `extend`",
        hint: meant.map { "did you mean “\($0)”?" }
          ?? "write it under `override`, as \(pair.key): …")
    }
    if document["peakplan"] == nil {
      log.error(
        at: document.span, "", "“peakplan” is missing",
        hint: "every scenario states the version of its format: peakplan: 1")
    }
  }

  private func takeOver(
    _ keys: [String], from document: DocumentNode, into base: inout DocumentNode
  ) {
    guard var pairs = base.pairs else { return }
    for pair in document.pairs ?? [] where keys.contains(pair.key) {
      if let index = pairs.firstIndex(where: { $0.key == pair.key }) {
        pairs[index] = pair
      } else {
        pairs.append(pair)
      }
    }
    base.content = .mapping(pairs)
  }

  private func override(
    _ overrides: DocumentNode?, in base: inout DocumentNode
  ) -> [ScenarioDiff] {
    guard let overrides else { return [] }
    guard let pairs = overrides.pairs else {
      log.error(
        at: overrides.span, "override", "a map by path is wanted here",
        hint: "write queues.apparel-chat.patience: 60 s")
      return []
    }
    guard pairs.count <= ValueReading.mostEntries else {
      log.error(
        at: overrides.span, "override", "\(pairs.count) overrides are too many",
        hint: "at most \(ValueReading.mostEntries); write a scenario of its own")
      return []
    }
    let writer = OverrideWriter(keys: .scenario)
    return pairs.compactMap { pair in
      if pair.value.isBlank {
        log.error(
          at: pair.keySpan, "override", "“\(pair.key)” has no value",
          hint: "write the new value, or `none` to take the key out")
        return nil
      }
      do throws(Complaint) {
        return try writer.set(pair.key, to: pair.value, keySpan: pair.keySpan, in: &base)
      } catch {
        log.error(at: pair.keySpan, "override", error)
        return nil
      }
    }
  }
}
