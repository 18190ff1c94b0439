/// Says what a text that is not UTF-8 probably is.
struct Encodings {
  /// The line and column of the first byte that is not UTF-8.
  static func firstInvalid(in bytes: ArraySlice<UInt8>) -> (line: Int, column: Int) {
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var line = 1
    var column = 1
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue("\n"): (line, column) = (line + 1, 1)
      case .scalarValue: column += 1
      case .emptyInput, .error: return (line, column)
      }
    }
  }

  /// What to do about bytes that are not UTF-8.
  static func hint(for bytes: ArraySlice<UInt8>) -> String {
    if bytes.starts(with: [0xff, 0xfe]) || bytes.starts(with: [0xfe, 0xff]) {
      return "it looks like UTF-16: save it as UTF-8"
    }
    if bytes.starts(with: [0x50, 0x4b, 0x03, 0x04]) || bytes.starts(with: [0xd0, 0xcf, 0x11, 0xe0])
    {
      return "it is a workbook: save the sheet as “CSV UTF-8”, and name that file"
    }
    return isGB18030(bytes)
      ? "it looks like GB18030: save it as UTF-8 (in a spreadsheet, “CSV UTF-8”)"
      : "save it as UTF-8"
  }

  /// Whether every byte beyond ASCII belongs to a two- or four-byte character of GB 18030, and most
  /// of the second bytes are beyond ASCII too, as in Chinese words: the single accented letters of a
  /// Latin encoding have letters behind them.
  private static func isGB18030(_ bytes: ArraySlice<UInt8>) -> Bool {
    var index = bytes.startIndex
    var pairs = 0
    var common = 0
    while index < bytes.endIndex {
      guard bytes[index] >= 0x80 else {
        index += 1
        continue
      }
      guard bytes[index] >= 0x81, bytes[index] <= 0xfe, index + 1 < bytes.endIndex else {
        return false
      }
      let second = bytes[index + 1]
      if second >= 0x30, second <= 0x39 {
        index += 4
        common += 1
      } else if second >= 0x40, second != 0x7f, second <= 0xfe {
        index += 2
        if second >= 0x80 { common += 1 }
      } else {
        return false
      }
      pairs += 1
    }
    return pairs > 0 && common * 2 > pairs
  }
}
