internal import ArgumentParser
internal import CapacityPlanning
internal import Reporting

struct OvertimeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "overtime",
    abstract:
      "Say what an hour of overtime costs beside vendors and hires, and what its limits cost.",
    discussion: """
      Week by week the order in which one more hour costs more; how long a need must last before a \
      hire is cheaper; what the law's limit a month costs; and who should work on statutory \
      holidays. The plan is a scenario's folder, or the number of a run that was kept; \
      docs/reference/overtime.md says how each figure is reckoned.
      """)

  @OptionGroup var source: PlanSource
  @OptionGroup var language: LanguageOptions

  func run() throws {
    let studied = try StudiedPlan(source)
    let study = try studied.study(source.solve)
    let decisions = try answering { () throws(CapacityError) in try study.overtimeDecisions() }
    let report = OvertimeReport(decisions, of: studied.scenario, language: language.language)
    Console.result(
      source.output.json
        ? report.document.text
        : report.text(width: Console.width, color: source.output.colorsResult))
  }
}
