public import CapacityPlanning
public import Scenarios
internal import Units

/// What pins cost, as people and programs read it.
public struct PinReport: Sendable {
  private let words: StudyWords
  private let pinned: PinnedPlan

  /// A report of `pinned`.
  public init(_ pinned: PinnedPlan, of scenario: Scenario, language: Language = .english) {
    words = StudyWords(scenario, language: language)
    self.pinned = pinned
  }

  private var strings: Strings { words.strings }

  /// The report for a terminal.
  public func text(width: Int = 100, color: Bool = false) -> String {
    let lead = strings(.pinnedCosts, words.money(pinned.cost), words.money(pinned.price))
    let table = Table(
      name: "pins", title: strings[.pinsTable],
      columns: [
        .init(strings[.pin], key: "pin"), .number(strings[.pinCosts], key: "cost"),
      ],
      rows: pinned.prices.map { [.text($0.pin.description), words.cell($0.cost)] })
    return words.text(
      [lead, strings[pinned.isAnew ? .anew : .heldOthers]], [table], width: width, color: color)
  }

  /// What a document of the plan gains by the pins.
  public var member: JSONValue.Member {
    let currency = words.scenario.currency
    return .init(
      "pinned",
      [
        "cost": .string(currency.decimal(pinned.cost)),
        "freeCost": .string(currency.decimal(pinned.freeCost)),
        "price": .string(currency.decimal(pinned.price)), "anew": .bool(pinned.isAnew),
        "pins": .array(
          pinned.prices.map {
            ["pin": .string($0.pin.description), "cost": .string(currency.decimal($0.cost))]
          }),
      ])
  }
}
