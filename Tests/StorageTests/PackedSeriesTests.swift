import Foundation
import Testing

@testable import Storage

@Suite("Packed series of numbers")
struct PackedSeriesTests {
  @Test(
    "Real numbers come back bit for bit",
    arguments: [
      [], [0], [-0.0], [1, 1, 1], [1, 2, 0.5], [0.1, 1.0 / 3], [.infinity, -.infinity],
      [.nan, 1, .nan], [.greatestFiniteMagnitude, .leastNonzeroMagnitude], [0, -0.0],
    ] as [[Double]])
  func doubles(values: [Double]) throws {
    let packed = PackedSeries(values)
    #expect(packed.doubles?.map(\.bitPattern) == values.map(\.bitPattern))
    #expect(packed.integers == nil)
    let again = try #require(
      PackedSeries(encoding: packed.encoding.rawValue, count: packed.count, data: packed.data))
    #expect(again.doubles?.map(\.bitPattern) == values.map(\.bitPattern))
  }

  @Test(
    "Whole numbers come back",
    arguments: [[], [7], [7, 7], [-1, 0, .max], [.min, 3]] as [[Int64]])
  func integers(values: [Int64]) {
    #expect(PackedSeries(values).integers == values)
    #expect(PackedSeries(values).doubles == nil)
  }

  @Test("The narrowest form is taken: 4 bytes where they do, one element where all are the same")
  func narrow() {
    #expect(PackedSeries([0.5, 2.0]).data.count == 8)
    #expect(PackedSeries([0.1, 2.0]).data.count == 16)
    #expect(PackedSeries([1 as Int64, 2]).data.count == 8)
    #expect(PackedSeries([1 as Int64, 1 << 40]).data.count == 16)
    #expect(PackedSeries(Array(repeating: 0.1, count: 1000)).data.count == 8)
    #expect(Array(PackedSeries([1 as Int64, 258]).data) == [1, 0, 0, 0, 2, 1, 0, 0])
  }

  @Test("Bytes that are not the stated elements are refused")
  func refused() {
    let four = Data([0, 0, 0, 0])
    #expect(PackedSeries(encoding: "f16", count: 1, data: four) == nil)
    #expect(PackedSeries(encoding: "i32", count: -1, data: four) == nil)
    #expect(PackedSeries(encoding: "i32", count: 0, data: four) == nil)
    #expect(PackedSeries(encoding: "i32", count: 2, data: Data()) == nil)
    #expect(PackedSeries(encoding: "i32", count: 1, data: Data([0, 0, 0])) == nil)
    #expect(PackedSeries(encoding: "i32", count: 3, data: four + four) == nil)
    #expect(PackedSeries(encoding: "i32", count: 3, data: four)?.integers == [0, 0, 0])
  }
}
