/// Arrays handed to C: they live as long as this object.
final class Buffers {
  private var blocks: [UnsafeMutableRawPointer] = []

  deinit {
    for block in blocks { block.deallocate() }
  }

  /// Room for `count` elements, all set to `value`.
  func room<Element: BitwiseCopyable>(
    _ count: Int, filledWith value: Element
  ) -> UnsafeMutablePointer<Element> {
    let array = UnsafeMutablePointer<Element>.allocate(capacity: max(count, 1))
    array.initialize(repeating: value, count: max(count, 1))
    blocks.append(UnsafeMutableRawPointer(array))
    return array
  }

  /// A copy of `source`.
  func copy<Element: BitwiseCopyable>(_ source: [Element]) -> UnsafeMutablePointer<Element> {
    let array = UnsafeMutablePointer<Element>.allocate(capacity: max(source.count, 1))
    source.withUnsafeBufferPointer { values in
      if let base = values.baseAddress { array.initialize(from: base, count: values.count) }
    }
    blocks.append(UnsafeMutableRawPointer(array))
    return array
  }
}
