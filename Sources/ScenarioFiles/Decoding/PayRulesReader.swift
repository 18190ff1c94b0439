internal import BusinessCalendar
internal import PayRules
internal import Units

/// Reads what `pay-rules` of a scenario names: rules that PeakPlan brings along, or files.
struct PayRulesReader {
  let context: DecodingContext

  /// The names that need no file, as a sentence lists them.
  static let names = bundled.map { "`\($0)`" }.listed

  /// The pay systems that PeakPlan brings along and a weekly plan can use, in alphabetical order.
  static let bundled: [String] = {
    let systems = PaySystem.bundledIDs.filter { id in
      PaySystem.versions(id: id).allSatisfy { (try? $0.planningPack()) != nil }
    }
    return Set(systems + RulePack.bundledIDs).sorted()
  }()

  /// The packs of `written`, by the date from which they hold; empty with the reasons in the log.
  func packs(_ written: String, at span: SourceSpan) -> [RulePack] {
    let names = written.split(separator: ",").map { name in
      String(name.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
    let packs = names.flatMap { name in
      Self.isFile(name) ? own(name, at: span) : known(name, at: span)
    }.sorted { $0.effectiveFrom < $1.effectiveFrom }
    for (one, next) in zip(packs, packs.dropFirst())
    where one.effectiveTo.map({ $0 > next.effectiveFrom })
      ?? (one.effectiveFrom == next.effectiveFrom)
    {
      context.log.error(
        at: span, "pay-rules",
        "two packs hold on \(next.effectiveFrom)",
        hint: "end the first with `effective-to`, or begin the second later")
    }
    return packs
  }

  private static func isFile(_ name: String) -> Bool {
    name.hasSuffix(".yaml") || name.hasSuffix(".yml")
  }

  private func known(_ id: String, at span: SourceSpan) -> [RulePack] {
    let standard = RulePack.bundled.filter { $0.id == id }
    guard standard.isEmpty else { return standard }
    if Self.bundled.contains(id) {
      return PaySystem.versions(id: id).compactMap { try? $0.planningPack() }
    }
    let hint: String
    if let meant = DidYouMean.nearest(to: id, among: Self.bundled) {
      hint = "did you mean “\(meant)”?"
    } else if let system = PaySystem.versions(id: id).first {
      hint = why(system)
    } else {
      hint = "it is one of \(Self.bundled.enumeratedInWords), or a file that ends with .yaml"
    }
    context.log.error(
      at: span, "pay-rules", "there are no pay rules “\(id)” for a plan", hint: hint)
    return []
  }

  private func why(_ system: PaySystem) -> String {
    do throws(RulePackError) {
      _ = try system.planningPack()
      return ""
    } catch {
      return "`peakplan pay` has them; a plan needs \(error.expected): \(error.value)"
    }
  }

  private func own(_ name: String, at span: SourceSpan) -> [RulePack] {
    do throws(Complaint) {
      let file = try RelativePath(name, in: span.folder)
      let bytes = try context.files.bytes(at: file, atMost: DocumentReader.mostBytes)
      let reader = DocumentReader(log: context.log)
      guard let root = reader.document(bytes, name: file.text, folder: file.folder),
        let system = PayPackFile.system(root, context.log)
      else { return [] }
      do throws(RulePackError) {
        return [try system.planningPack()]
      } catch {
        context.log.error(
          at: root.span, error.field,
          "a plan cannot use “\(error.value)”: it needs \(error.expected)",
          hint: "`peakplan pay` prices timesheets under it all the same")
        return []
      }
    } catch {
      context.log.error(at: span, "pay-rules", error)
      return []
    }
  }
}
