internal import Foundation

/// Where a scenario's files are read from, so that a scenario can also be read from memory.
public protocol FileSource: Sendable {
  /// The bytes of the file at `path`, relative to the scenario's folder with `/` as separator.
  ///
  /// - Parameters:
  ///   - path: a path without `.` components; `..` only at its start.
  ///   - limit: the most bytes that are wanted; a larger file is not read.
  /// - Throws: why there are no bytes.
  func bytes(at path: String, atMost limit: Int) throws(FileSourceError) -> [UInt8]
}

/// Why a file gave no bytes.
public enum FileSourceError: Error, Sendable, Hashable {
  /// There is no file of that name.
  case notFound
  /// There is something of that name, but it is no regular file.
  case notAFile
  /// The file is larger than the limit.
  case tooLarge(bytes: Int)
  /// The system would not give it; its words.
  case unreadable(String)
}

/// The files of a folder on disk.
public struct FolderFiles: FileSource {
  /// The folder.
  public let folder: String

  /// The files of `folder`.
  public init(folder: String) { self.folder = folder }

  /// Reads a regular file of at most `limit` bytes.
  public func bytes(at path: String, atMost limit: Int) throws(FileSourceError) -> [UInt8] {
    let full = URL(fileURLWithPath: folder, isDirectory: true)
      .appendingPathComponent(path).resolvingSymlinksInPath().path
    guard let attributes = try? FileManager.default.attributesOfItem(atPath: full) else {
      throw .notFound
    }
    guard attributes[.type] as? FileAttributeType == .typeRegular else { throw .notAFile }
    let size = (attributes[.size] as? NSNumber)?.intValue ?? 0
    guard size <= limit else { throw .tooLarge(bytes: size) }
    do {
      return [UInt8](try Data(contentsOf: URL(fileURLWithPath: full)))
    } catch {
      throw .unreadable("\(error.localizedDescription)")
    }
  }
}

/// Files in memory, by their paths relative to the scenario's folder.
public struct FilesInMemory: FileSource {
  /// The bytes by path.
  public let files: [String: [UInt8]]

  /// Files with these bytes.
  public init(_ files: [String: [UInt8]]) { self.files = files }

  /// Files with these texts.
  public init(texts: [String: String]) { files = texts.mapValues { Array($0.utf8) } }

  /// The bytes of one of the files.
  public func bytes(at path: String, atMost limit: Int) throws(FileSourceError) -> [UInt8] {
    guard let bytes = files[path] else { throw .notFound }
    guard bytes.count <= limit else { throw .tooLarge(bytes: bytes.count) }
    return bytes
  }
}

/// A file that a scenario was read from, for the provenance of a run.
public struct InputFile: Sendable, Hashable, Codable {
  /// The path relative to the scenario's folder.
  public let path: String
  /// The SHA-256 digest of its bytes, in lower-case hexadecimal.
  public let sha256: String
  /// How many bytes it has.
  public let bytes: Int
}
