internal import Foundation

/// A long list of numbers as bytes: little-endian, in the narrowest form that keeps every value, and
/// a single element where all are the same.
///
/// A plan of half a year has a million numbers by interval; as text they would be most of the store.
struct PackedSeries: Equatable {
  /// How an element is written.
  enum Encoding: String {
    case double = "f64"
    case float = "f32"
    case long = "i64"
    case integer = "i32"

    var width: Int {
      switch self {
      case .double, .long: 8
      case .float, .integer: 4
      }
    }
  }

  let encoding: Encoding
  let count: Int
  let data: Data

  /// A series as it was stored; `nil` when its bytes are not `count` elements.
  init?(encoding: String, count: Int, data: Data) {
    guard let encoding = Encoding(rawValue: encoding), count >= 0 else { return nil }
    let elements = data.count / encoding.width
    let isWhole = elements * encoding.width == data.count
    guard isWhole, elements == count || (elements == 1 && count > 1) else { return nil }
    self.encoding = encoding
    self.count = count
    self.data = data
  }

  /// Real numbers; bit for bit the same when read back.
  init(_ values: [Double]) {
    let kept = PackedSeries.distinct(values.map(\.bitPattern))
    count = values.count
    if values.allSatisfy({ Double(Float($0)).bitPattern == $0.bitPattern }) {
      encoding = .float
      data = PackedSeries.bytes(kept.map { Float(Double(bitPattern: $0)).bitPattern })
    } else {
      encoding = .double
      data = PackedSeries.bytes(kept)
    }
  }

  /// Whole numbers.
  init(_ values: [Int64]) {
    let kept = PackedSeries.distinct(values)
    count = values.count
    if values.allSatisfy({ Int32(exactly: $0) != nil }) {
      encoding = .integer
      data = PackedSeries.bytes(kept.map { Int32(truncatingIfNeeded: $0) })
    } else {
      encoding = .long
      data = PackedSeries.bytes(kept)
    }
  }

  /// The real numbers; `nil` for a series of whole numbers.
  var doubles: [Double]? {
    switch encoding {
    case .double: spread(elements(of: UInt64.self).map(Double.init(bitPattern:)))
    case .float: spread(elements(of: UInt32.self).map { Double(Float(bitPattern: $0)) })
    case .long, .integer: nil
    }
  }

  /// The whole numbers; `nil` for a series of real numbers.
  var integers: [Int64]? {
    switch encoding {
    case .long: spread(elements(of: Int64.self))
    case .integer: spread(elements(of: Int32.self).map(Int64.init))
    case .double, .float: nil
    }
  }

  /// The first element alone where all are the same.
  private static func distinct<Value: Equatable>(_ values: [Value]) -> [Value] {
    guard let first = values.first, values.count > 1 else { return values }
    return values.allSatisfy { $0 == first } ? [first] : values
  }

  private static func bytes<Value: FixedWidthInteger>(_ values: [Value]) -> Data {
    values.map(\.littleEndian).withUnsafeBytes { Data($0) }
  }

  private func elements<Value: FixedWidthInteger>(of type: Value.Type) -> [Value] {
    let count = data.count / MemoryLayout<Value>.size
    return data.withUnsafeBytes { bytes in
      (0..<count).map { index in
        let offset = index * MemoryLayout<Value>.size
        return Value(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: Value.self))
      }
    }
  }

  private func spread<Value>(_ values: [Value]) -> [Value] {
    guard let only = values.first, values.count == 1 else { return values }
    return Array(repeating: only, count: count)
  }
}
