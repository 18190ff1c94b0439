import Testing

@Suite("The command capacity")
struct CapacityCommandTests {
  @Test("checks a plan made by hand, as evaluate does")
  func evaluate() throws {
    let workplace = try Workplace()
    #expect(try workplace.run("new", "mine").code == 0)
    #expect(try workplace.run("capacity", "mine", "--quiet", "--write-plan", "plan.csv").code == 0)
    let checked = try workplace.run("capacity", "mine", "--quiet", "--evaluate", "plan.csv")
    #expect(checked.code == 0)
    #expect(
      checked.output
        == (try workplace.run("evaluate", "mine", "--quiet", "--plan", "plan.csv")).output)
    let both = try CommandRun(
      ["capacity", "mine", "--evaluate", "plan.csv", "--in-full"], in: workplace.folder)
    #expect(both.code == 2)
    #expect(both.log.contains("leave out --pin"))
  }

  @Test("says how good the plan is proved to be, and which families of rules were at work")
  func program() throws {
    let workplace = try Workplace()
    #expect(try workplace.run("new", "mine").code == 0)
    let lines = try workplace.run("capacity", "mine", "--quiet").output
    let plan = lines.split(separator: "\n").joined(separator: " ")
    for words in ["its proven bound", "the gap", "Families of rules in the program: people from"] {
      #expect(plan.contains(words), "\(words)")
    }
    let chinese = try workplace.run("capacity", "mine", "--quiet", "--language", "zh").output
    #expect(chinese.contains("模型中的规则类别：逐周人员流动"))
  }
}
