/// Where a rule comes from, and how sure we are of it. Nothing here is legal advice.
public struct RuleSource: Sendable, Hashable, Codable {
  /// How a rule is backed.
  public enum Evidence: String, Sendable, Hashable, Codable, CaseIterable {
    /// The source's text was read.
    case read
    /// The source is known, its text was not read again.
    case known
    /// No rule was found, or rules differ: this one was chosen here.
    case convention
    /// Assumed, without a source.
    case assumption
  }

  /// The law, regulation or notice.
  public let title: String
  /// The place in it, such as "Art. 44"; empty when the whole of it is meant.
  public let article: String
  /// How the rule is backed.
  public let evidence: Evidence

  /// A source by title and article.
  public init(title: String, article: String = "", evidence: Evidence) {
    self.title = title
    self.article = article
    self.evidence = evidence
  }
}

extension RuleSource: CustomStringConvertible {
  /// Title, article and evidence, as in "Labour Law, Art. 44 (read)".
  public var description: String {
    let place = article.isEmpty ? title : "\(title), \(article)"
    return "\(place) (\(evidence.rawValue))"
  }
}
