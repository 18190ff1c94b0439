/// The hash by which texts and files are named.
public enum FileDigest {
  /// The SHA-256 of a text's UTF-8 bytes, in lower-case hexadecimal (FIPS 180-4).
  public static func sha256(of text: String) -> String {
    SHA256.hexadecimal(of: Array(text.utf8))
  }
}
