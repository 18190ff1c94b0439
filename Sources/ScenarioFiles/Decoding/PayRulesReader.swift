internal import BusinessCalendar
internal import PayRules
internal import Units

/// Reads what `pay-rules` of a scenario names: rules that PeakPlan brings along, or files.
struct PayRulesReader {
  /// A term that the scenario states.
  struct Term {
    let key: String
    let value: String
    let span: SourceSpan
  }

  let context: DecodingContext
  /// What the scenario states beside the rules.
  var terms: [Term] = []

  /// The names that need no file, as a sentence lists them.
  static let names =
    bundled.map { "`\($0)`" }.listed
    + (needingTerms.isEmpty
      ? "" : ", with their terms \(needingTerms.map { "`\($0)`" }.listed)")

  /// The pay systems that PeakPlan brings along and a weekly plan can use, in alphabetical order.
  static let bundled: [String] = {
    let systems = PaySystem.bundledIDs.filter { id in
      PaySystem.versions(id: id).allSatisfy { (try? $0.planningPack()) != nil }
    }
    return Set(systems + RulePack.bundledIDs).sorted()
  }()

  /// Those that a weekly plan can use once the scenario states the terms that they cannot do without.
  static let needingTerms: [String] = PaySystem.bundledIDs.filter { id in
    !bundled.contains(id)
      && PaySystem.versions(id: id).allSatisfy { system in
        (try? system.planningPack(anyHours(of: system))) != nil
      }
  }

  /// Eight for each term that the system cannot do without, to ask what else stands in the way.
  private static func anyHours(of system: PaySystem) -> [String: String] {
    let required = (system.terms ?? []).filter { $0.required == true }
    return Dictionary(uniqueKeysWithValues: required.map { ($0.key, "8") })
  }

  /// The packs of `written`, by the date from which they hold; empty with the reasons in the log.
  func packs(_ written: String, at span: SourceSpan) -> [RulePack] {
    let names = written.split(separator: ",").map { name in
      String(name.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
    let packs = names.flatMap { name in
      Self.isFile(name) ? own(name, at: span) : known(name, at: span)
    }.sorted { $0.effectiveFrom < $1.effectiveFrom }
    refuseUnusedTerms(of: names)
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
    guard standard.isEmpty else { return standard.map(stating) }
    let systems = PaySystem.versions(id: id)
    guard systems.isEmpty else { return systems.compactMap { planning($0, at: span) } }
    let hint =
      DidYouMean.nearest(to: id, among: Self.bundled).map { "did you mean “\($0)”?" }
      ?? "it is one of \(Self.bundled.enumeratedInWords), or a file that ends with .yaml"
    context.log.error(
      at: span, "pay-rules", "there are no pay rules “\(id)” for a plan", hint: hint)
    return []
  }

  /// The standard pack with the terms that it has.
  private func stating(_ pack: RulePack) -> RulePack {
    let own = terms(among: pack.termKeys)
    do throws(PayTermError) {
      return try pack.stating(own)
    } catch {
      refuse(error)
      return pack
    }
  }

  /// The system as a plan sees it, with the terms that it has; `nil` with the reason in the log.
  private func planning(_ system: PaySystem, at span: SourceSpan) -> RulePack? {
    let stated = terms(among: (system.terms ?? []).map(\.key))
    do throws(PayTermError) {
      try system.check(stated)
    } catch {
      refuse(error)
      return nil
    }
    do throws(RulePackError) {
      return try system.planningPack(stated)
    } catch {
      guard error.field == "terms", Self.needingTerms.contains(system.id) else {
        context.log.error(
          at: span, "pay-rules", "there are no pay rules “\(system.id)” for a plan",
          hint: why(system, error))
        return nil
      }
      context.log.error(
        at: span, "pay-rules", "\(system.id) needs the term “\(error.value)”",
        hint: "state it: `pay-terms: [\(error.value) = …]`")
      return nil
    }
  }

  private func why(_ system: PaySystem, _ first: RulePackError) -> String {
    var reason = first
    do throws(RulePackError) {
      _ = try system.planningPack(Self.anyHours(of: system))
    } catch {
      reason = error
    }
    return "`peakplan pay` has them; a plan needs \(reason.expected): \(reason.value)"
  }

  private func terms(among keys: [String]) -> [String: String] {
    Dictionary(
      terms.filter { keys.contains($0.key) }.map { ($0.key, $0.value) },
      uniquingKeysWith: { _, last in last })
  }

  private func refuse(_ error: PayTermError) {
    guard case .unreadable(let key, _, _) = error,
      let place = terms.firstIndex(where: { $0.key == key })
    else { return }
    context.log.error(at: terms[place].span, "pay-terms[\(place + 1)]", "\(error)")
  }

  /// A term that none of the rules has, and one that is stated twice.
  private func refuseUnusedTerms(of names: [String]) {
    let known = names.flatMap { name in
      RulePack.bundled.filter { $0.id == name }.flatMap(\.termKeys)
        + PaySystem.versions(id: name).flatMap { ($0.terms ?? []).map(\.key) }
    }
    guard !names.contains(where: Self.isFile) else { return }
    for (place, term) in terms.enumerated() {
      if !known.contains(term.key) {
        context.log.error(
          at: term.span, "pay-terms[\(place + 1)]", "the pay rules have no term “\(term.key)”",
          hint: known.isEmpty
            ? "they have none" : "their terms are \(Set(known).sorted().listed)")
      } else if terms[..<place].contains(where: { $0.key == term.key }) {
        context.log.error(
          at: term.span, "pay-terms[\(place + 1)]", "“\(term.key)” is stated twice")
      }
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
        let stated = terms(among: (system.terms ?? []).map(\.key))
        return [try system.planningPack(stated)]
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
