import LinearProgramming
import Testing

/// A program with one of everything that the formats can hold.
func oneOfEverything() -> LinearProgram {
  var program = LinearProgram("one of everything")
  let hire = program.variables("hire", over: ["Ōsaka", "e1", "st"], kind: .integer) { key in
    key == "st" ? .between(-3, 7) : .nonNegative
  }
  let open = program.variable("open the site", kind: .binary)
  let closed = program.variable("closed", kind: .binary)
  program.setBounds(of: closed, to: 0...0)
  let order = program.variable("vendor order", lower: 5, upper: 40, kind: .semicontinuous)
  let swing = program.variable("swing", in: .free)
  let debt = program.variable("debt", in: .atMost(-2.5))
  let fixed = program.variable("fixed", in: .fixed(1.25))
  let unused = program.variable("unused", in: .between(-1, 1))
  program.require("cover ~ the peak {5 %}", hire.total + 0.8 * order >= 12)
  program.require("between", .within(hire["e1"] + swing - debt, 2.5...10))
  program.require("exact", fixed - 3 * open - closed + 1e-7 * swing == 1)
  program.require("exact", swing <= 0.1)
  program.setLimits(
    of: program.require("switched off", order + unused >= 0), to: .free)
  program.require("中文", hire["Ōsaka"] - 1234567.875 * open <= 0)
  program.maximize(hire["e1"] * 2 - 3.5 * order + swing + 100)
  return program
}

