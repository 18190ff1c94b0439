/// Reads the files of one reading and keeps what each of them was.
///
/// A class because the files are collected from every part of the reading; it never leaves it.
final class InputFiles {
  let source: any FileSource
  private(set) var inputs: [InputFile] = []
  private var cache: [String: [UInt8]] = [:]

  init(_ source: any FileSource) { self.source = source }

  /// The bytes of a file.
  func bytes(at path: RelativePath, atMost limit: Int) throws(Complaint) -> [UInt8] {
    if let bytes = cache[path.text] { return bytes }
    do throws(FileSourceError) {
      let bytes = try source.bytes(at: path.text, atMost: limit)
      cache[path.text] = bytes
      inputs.append(
        InputFile(path: path.text, sha256: SHA256.hexadecimal(of: bytes), bytes: bytes.count))
      return bytes
    } catch {
      switch error {
      case .notFound:
        throw Complaint(
          "there is no file “\(path.text)”",
          hint: "paths are relative to the folder of the file they stand in")
      case .notAFile:
        throw Complaint("“\(path.text)” is no file", hint: "name a file, not a folder")
      case .tooLarge(let bytes):
        throw Complaint(
          "“\(path.text)” has \(bytes) bytes; at most \(limit) are read",
          hint: "split the file, or leave out rows that the plan does not need")
      case .unreadable(let words):
        throw Complaint("“\(path.text)” cannot be read: \(words)")
      }
    }
  }
}
