public import BusinessCalendar
internal import FoundationEssentials

/// Why the text of a rule pack was refused.
public struct RulePackError: Error, Sendable, Hashable, Codable {
  /// The pack's id; empty when the text could not be read that far.
  public let pack: String
  /// The field.
  public let field: String
  /// What is written there.
  public let value: String
  /// What should be.
  public let expected: String
}

extension RulePackError: CustomStringConvertible {
  /// Pack, field, value and what is expected instead.
  public var description: String {
    "rule pack \"\(pack)\", \(field): \"\(value)\" is not \(expected)"
  }
}

extension RulePack {
  /// The packs written in a JSON text, one for each version of the law.
  ///
  /// - Throws: what is missing or out of place; nothing is guessed.
  public static func read(json: String) throws(RulePackError) -> [RulePack] {
    let file: RulePackFile
    do {
      file = try JSONDecoder().decode(RulePackFile.self, from: Data(json.utf8))
    } catch {
      throw RulePackError(
        pack: "", field: RulePackFile.path(of: error), value: "", expected: "a rule pack")
    }
    return try file.packs()
  }

  /// The packs that PeakPlan brings along, by id and then by date.
  public static let bundled: [RulePack] =
    bundledTexts.flatMap { (try? RulePack.read(json: $0)) ?? [] }

  /// The ids of the packs that PeakPlan brings along, in alphabetical order.
  public static let bundledIDs = Set(bundled.map(\.id)).sorted()

  /// The pack with this id that is effective on `date`, or `nil` when there is none.
  public static func bundled(id: String, on date: LocalDate) -> RulePack? {
    bundled.first { $0.id == id && $0.isEffective(on: date) }
  }

  /// The texts of the bundled packs; a test reads each of them.
  static let bundledTexts = [chinaStandardText]
}

extension RulePackFile {
  /// The path of keys to what a decoder stumbled over.
  static func path(of error: any Error) -> String {
    let context: DecodingError.Context? =
      switch error as? DecodingError {
      case .keyNotFound(let key, let context):
        .init(codingPath: context.codingPath + [key], debugDescription: "")
      case .typeMismatch(_, let context), .valueNotFound(_, let context): context
      case .dataCorrupted(let context): context
      default: nil
      }
    let keys = context?.codingPath.map { $0.intValue.map { "[\($0)]" } ?? $0.stringValue } ?? []
    return keys.isEmpty ? "text" : keys.joined(separator: ".")
  }
}
