import Testing

@testable import Reporting

@Suite("Texts of the stages in a Chinese report")
struct StageTextTests {
  private let chinese = Strings(.chinese)

  @Test(
    "are given in Chinese, with their values",
    arguments: [
      ("within gap", "达到间隙要求"), ("scenario", "方案"),
      ("Labour Law, Art. 44 (read)", "《劳动法》第 44 条（已核对）"),
      ("the employer's contributions are a share of overtime pay", "单位缴费按加班费的比例计"),
      ("the vendor bills each productive hour at its price", "外包商按有效工时单价结算"),
      (
        "work on a statutory holiday is paid three times; time off cannot replace it, and its hours "
          + "use up no daily hours", "法定节假日工作按三倍计薪；不得以补休代替，且不占当日工时"
      ),
      (
        "level, weekdays and intraday profile of 26 weeks in a, b.csv; trend -0.1 % a week, damped; "
          + "closed on statutory holidays",
        "a, b.csv 中 26 周的水平、星期与日内分布；每周趋势 -0.1 %（阻尼）；法定节假日关闭"
      ),
      (
        "Erlang C over positions × 8 chats at once, 80 % of offered contacts answered within 30 s, "
          + "occupancy at most 80 %",
        "Erlang C，每座席并发 8 个会话，80 % 的进线在 30 s 内接起，占用率不超过 80 %"
      ),
      (
        "One more trained head of Chat, first line in the week of 9 November would save 17,609.75 CNY "
          + "before its own pay; people hired now take their first contacts in the week of 7 December",
        "11月9日当周Chat, first line每增加 1 名熟练人员，可节省 17,609.75 CNY（未计其自身薪酬）；"
          + "现在招聘的人员最早于12月7日当周接线"
      ),
      (
        "One more hour of overtime of A in November 2026 up to the week of 23 November would save "
          + "1.00 CNY", "2026年11月（截至11月23日当周）A的加班每增加 1 小时，可节省 1.00 CNY"
      ),
      ("hours of chat", "chat的工时"), ("strength of A at the end", "A的期末编制"),
    ])
  func translated(text: String, expected: String) {
    #expect(chinese.words(text) == expected)
    #expect(Strings.english.words(text) == text)
  }

  @Test(
    "that nobody translated stay English, and so do names", arguments: ["", "Team May", "x; y"])
  func unknown(text: String) {
    #expect(chinese.words(text) == text)
  }

  @Test("are translated clause by clause")
  func clauses() {
    #expect(chinese.words("a new method; occupancy at most 85 %") == "a new method；占用率不超过 85 %")
  }

  @Test("No row of the table hides another")
  func hidden() {
    // Each row is found by its own English words: a more general row never stands before it.
    for row in StageText.rows {
      let text = row.example
      let found = StageText.rows.first { $0.chinese(for: text) { $0 } != nil }
      #expect(found?.chinese(for: text) { $0 } == row.chinese(for: text) { $0 }, "\(text)")
    }
  }
}
