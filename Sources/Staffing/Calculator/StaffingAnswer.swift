public import Queueing
public import Units

/// The answer to a ``StaffingQuestion``: the positions, what they achieve, what asks for them.
public struct StaffingAnswer: Sendable, Hashable, Codable {
  /// What one condition alone would ask for.
  public struct Need: Sendable, Hashable, Codable {
    /// The condition.
    public let condition: ServiceCondition
    /// The fewest positions that meet it, fractions included.
    public let positions: Positions
  }

  /// The question.
  public let question: StaffingQuestion
  /// The model that answers it.
  public let model: StaffingModel
  /// The fewest positions that meet all conditions; `nil` where the positions were given.
  public let required: RequiredPositions?
  /// What each condition alone asks for, in the order of ``ServiceCondition``; empty where the
  /// positions were given.
  public let needs: [Need]
  /// What the positions achieve: whole ones where they were asked for, else those given.
  public let performance: ServicePerformance
  /// What one position fewer achieves, so that the reader sees what the last one is for.
  public let withOneFewer: ServicePerformance?
  /// Scheduled heads, gross of shrinkage; `nil` where the shrinkage leaves no time.
  public let grossHeads: Headcount?
  /// Whether the conditions hold with these positions.
  public let meetsConditions: Bool
  /// The most contacts of the interval with which given positions meet the conditions; `nil` where
  /// positions were asked for, or nothing limits the contacts.
  public let largestVolume: LargestVolume?
  /// The longest handle time with which given positions meet the conditions; `nil` likewise.
  public let largestHandleTime: LargestHandleTime?
  /// What comes of those who call again, contact by contact, where ``performance`` tells of attempts;
  /// `nil` without redials, and where the rate is uncertain.
  public let redials: RedialPerformance?
  /// How many chats at once are sensible; `nil` where the question sets no longest chat.
  public let largestConcurrency: LargestConcurrency?
}

extension StaffingQuestion {
  /// The positions that meet the conditions, and what they achieve.
  ///
  /// Throws when a condition cannot be met by any number of positions, or no model fits.
  public func answer() throws(StaffingQuestionError) -> StaffingAnswer {
    let queue = try queue()
    let required: RequiredPositions
    var needs: [StaffingAnswer.Need] = []
    do throws(UnreachableTarget) {
      required = try queue.positions(meeting: conditions)
      for condition in ServiceCondition.allCases {
        guard let single = conditions.only(condition) else { continue }
        let need = try queue.positions(meeting: single)
        needs.append(.init(condition: condition, positions: need.positions))
      }
    } catch {
      throw .unreachable(error)
    }
    return answer(
      queue, with: required.wholePositions, required: required, needs: needs,
      largestConcurrency: try largestConcurrency(with: nil))
  }

  /// What `positions` achieve, and the most that they bear while they meet the conditions.
  ///
  /// Throws when a condition cannot be met however few contacts come, or no model fits.
  public func answer(with positions: Positions) throws(StaffingQuestionError) -> StaffingAnswer {
    let queue = try queue()
    let concurrency = try largestConcurrency(with: positions)
    do throws(UnreachableTarget) {
      let volume = try queue.largestVolume(
        with: positions, meeting: conditions, during: interval)
      let handleTime = try queue.largestHandleTime(with: positions, meeting: conditions)
      return answer(
        queue, with: positions, largestVolume: volume.binding == nil ? nil : volume,
        largestHandleTime: handleTime.binding == nil ? nil : handleTime,
        largestConcurrency: concurrency)
    } catch {
      throw .unreachable(error)
    }
  }

  /// What up to three positions fewer and more than `positions` achieve, ascending.
  public func performances(
    around positions: Positions
  ) throws(StaffingQuestionError) -> [ServicePerformance] {
    let queue = try queue()
    let around = (-3...3).map { Positions(positions.value + Double($0)) }
    return around.filter { $0.value >= 0 }
      .map { queue.performance(with: $0, within: conditions.answerTime) }
  }

  private func answer(
    _ queue: any ServiceModel, with positions: Positions, required: RequiredPositions? = nil,
    needs: [StaffingAnswer.Need] = [], largestVolume: LargestVolume? = nil,
    largestHandleTime: LargestHandleTime? = nil, largestConcurrency: LargestConcurrency? = nil
  ) -> StaffingAnswer {
    let fewer = positions - Positions(1)
    let performance = queue.performance(with: positions, within: conditions.answerTime)
    return StaffingAnswer(
      question: self, model: model, required: required, needs: needs, performance: performance,
      withOneFewer: required != nil && fewer.value >= 0
        ? queue.performance(with: fewer, within: conditions.answerTime) : nil,
      grossHeads: shrinkage.value < 1 ? Headcount(positions.value / (1 - shrinkage.value)) : nil,
      meetsConditions: conditions.hold(for: performance, of: queue),
      largestVolume: largestVolume, largestHandleTime: largestHandleTime,
      redials: (queue as? RedialQueue)?.redials(with: positions, within: conditions.answerTime),
      largestConcurrency: largestConcurrency)
  }
}

extension ServiceConditions {
  /// Only the condition `condition`; `nil` where it is not given.
  func only(_ condition: ServiceCondition) -> ServiceConditions? {
    switch condition {
    case .serviceLevel:
      guard let serviceLevel, serviceLevel.value > 0 else { return nil }
      return ServiceConditions(
        serviceLevel: serviceLevel, definition: definition, within: answerTime)
    case .averageSpeedOfAnswer:
      return averageSpeedOfAnswer.map { ServiceConditions(averageSpeedOfAnswer: $0) }
    case .abandonment: return abandonment.map { ServiceConditions(abandonment: $0) }
    case .occupancy: return maximumOccupancy.map { ServiceConditions(maximumOccupancy: $0) }
    case .waitPercentile: return waitPercentile.map { ServiceConditions(waitPercentile: $0) }
    case .blocking: return blocking.map { ServiceConditions(blocking: $0) }
    }
  }

  /// Whether every condition holds, to 10⁻⁹.
  func hold(for performance: ServicePerformance, of queue: any ServiceModel) -> Bool {
    let slack = 1e-9
    if let serviceLevel, serviceLevel.value > 0,
      (performance.serviceLevels[definition]?.value ?? 0) < serviceLevel.value - slack
    {
      return false
    }
    if let averageSpeedOfAnswer {
      guard let wait = performance.averageSpeedOfAnswer,
        wait.inSeconds <= averageSpeedOfAnswer.inSeconds * (1 + slack)
      else { return false }
    }
    if let abandonment, performance.abandonment.value > abandonment.value + slack { return false }
    if let maximumOccupancy,
      (performance.occupancy?.value ?? 1) > maximumOccupancy.value + slack
    {
      return false
    }
    if let blocking, performance.blocking.value > blocking.value + slack { return false }
    if let waitPercentile {
      let share = queue.shareWaiting(
        atMost: waitPercentile.wait, with: performance.positions)
      if share.value < waitPercentile.share.value - slack { return false }
    }
    return true
  }
}
