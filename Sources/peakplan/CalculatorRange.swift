internal import ArgumentParser
internal import Reporting
internal import ScenarioFiles
internal import Staffing
internal import Units

/// The range of `--over`: what is varied, and the values it takes.
struct CalculatorRange {
  let quantity: CalculatorQuantity
  /// Positions, contacts or seconds.
  let values: [Double]

  private static let most = 1000

  /// Reads `volume=100..300/20` or `handle-time=2 min..6 min/30 s`.
  init(_ text: String) throws {
    let form = "write what=from..to/step, such as positions=10..20/1"
    func failure(_ message: String) -> Failure {
      Failure("--over \(text): \(message)", code: .usage)
    }
    let sides = text.split(separator: "=", maxSplits: 1).map(String.init)
    guard sides.count == 2 else { throw failure(form) }
    guard let quantity = CalculatorQuantity(rawValue: sides[0]) else {
      let all = CalculatorQuantity.allCases.map(\.rawValue).joined(separator: ", ")
      throw failure("\(sides[0]) cannot be varied; one of \(all)")
    }
    let spanAndStep = sides[1].split(separator: "/", maxSplits: 1).map(String.init)
    let dots = spanAndStep.first?.split(separator: "..").map(String.init) ?? []
    guard dots.count == 2 else { throw failure(form) }
    func value(_ text: String) throws -> Double {
      do {
        switch quantity {
        case .positions, .volume: return try WrittenQuantity.number(text)
        case .handleTime: return try WrittenQuantity.duration(text).inSeconds
        }
      } catch {
        throw failure("\(error)")
      }
    }
    let (low, high) = (try value(dots[0]), try value(dots[1]))
    let step = spanAndStep.count == 2 ? try value(spanAndStep[1]) : 1
    guard low <= high else { throw failure("it ends before it begins") }
    guard step > 0 else { throw failure("the step must be above 0") }
    let steps = ((high - low) / step + 1e-9).rounded(.down)
    guard steps < Double(Self.most) else {
      throw failure("more than \(Self.most) values: take a larger step")
    }
    self.quantity = quantity
    values = (0...Int(steps)).map { low + Double($0) * step }
  }

  /// The question at each value.
  func questions(from question: StaffingQuestion) -> [(value: Double, question: StaffingQuestion)] {
    values.map { value in
      var varied = question
      switch quantity {
      case .positions: break
      case .volume: varied.volume = ContactVolume(value)
      case .handleTime: varied.handleTime = .seconds(value)
      }
      return (value, varied)
    }
  }
}
