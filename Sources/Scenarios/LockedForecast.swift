public import BusinessCalendar
public import Contracts
public import Units

/// A forecast that was locked for a vendor, month by month, and what it costs to miss it.
public struct LockedForecast: Sendable, Hashable, Codable {
  /// What was locked for a calendar month.
  public struct Month: Sendable, Hashable, Codable {
    /// The month.
    public let month: YearMonth
    /// The hours of the whole month, or the contacts where the price is for them.
    public let volume: Rational

    /// `volume` for `month`.
    public init(_ month: YearMonth, volume: Rational) {
      (self.month, self.volume) = (month, volume)
    }
  }

  /// The band around the forecast, and the prices outside it.
  public let terms: ForecastLock
  /// The months that are locked, in order; empty where nothing is locked yet, so that any volume is
  /// within the band.
  public let months: [Month]

  /// A forecast of `months` in any order.
  public init(_ terms: ForecastLock, months: [Month] = []) {
    self.terms = terms
    self.months = months.sorted { $0.month < $1.month }
  }

  /// What was locked for a month; `nil` where nothing was.
  public func volume(of month: YearMonth) -> Rational? {
    months.first { $0.month == month }?.volume
  }
}

extension Vendor {
  /// The terms in a calendar month: under a locked forecast with its floor as commitment, and with a
  /// tier above its cap.
  public func terms(in month: YearMonth) -> ContractTerms {
    guard let lock = clauses?.forecastLock, let volume = lock.volume(of: month) else {
      return terms
    }
    return terms.locking(volume, lock.terms)
  }
}
