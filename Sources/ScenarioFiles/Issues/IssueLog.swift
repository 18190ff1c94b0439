/// Collects the issues of one reading.
///
/// A class because every part of one reading writes into the same log; it never leaves the reading.
final class IssueLog {
  /// The most issues that are kept; further errors are only counted.
  static let most = 200

  private(set) var issues: [ScenarioIssue] = []
  private(set) var omitted = 0
  private(set) var errorCount = 0

  func error(at span: SourceSpan, _ path: String, _ message: String, hint: String? = nil) {
    errorCount += 1
    add(ScenarioIssue(.error, at: span, path: path, message: message, hint: hint))
  }

  func warning(at span: SourceSpan, _ path: String, _ message: String, hint: String? = nil) {
    add(ScenarioIssue(.warning, at: span, path: path, message: message, hint: hint))
  }

  func error(at span: SourceSpan, _ path: String, _ complaint: Complaint) {
    error(at: span, path, complaint.message, hint: complaint.hint)
  }

  /// Whether further issues are only counted.
  var isFull: Bool { issues.count >= IssueLog.most }

  var hasErrors: Bool { errorCount > 0 }

  /// The issues in the order of file (the scenario's own first), line and column.
  var inOrder: [ScenarioIssue] {
    let files = issues.reduce(into: ["scenario.yaml"]) { names, issue in
      if !names.contains(issue.file) { names.append(issue.file) }
    }
    let ranked = issues.enumerated().map { offset, issue in
      (file: files.firstIndex(of: issue.file) ?? 0, offset: offset, issue: issue)
    }
    return ranked.sorted { left, right in
      (left.file, left.issue.line, left.issue.column, left.offset)
        < (right.file, right.issue.line, right.issue.column, right.offset)
    }.map(\.issue)
  }

  /// Keeps an issue, unless it is known.
  func add(_ issue: ScenarioIssue) {
    if isFull {
      if issue.severity == .error { omitted += 1 }
    } else if !issues.contains(issue) {
      issues.append(issue)
    }
  }
}
