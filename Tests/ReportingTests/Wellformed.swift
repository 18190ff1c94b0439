import Foundation
import FoundationXML
import Testing

/// What an XML parser says of a document: element and attribute names, texts by element, and the
/// first error.
final class Wellformed: NSObject, XMLParserDelegate {
  private(set) var elements: [String] = []
  private(set) var attributes: [String] = []
  private(set) var ids: [String] = []
  private(set) var texts: [String: [String]] = [:]
  private(set) var error: String?
  private var path: [String] = []

  init(_ document: String) {
    super.init()
    let body =
      document.hasPrefix("<!DOCTYPE html>\n") ? String(document.dropFirst(16)) : document
    let parser = XMLParser(data: Data(body.utf8))
    parser.delegate = self
    if !parser.parse(), error == nil {
      error = "line \(parser.lineNumber): \(String(describing: parser.parserError))"
    }
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes found: [String: String]
  ) {
    elements.append(name)
    attributes += found.keys.sorted()
    if let id = found["id"] { ids.append(id) }
    path.append(name)
    texts[name, default: []].append("")
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    path.removeLast()
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) {
    guard let name = path.last, let count = texts[name]?.count else { return }
    texts[name]?[count - 1] += text
  }
}
