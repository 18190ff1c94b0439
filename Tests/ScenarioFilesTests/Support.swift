import Foundation
import ScenarioFiles

/// The starter's files, with parts of its scenario replaced.
func starter(_ replacements: [(String, String)] = []) -> [String: String] {
  var files = Dictionary(
    ScenarioStarter.files.map { ($0.name, $0.text) }, uniquingKeysWith: { first, _ in first })
  for (old, new) in replacements {
    files["scenario.yaml"] = files["scenario.yaml"]?.replacingOccurrences(of: old, with: new)
  }
  return files
}

/// Reads files in memory.
func read(
  _ files: [String: String], overrides: [ScenarioOverride] = []
) throws(ScenarioIssues) -> ScenarioReading {
  try ScenarioReader().read(files: FilesInMemory(texts: files), id: "test", overrides: overrides)
}

/// What is wrong with files in memory; nothing where they are fine.
func issues(
  _ files: [String: String], overrides: [ScenarioOverride] = []
) -> [ScenarioIssue] {
  do throws(ScenarioIssues) {
    _ = try read(files, overrides: overrides)
    return []
  } catch {
    return error.issues
  }
}
