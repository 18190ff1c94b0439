internal import Foundation
public import PayRules

/// A pay system that a user wrote, in YAML.
public enum PayPackFile {
  /// The pay system in the file at `path`; throws everything that is wrong with it, with line and
  /// column.
  public static func read(contentsOf path: String) throws(ScenarioIssues) -> PaySystem {
    let log = IssueLog()
    let url = URL(fileURLWithPath: path)
    let files = FolderFiles(folder: url.deletingLastPathComponent().path)
    do throws(FileSourceError) {
      let bytes = try files.bytes(at: url.lastPathComponent, atMost: DocumentReader.mostBytes)
      let reader = DocumentReader(log: log)
      if let document = reader.document(bytes, name: path, folder: .scenarioFolder),
        let system = system(document, log)
      {
        return system
      }
    } catch {
      let span = SourceSpan(
        file: path, folder: .scenarioFolder, line: 1, column: 1, length: 1, excerpt: nil)
      log.error(at: span, "", error.words, hint: "name a pack that PeakPlan has, or a YAML file")
    }
    throw ScenarioIssues(issues: log.inOrder, omitted: log.omitted)
  }

  /// The pay system in a document, or `nil` with the reasons in the log.
  static func system(_ document: DocumentNode, _ log: IssueLog) -> PaySystem? {
    guard document.pairs != nil else {
      log.error(at: document.span, "", "the file is \(document.kindInWords), not a map of keys")
      return nil
    }
    do throws(RulePackError) {
      return try PaySystem.read(json: json(document))
    } catch {
      let (found, written) = place(error.field, in: document)
      let message: String
      if !error.value.isEmpty {
        message = "“\(error.value)” is not \(error.expected)"
      } else if error.expected.hasPrefix("Cannot initialize") {
        message = "“\(written ?? "")” is not known here"
      } else {
        message =
          error.expected.hasPrefix("“") ? error.expected : "this is not \(error.expected)"
      }
      let missing = error.expected.hasPrefix("there;")
      let key = error.field.split(separator: ".").last.map(String.init) ?? error.field
      log.error(
        at: found, error.field.replacing(".[", with: "["),
        missing ? "the key “\(key)” is missing" : message)
      return nil
    }
  }

  /// Where the value at a path such as `classes.[1].multiplier` stands, or the nearest above it,
  /// and what is written there.
  private static func place(
    _ path: String, in document: DocumentNode
  ) -> (span: SourceSpan, written: String?) {
    var node = document
    var span = document.span
    for part in path.split(separator: ".") {
      if part.hasPrefix("["), let index = Int(part.dropFirst().dropLast()) {
        guard let item = node.items?.dropFirst(index).first else { return (span, node.scalar) }
        (node, span) = (item, item.span)
      } else {
        guard let pair = node.pairs?.first(where: { $0.key == part }) else {
          return (span, node.scalar)
        }
        node = pair.value
        span = pair.value.pairs == nil && pair.value.items == nil ? pair.value.span : pair.keySpan
      }
    }
    return (span, node.scalar)
  }

  private static func json(_ node: DocumentNode) -> String {
    switch node.content {
    case .scalar(let text):
      return text == "true" || text == "false" ? text : JSONText.quoted(text)
    case .list(let items): return "[" + items.map(json).joined(separator: ",") + "]"
    case .mapping(let pairs):
      let members = pairs.filter { !$0.value.isBlank }.map { pair in
        JSONText.quoted(pair.key) + ":" + json(pair.value)
      }
      return "{" + members.joined(separator: ",") + "}"
    }
  }
}
