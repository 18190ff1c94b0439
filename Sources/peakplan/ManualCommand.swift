internal import ArgumentParser
internal import Foundation
internal import Planning

/// Prints the manual page, made from the same definitions as `--help`.
struct ManualCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual", abstract: "Print the manual page.", shouldDisplay: false)

  func run() throws {
    let dump = Data(PeakPlanCommand._dumpHelp().utf8)
    let tool = try JSONDecoder().decode(ToolDescription.self, from: dump)
    Console.result(ManualPage(tool.command).text)
  }
}

/// What the argument parser says of the whole tool.
struct ToolDescription: Decodable {
  /// A verb.
  struct Command: Decodable {
    let commandName: String
    let abstract: String?
    let discussion: String?
    let subcommands: [Command]?
    let arguments: [Argument]?
    let shouldDisplay: Bool?
  }

  /// An argument, option or flag.
  struct Argument: Decodable {
    struct Name: Decodable {
      let kind: String
      let name: String
    }

    let kind: String
    let names: [Name]?
    let valueName: String?
    let abstract: String?
    let shouldDisplay: Bool
    let isRepeating: Bool
    let isOptional: Bool
  }

  let command: Command
}

/// A command as a manual page in mdoc.
struct ManualPage {
  private let command: ToolDescription.Command

  init(_ command: ToolDescription.Command) { self.command = command }

  /// The page.
  var text: String {
    var lines = [
      ".Dd $Mdocdate$", ".Dt PEAKPLAN 1", ".Os", ".Sh NAME", ".Nm \(command.commandName)",
      ".Nd \(escaped(command.abstract ?? ""))", ".Sh SYNOPSIS", ".Nm", ".Ar verb", ".Op Ar options",
      ".Sh DESCRIPTION",
    ]
    lines += paragraphs(command.discussion)
    lines.append(".Sh VERBS")
    lines.append(".Bl -tag -width 10n")
    for verb in command.subcommands ?? [] where isShown(verb) { lines += describe(verb, path: "") }
    lines.append(".El")
    lines += [
      ".Sh ENVIRONMENT", ".Bl -tag -width PEAKPLAN_STORE", ".It Ev PEAKPLAN_STORE",
      "The store of runs.", ".It Ev NO_COLOR", "Use no colour.", ".El",
    ]
    return lines.joined(separator: "\n") + "\n"
  }

  private func isShown(_ command: ToolDescription.Command) -> Bool {
    (command.shouldDisplay ?? true) && command.commandName != "help"
  }

  private func describe(_ verb: ToolDescription.Command, path: String) -> [String] {
    var lines = [".It Cm \(path)\(verb.commandName)", escaped(verb.abstract ?? "")]
    lines += paragraphs(verb.discussion)
    let arguments = (verb.arguments ?? []).filter { $0.shouldDisplay && !isHelp($0) }
    if !arguments.isEmpty {
      lines.append(".Bl -tag -width 4n -compact")
      for argument in arguments {
        lines.append(".It \(heading(of: argument))")
        lines.append(escaped(argument.abstract ?? ""))
      }
      lines.append(".El")
    }
    for inner in verb.subcommands ?? [] where isShown(inner) {
      lines += describe(inner, path: "\(path)\(verb.commandName) ")
    }
    return lines
  }

  private func isHelp(_ argument: ToolDescription.Argument) -> Bool {
    (argument.names ?? []).contains { $0.name == "help" || $0.name == "version" }
  }

  private func heading(of argument: ToolDescription.Argument) -> String {
    let value = argument.valueName ?? "value"
    guard argument.kind != "positional" else { return "Ar \(value)" }
    let names = (argument.names ?? []).map {
      $0.kind == "short" ? "Fl \($0.name)" : "Fl -\($0.name)"
    }
    let flags = names.joined(separator: " , ")
    return argument.kind == "option" ? "\(flags) Ar \(value)" : flags
  }

  private func paragraphs(_ text: String?) -> [String] {
    guard let text, !text.isEmpty else { return [] }
    return [".Bd -literal -compact"]
      + text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { escaped(String($0)) } + [".Ed"]
  }

  /// Text that mdoc takes as it stands.
  private func escaped(_ text: String) -> String {
    let plain = text.replacing("\\", with: "\\e")
    return plain.hasPrefix(".") || plain.hasPrefix("'") ? "\\&" + plain : plain
  }
}
