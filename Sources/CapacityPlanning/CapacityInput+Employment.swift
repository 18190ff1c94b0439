internal import BusinessCalendar
internal import PayRules
internal import Scenarios
internal import Staffing
internal import Units

/// A legal entity with the groups of its people.
struct EntityOfPlan: Sendable {
  /// How rows name it.
  let name: String
  /// How sentences name it.
  let inWords: String
  /// Its groups, as places in the scenario.
  let groups: [Int]
  /// Contracted people in no group.
  let otherStaff: Double

  /// The entities that groups name, in the scenario's order; groups that name none are one entity.
  static func all(of scenario: Scenario) -> [EntityOfPlan] {
    func groups(_ id: LegalEntity.ID?) -> [Int] {
      scenario.staffGroups.indices.filter {
        scenario.staffGroups[$0].rules?.employment?.legalEntity == id
      }
    }
    let common = EntityOfPlan(
      name: "the company", inWords: "the company", groups: groups(nil), otherStaff: 0)
    let named = (scenario.legalEntities ?? []).map { entity in
      EntityOfPlan(
        name: entity.id.rawValue, inWords: entity.name.isEmpty ? entity.id.rawValue : entity.name,
        groups: groups(entity.id), otherStaff: max(0, entity.otherStaff.value))
    }
    return (named + [common]).filter { !$0.groups.isEmpty }
  }
}

extension CapacityInput {
  /// The kind of employment of a group.
  func kind(_ group: Int) -> Employment.Kind { scenario.staffGroups[group].employmentKind }

  /// What the law says of kinds of employment in a week; `nil` where it says nothing.
  func limits(_ week: Int) -> EmploymentLimits? {
    scenario.employmentLimits(on: calendar.weeks[week].start)
  }

  /// The required hours outside the night; all of them where there are no interns or no law.
  static func hoursByDay(
    _ scenario: Scenario, _ requirement: StaffingRequirement, _ calendar: PlanCalendar,
    all: [[[Double]]]
  ) -> [[[Double]]] {
    guard scenario.staffGroups.contains(where: { $0.employmentKind == .intern }),
      let night = scenario.employmentLimits(on: scenario.horizon.start)?.internNight
    else { return all }
    let isByDay = requirement.grid.slots.map { slot in
      slot.start >= night.until && slot.start < night.from
    }
    return scenario.queues.map { queue in
      hours(of: queue.id, in: requirement, calendar: calendar) { slot in
        isByDay.indices.contains(slot) ? isByDay[slot] : true
      }
    }
  }
}
