/// Where a run's numbers come from: enough to make it again, byte for byte.
public struct Provenance: Sendable, Equatable, Codable {
  /// One file that was read.
  public struct Input: Sendable, Equatable, Codable {
    /// The path, relative to the scenario's folder.
    public let path: String
    /// SHA-256 of its bytes, in hex.
    public let sha256: String
    /// Its size.
    public let bytes: Int

    /// A file that was read.
    public init(path: String, sha256: String, bytes: Int) {
      self.path = path
      self.sha256 = sha256
      self.bytes = bytes
    }
  }

  /// One part of the scenario that was overridden.
  public struct Override: Sendable, Equatable, Codable {
    /// The scenario path.
    public let path: String
    /// What the base says; `nil` where it says nothing.
    public let base: String?
    /// What it was set to.
    public let value: String

    /// An override of `path`.
    public init(path: String, base: String?, value: String) {
      self.path = path
      self.base = base
      self.value = value
    }
  }

  /// The program and its version.
  public let program: String
  /// The solver and its version.
  public let solver: String
  /// The seed of everything random.
  public let seed: UInt64
  /// The files read, in the order of their paths.
  public let inputs: [Input]
  /// What was overridden, in the order of the paths.
  public let overrides: [Override]

  /// Where a run's numbers come from.
  public init(
    program: String, solver: String, seed: UInt64, inputs: [Input], overrides: [Override]
  ) {
    self.program = program
    self.solver = solver
    self.seed = seed
    self.inputs = inputs
    self.overrides = overrides
  }
}

/// This program's version.
public enum PeakPlanVersion {
  /// The version, as `major.minor.patch`.
  public static let current = "0.1.0"
}
