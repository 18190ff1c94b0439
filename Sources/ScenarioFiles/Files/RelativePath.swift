/// A path that a scenario file names, checked and brought into its simplest form.
struct RelativePath {
  /// How many folders above the scenario's own a path may lead: to a sibling (`../other`) and to
  /// the folders beside `scenarios` (`../../forecasts`).
  static let highestClimb = 2

  /// The path relative to the scenario's folder; `..` only at its start, empty for the folder itself.
  let text: String

  /// The path that `written` names when it stands in a file of `folder`.
  init(_ written: String, in folder: RelativePath) throws(Complaint) {
    let hint = "write it relative to the folder of the file it stands in, such as history.csv"
    guard !written.isEmpty, written.utf8.count <= 500 else {
      throw Complaint("“\(written.prefix(40))” is no path", hint: hint)
    }
    guard !written.hasPrefix("/"), !written.hasPrefix("~") else {
      throw Complaint("“\(written)” is an absolute path", hint: hint)
    }
    guard !written.contains("\\"), !written.contains(":"), !written.contains("\0") else {
      throw Complaint("“\(written)” has a character that no path here may have", hint: hint)
    }
    var parts = folder.text.split(separator: "/").map(String.init)
    for part in written.split(separator: "/") where part != "." {
      if part == "..", let last = parts.last, last != ".." {
        parts.removeLast()
      } else {
        parts.append(String(part))
      }
    }
    let climb = parts.prefix { $0 == ".." }.count
    guard climb <= RelativePath.highestClimb else {
      throw Complaint(
        "“\(written)” leads out of the project",
        hint: "a path may climb at most two folders above the scenario's own")
    }
    text = parts.joined(separator: "/")
  }

  private init(simple: String) { text = simple }

  /// The scenario's own folder.
  static let scenarioFolder = RelativePath(simple: "")

  /// A file of this folder.
  func appending(_ name: String) -> RelativePath {
    RelativePath(simple: text.isEmpty ? name : text + "/" + name)
  }

  /// The folder that the file is in.
  var folder: RelativePath {
    RelativePath(simple: text.split(separator: "/").dropLast().joined(separator: "/"))
  }
}

/// What is wrong with one value, and what would be right.
struct Complaint: Error {
  let message: String
  let hint: String?

  init(_ message: String, hint: String? = nil) {
    self.message = message
    self.hint = hint
  }
}
