import Foundation
import ScenarioFiles
import TestSupport
import Testing

@Suite("Broken scenarios")
struct BrokenScenarioTests {
  static let folder = PackageFolder.folder().appending(path: "Broken")

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
    try Golden.expect(said, isIn: folder.appending(path: "expected.txt"))
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