@Suite("Programs as text")
struct TextTests {
  @Test("The LP file of a small program reads as it was written")
  func goldenLP() {
    var program = LinearProgram("peak day")
    let seats = program.variables("seats", over: [Pool.inHouse, .outsourced], upper: 400)
    let classes = program.variable("training classes", upper: 5, kind: .integer)
    program.require("cover the peak", seats[.inHouse] + 0.8 * seats[.outsourced] >= 120)
    program.require("at most half outsourced", seats[.outsourced] <= 0.5 * seats.total)
    program.require("class size", .within(seats[.inHouse] - 20 * classes, 0...12))
    program.minimize(20 * seats[.inHouse] + 15 * seats[.outsourced] + 300 * classes + 50)
    let text = #"""
      \ Names: ~ is a space, {hex} a character. Variables in the order of the bounds.
      \ Program: peak~day
      Minimize
       cost: 20 seats(inHouse) + 15 seats(outsourced) + 300 training~classes + 50
      Subject To
       cover~the~peak: seats(inHouse) + 0.8 seats(outsourced) >= 120
       at~most~half~outsourced: - 0.5 seats(inHouse) + 0.5 seats(outsourced) <= 0
       class~size: 0 <= seats(inHouse) - 20 training~classes <= 12
      Bounds
       0 <= seats(inHouse) <= 400
       0 <= seats(outsourced) <= 400
       0 <= training~classes <= 5
      General
       training~classes
      End

      """#
    #expect(program.lpText == text)
  }

  @Test("A program comes back from LP as it was")
  func roundTripLP() throws {
    let program = oneOfEverything()
    let back = try LinearProgram(lp: program.lpText)
    #expect(back == program)
    #expect(back.lpText == program.lpText)
  }

  @Test("A program comes back from MPS as it was")
  func roundTripMPS() throws {
    let program = oneOfEverything()
    let back = try LinearProgram(mps: program.mpsText)
    #expect(back == program)
    #expect(back.mpsText == program.mpsText)
  }

  @Test("File names are plain, and no two are the same")
  func plainNames() throws {
    let text = oneOfEverything().lpText
    #expect(text.utf8.allSatisfy { $0 < 128 })
    #expect(text.contains("exact{#2}:"))
    #expect(text.contains("hire({14C}saka)"))
    var program = LinearProgram("long")
    let name = String(repeating: "名", count: 80)
    let x = program.variable(name)
    let y = program.variable(name)
    program.require("free", x + y >= 1)
    program.require(name, x - y >= 1)
    program.minimize(x)
    #expect(
      program.lpText.split(separator: "\n").allSatisfy { !$0.hasPrefix(" ") || $0.count < 500 })
    #expect(try LinearProgram(lp: program.lpText) == program)
    #expect(try LinearProgram(mps: program.mpsText) == program)
  }

  @Test("LP: sections, comments, ranges, infinities, missing labels, both spellings of relations")
  func readLP() throws {
    let program = try LinearProgram(
      lp: #"""
        \ a comment
        MAXIMIZE 3x + 2 y - z + 4
        such that
          c1: x + y
              + z =< 10   \ another one
          2 <= x - y <= 8
          x >= y - 1
          c4: 5 >= z
        bounds
          -inf <= y <= 4
          z free
          x <= 1e30
          x >= -2
        integers
          z
        end
        """#)
    let names = program.variables.map { program.name(of: $0) }
    #expect(names == ["x", "y", "z"])
    #expect(program.sense == .maximize)
    #expect(program.objective.constant == 4)
    #expect(program.objective.terms.map(\.coefficient) == [3, 2, -1])
    let rows = program.constraints
    #expect(rows.map { program.name(of: $0) } == ["c1", "row2", "row3", "c4"])
    #expect(program.limits(of: rows[0]) == .atMost(10))
    #expect(program.limits(of: rows[1]) == .between(2, 8))
    #expect(program.limits(of: rows[2]) == .atLeast(-1))
    #expect(program.limits(of: rows[3]) == .atMost(5))
    #expect(program.bounds(of: program.variables[0]) == .atLeast(-2))
    #expect(program.bounds(of: program.variables[1]) == .atMost(4))
    #expect(program.bounds(of: program.variables[2]) == .free)
    #expect(program.kind(of: program.variables[2]) == .integer)
  }

  @Test("MPS: fixed columns with spaces in names, ranges of either sign, all bounds")
  func readMPS() throws {
    let program = try LinearProgram(
      mps: """
        * fixed format
        NAME          SMALL
        ROWS
         N  COST
         E  ROW ONE
         E  ROW TWO
         G  ROW G
         L  ROW L
        COLUMNS
            X ONE     COST              1.0    ROW ONE           1.0
            X ONE     ROW G             2.0
            Y TWO     COST              2.0    ROW ONE           1.0
            Y TWO     ROW TWO           1.0    ROW L             1.0
        RHS
            RHS       COST            -10.0    ROW ONE           4.0
            RHS       ROW TWO           3.0    ROW G             1.0
            RHS       ROW L             9.0
        RANGES
            RNG       ROW ONE           2.5    ROW TWO          -1.0
            RNG       ROW G             6.0    ROW L             8.0
        BOUNDS
         UP BND       X ONE            -1.0
         MI BND       Y TWO
         UP BND       Y TWO            12.0
        ENDATA
        """)
    let rows = program.constraints
    #expect(rows.map { program.name(of: $0) } == ["ROW ONE", "ROW TWO", "ROW G", "ROW L"])
    #expect(program.limits(of: rows[0]) == .between(4, 6.5))
    #expect(program.limits(of: rows[1]) == .between(2, 3))
    #expect(program.limits(of: rows[2]) == .between(1, 7))
    #expect(program.limits(of: rows[3]) == .between(1, 9))
    #expect(program.objective.constant == 10)
    #expect(program.bounds(of: program.variables[0]) == .atMost(-1))
    #expect(program.bounds(of: program.variables[1]) == .atMost(12))
  }

  @Test(
    "Broken text is refused with line, reason and remedy",
    arguments: [
      ("", "line 1", "begin with Minimize or Maximize"),
      ("Minimize\n obj: x\nSubject To\n c: x >= 1\n", "line 4", "no End"),
      ("Minimize\n obj: x\nSubject To\n c: x + >= 1\nEnd", "line 4", "a sign without"),
      ("Minimize\n obj: x\nSubject To\n c: x >=\nEnd", "line 5", "right-hand side is missing"),
      ("Minimize\n obj: x\nSubject To\n c: x >= 1\n c: x <= 3\nEnd", "line 5", "given before"),
      ("Minimize\n obj: x\nSubject To\n c: x y\nEnd", "line 4", "no relation"),
      ("Minimize\n obj: [ x^2 ]\nSubject To\n c: x >= 1\nEnd", "line 2", "quadratic"),
      ("Minimize\n obj: x\nSubject To\n c: 1e999 x >= 1\nEnd", "line 4", "can be held"),
      ("Minimize\n obj: x\nBounds\n 2 x <= 4\nEnd", "line 4", "without a coefficient"),
      ("Minimize\n obj: x\nBinary\n z\nEnd", "line 4", "appears nowhere else"),
      ("Minimize\n obj: x\nSubject To\n c: x -> y\nEnd", "line 4", "indicator"),
    ])
  func brokenLP(text: String, line: String, reason: String) throws {
    let error = try #require(throws: ProgramTextError.self) { try LinearProgram(lp: text) }
    #expect(error.description.hasPrefix(line + ","), "\(error)")
    #expect(error.description.contains(reason), "\(error)")
  }

  @Test(
    "Broken MPS is refused with line, reason and remedy",
    arguments: [
      ("NAME x\n", "line 2", "no ENDATA"),
      ("ROWS\n L r\nCOLUMNS\n", "line 3", "no objective"),
      ("ROWS\n N c\n L r\n L r\n", "line 4", "comes twice"),
      ("ROWS\n N c\n Q r\n", "line 3", "without a type"),
      ("ROWS\n N c\nCOLUMNS\n x q 1\n", "line 4", "not in ROWS"),
      ("ROWS\n N c\nCOLUMNS\n x c one\n", "line 4", "not a number"),
      ("ROWS\n N c\nCOLUMNS\n x c nan\n", "line 4", "not a number"),
      ("ROWS\n N c\nCOLUMNS\n x c 1\n x c 2\n", "line 5", "two values"),
      ("ROWS\n N c\nCOLUMNS\n x c 1\n y c 1\n x c 2\n", "line 6", "comes again"),
      ("ROWS\n N c\nCOLUMNS\n x c 1\nBOUNDS\n UP B z 4\n", "line 6", "not in COLUMNS"),
      ("ROWS\n N c\nCOLUMNS\n x c 1\nBOUNDS\n XX B x 4\n", "line 6", "unknown bound"),
      ("ROWS\n N c\nCOLUMNS\n x c 1\nQUADOBJ\n", "line 5", "unknown section"),
    ])
  func brokenMPS(text: String, line: String, reason: String) throws {
    let error = try #require(throws: ProgramTextError.self) { try LinearProgram(mps: text) }
    #expect(error.description.hasPrefix(line + ","), "\(error)")
    #expect(error.description.contains(reason), "\(error)")
  }
}
