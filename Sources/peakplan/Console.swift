internal import Foundation
internal import Reporting
internal import Synchronization

/// Standard output carries the result only; progress and log go to standard error.
enum Console {
  /// Writes a result.
  static func result(_ text: String) { write(text, to: .standardOutput) }

  /// A text from a file or a store for one line of a terminal, which its control characters must
  /// not steer.
  static func plain(_ text: String) -> String { DisplayWidth.singleLine(text) }

  /// What kept a file or folder from being written, in the system's words.
  static func reason(of error: any Error) -> String {
    let error = error as NSError
    let below = error.userInfo[NSUnderlyingErrorKey] as? NSError
    for cause in [below, error].compactMap(\.self) where cause.domain == NSPOSIXErrorDomain {
      return String(cString: strerror(Int32(cause.code)))
    }
    let words = error.localizedDescription
    return words.contains("NSCocoaErrorDomain") ? "its folder cannot be written into" : words
  }

  /// Writes a file that the user named.
  static func write(_ text: String, toFile path: String) throws {
    do {
      try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw Failure("\(path) cannot be written: \(reason(of: error))", code: .usage)
    }
  }

  /// Writes a line of log.
  static func note(_ text: String) { write(text + "\n", to: .standardError) }

  private static func write(_ text: String, to handle: FileHandle) {
    do {
      try handle.write(contentsOf: Data(text.utf8))
    } catch {
      // A closed pipe (`peakplan … | head`) is no error; a full disk is.
      guard errno != EPIPE, handle === FileHandle.standardOutput else { return }
      try? FileHandle.standardError.write(
        contentsOf: Data(
          "error: the result cannot be written: \(String(cString: strerror(errno)))\n".utf8))
      exit(1)
    }
  }

  /// Whether results go to a terminal.
  static var resultIsTerminal: Bool { isatty(1) == 1 }

  /// Whether the log goes to a terminal.
  static var logIsTerminal: Bool { isatty(2) == 1 }

  /// Columns of the terminal, or 100 where there is none.
  static var width: Int {
    var size = winsize()
    if ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col >= 40 { return Int(size.ws_col) }
    let columns = ProcessInfo.processInfo.environment["COLUMNS"].flatMap { Int($0) }
    return columns.map { max(40, min(400, $0)) } ?? 100
  }

  /// Whether the environment forbids colour (`NO_COLOR`, or a terminal that has none).
  static var environmentForbidsColor: Bool {
    let environment = ProcessInfo.processInfo.environment
    return environment["NO_COLOR"].map { !$0.isEmpty } ?? false || environment["TERM"] == "dumb"
  }
}

/// Whether the user pressed Ctrl-C; the solver asks, and hands back its best plan so far.
enum Interruption {
  private static let flag = Atomic<Bool>(false)

  /// Whether the user asked to stop.
  static var isRequested: Bool { flag.load(ordering: .relaxed) }

  /// From now on Ctrl-C asks to stop instead of killing the program; a second one kills it.
  static func install() {
    signal(SIGPIPE, SIG_IGN)
    signal(SIGINT) { _ in
      if Interruption.isRequested { _exit(130) }
      Interruption.request()
    }
  }

  private static func request() { flag.store(true, ordering: .relaxed) }
}
