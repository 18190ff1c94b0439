internal import BusinessCalendar
internal import LinearProgramming
internal import Scenarios
internal import Units

/// The whole decisions of a plan, by the places of its program: which classes start with how many
/// people, and which contract months run.
struct HeldDecisions: Sendable, Equatable {
  var classes: [GroupWeek: Int] = [:]
  var hires: [GroupWeek: Double] = [:]
  var months: Set<VendorMonth> = []
  /// Batches of seats, where seats come in batches.
  var batches: [VendorWeek: Double] = [:]

  /// The decisions of a solution of `model`.
  init(_ solution: Solution, in model: CapacityProgram) {
    for key in model.classes.keys {
      let count = Int(solution[model.classes[key]].rounded())
      guard count > 0 else { continue }
      classes[key] = count
      hires[key] = solution[model.hires[key]].rounded()
    }
    for key in model.clauses.batches.keys {
      batches[key] = solution[model.clauses.batches[key]].rounded()
    }
    months = Set(model.active.keys.filter { solution[model.active[$0]] > 0.5 })
  }

  /// The decisions of `plan`, read for a program of the same horizon.
  init(_ plan: CapacityPlan, for input: CapacityInput) {
    for start in plan.classes {
      guard
        let group = input.scenario.staffGroups.firstIndex(where: { $0.id == start.group }),
        let week = input.calendar.weeks.firstIndex(where: { $0.contains(start.start) })
      else { continue }
      let key = GroupWeek(group: group, week: week)
      classes[key, default: 0] += start.parallelClasses
      hires[key, default: 0] += start.heads.value
    }
    for running in plan.vendors {
      guard let vendor = input.scenario.vendors.firstIndex(where: { $0.id == running.vendor })
      else { continue }
      if let batch = input.vendors[vendor].seatBatch {
        for (week, stated) in running.weeks.enumerated() {
          let key = VendorWeek(vendor: vendor, week: week)
          batches[key] = (stated.seats.value / batch).rounded()
        }
      }
      for month in running.months where month.isActive {
        guard let place = input.calendar.months.firstIndex(of: month.month) else { continue }
        months.insert(VendorMonth(vendor: vendor, month: place))
      }
    }
  }
}

/// Which whole decisions a re-solve may change.
struct Freedom: Sendable {
  /// Groups whose classes are decided anew, each from a week on.
  var groups: [Int: Int] = [:]
  /// Vendors whose contract months are decided anew.
  var vendors: Set<Int> = []

  /// Nothing whole changes.
  static let none = Freedom()

  /// The classes of one group are decided anew.
  static func group(_ group: Int, from week: Int = 0) -> Freedom {
    Freedom(groups: [group: week])
  }

  /// The contract months of one vendor are decided anew.
  static func vendor(_ vendor: Int) -> Freedom { Freedom(vendors: [vendor]) }
}

extension CapacityProgram {
  /// The program with the whole decisions of a plan, but for those that are free.
  ///
  /// - Parameter isFilled: whether the people of a class are held too; else they are free within the
  ///   class, so that limits of people have a price.
  func holding(
    _ held: HeldDecisions, freeing freedom: Freedom = .none, isFilled: Bool = true
  ) -> LinearProgram {
    var program = program
    for key in classes.keys {
      if let first = freedom.groups[key.group], key.week >= first { continue }
      program.setKind(of: classes[key], to: .continuous)
      program.setKind(of: hires[key], to: .continuous)
      program.fix(classes[key], at: Double(held.classes[key] ?? 0))
      if isFilled {
        program.fix(hires[key], at: held.hires[key] ?? 0)
      } else {
        program.setBounds(of: hires[key], to: .nonNegative)
      }
    }
    for key in active.keys where !freedom.vendors.contains(key.vendor) {
      program.setKind(of: active[key], to: .continuous)
      program.fix(active[key], at: held.months.contains(key) ? 1 : 0)
    }
    for key in clauses.batches.keys where !freedom.vendors.contains(key.vendor) {
      program.setKind(of: clauses.batches[key], to: .continuous)
      program.fix(clauses.batches[key], at: held.batches[key] ?? 0)
    }
    return program
  }
}
