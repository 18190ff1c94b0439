import Foundation
import ScenarioFiles
import Testing

@Suite("Broken scenarios")
struct BrokenScenarioTests {
  static let folder = testFolder.appendingPathComponent("Broken")

  static let names: [String] = {
    let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
    return (names ?? []).filter { $0.first?.isNumber ?? false }.sorted()
  }()

  @Test("There are at least sixty of them")
  func thereAreEnough() {
    #expect(BrokenScenarioTests.names.count >= 60)
  }

  @Test("A broken scenario is refused with its message", arguments: names)
  func message(name: String) throws {
    let folder = BrokenScenarioTests.folder.appendingPathComponent(name)
    var said = "nothing is wrong\n"
    do throws(ScenarioIssues) {
      _ = try ScenarioReader().read(folder: folder.path)
    } catch {
      said = error.rendered(color: false) + "\n"
    }
    let golden = folder.appendingPathComponent("expected.txt")
    if isRecording { try said.write(to: golden, atomically: true, encoding: .utf8) }
    let expected = try String(contentsOf: golden, encoding: .utf8)
    #expect(said == expected)
    #expect(said != "nothing is wrong\n")
  }

  @Test("What they were broken from is fine")
  func base() throws {
    let folder = BrokenScenarioTests.folder.appendingPathComponent("base")
    let reading = try ScenarioReader().read(folder: folder.path)
    #expect(reading.warnings.isEmpty)
    #expect(reading.inputs.map(\.path) == ["scenario.yaml", "../history.csv", "../orders.csv"])
  }
}
