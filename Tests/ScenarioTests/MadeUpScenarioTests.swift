import BusinessCalendar
import CapacityScenarios
import ScenarioFiles
import Scenarios
import Testing

@Suite("Scenarios made up for the benchmarks")
struct MadeUpScenarioTests {
  @Test(
    "A scenario has the sites, queues, vendors and weeks of its size, and is accepted",
    arguments: zip(
      ScenarioSize.allCases, [(1, 1, 2, 26), (2, 4, 3, 52), (5, 8, 6, 78), (10, 12, 8, 104)]))
  func sizes(size: ScenarioSize, wanted: (Int, Int, Int, Int)) throws {
    for seed in 1...3 {
      let generator = ScenarioGenerator(size, seed: seed)
      let files = Dictionary(uniqueKeysWithValues: generator.files.map { ($0.name, $0.text) })
      let scenario = try ScenarioReader()
        .read(files: FilesInMemory(texts: files), id: generator.id).scenario
      #expect(scenario.sites.count == wanted.0)
      #expect(scenario.queues.count == wanted.1)
      #expect(scenario.vendors.count == wanted.2)
      #expect(scenario.horizon.count == 7 * wanted.3)
      // Every queue has people of its own, and every site has a group.
      #expect(
        scenario.queues.allSatisfy { queue in
          scenario.staffGroups.contains { $0.skills.first == queue.id }
        })
      #expect(Set(scenario.staffGroups.compactMap(\.site)).count == wanted.0)
    }
  }

  @Test("The same size and seed give the same files, another seed gives others")
  func determinism() {
    let texts = [7, 7, 8].map { ScenarioGenerator(.m, seed: $0).files.map(\.text) }
    #expect(texts[0] == texts[1])
    #expect(texts[0] != texts[2])
  }
}
