// Limits, savings and ledger rules of the families about our own people.
extension StageText {
  static let ownPeople: [StageText] = ownLimits + ownSavings + ownRules

  private static let ownLimits = [
    StageText("recruits of {0}", "{0}的月度招聘人数"),
    StageText("training rooms of {0}", "{0}的培训教室"),
    StageText("dispatched people of {0}", "{0}的劳务派遣人数"),
    StageText("interns in the post of {0}", "{0}岗位的实习生人数"),
    StageText("interns by day for {0}", "{0}的实习生日间工时"),
    StageText("interns of {0}", "{0}的实习生人数"),
    StageText("redundancies of {0}", "{0}的裁员人数"),
    StageText("leave of {0} that is left at the end", "{0}的期末未休假"),
    StageText("leave balance of {0} after {1}", "{0}在 {1} 后的假期余额"),
    StageText("voluntary time off of {0}", "{0}的自愿休假"),
    StageText("tired overtime of {0}", "{0}的疲劳加班"),
    StageText("time off owed to {0} after {1}", "{0}的未补休工时（{1*}后）"),
    StageText("time off of {0} taken in time by {1}", "{0}的限期补休（截至{1*}）"),
    StageText("overtime of {0} in {1} weeks up to {2}", "{0}连续 {1} 周的加班（截至{2*}）"),
    StageText("hours of {0} lent to {1}", "{0}支援{1}的工时"),
    StageText("experienced people of {0} who learn in {1}", "{0}学习新技能的熟练人员（{1*}）"),
    StageText("people of {0} who learn {1}", "{0}学习{1}的人数"),
    StageText("people of {0} trained for {1}", "{0}已掌握{1}的人数"),
    StageText(
      "experienced people of {0} who are about to move in {1}", "{0}即将转岗的熟练人员（{1*}）"),
    StageText("people of {0} who move to {1}", "{0}转往{1}的人数"),
    StageText("leave of {0}", "{0}的休假"),
  ]

  private static let ownSavings = [
    StageText("One more recruit of {0} in {1}", "{1*}{0}每多招 1 人"),
    StageText("One more training room in {0} in {1}", "{1*}{0}每增加 1 间培训教室"),
    StageText("One more dispatched head of {0} in {1}", "{1*}{0}每增加 1 名派遣人员"),
    StageText("One more intern among {0} in {1}", "{1*}{0}岗位每增加 1 名实习生"),
    StageText("One more intern of {0} in {1}", "{1*}{0}每增加 1 名实习生"),
    StageText("One more hour of interns for {0} in {1}", "{1*}实习生每多为{0}工作 1 小时"),
    StageText("One more redundancy of {0}", "{0}每多裁员 1 人"),
    StageText("One more hour of leave that {0} may keep", "{0}每多结转 1 小时假期"),
    StageText("One more hour of leave of {0} in {1}", "{1*}{0}每多休假 1 小时"),
    StageText("One more hour of voluntary time off of {0} in {1}", "{1*}{0}每多自愿休假 1 小时"),
    StageText(
      "One more hour of overtime at full speed of {0} in {1}", "{1*}{0}的全速加班每增加 1 小时"),
    StageText(
      "One more hour that {0} may take off later than {1}", "允许{0}晚于{1*}多补休 1 小时"),
    StageText(
      "One more hour of overtime of {0} in the {1} weeks up to {2}",
      "截至{2*}的 {1} 周内{0}的加班每增加 1 小时"),
    StageText("One more experienced head of {0} in {1}", "{1*}{0}每增加 1 名熟练人员"),
    StageText("One more head of {0} trained for {1}", "{0}每多 1 人学习{1}"),
    StageText("One more head of {0} who moves to {1}", "{0}每多 1 人转往{1}"),
    StageText("One more seat in {0} from {1} in {2}", "{2*}{1} {0}每增加 1 个工位"),
  ]

  private static let ownRules = [
    StageText("a sum is due for each contract that ends", "每份到期合同支付约定金额"),
    StageText("a sum is due for each person who is made redundant", "每名被裁员工支付经济补偿"),
    StageText("a sum is due for each person who moves to another group", "每名转岗人员支付转岗费用"),
    StageText("a sum is due for each person who learns another queue", "每名跨技能受训人员支付培训费用"),
    StageText("leave that nobody took and nobody may keep is paid", "未休且不可结转的假期折算工资"),
    StageText("hours of voluntary time off are not paid, or in part", "自愿休假时段不计薪或部分计薪"),
    StageText("hours off that are still owed are paid", "尚欠的补休工时计薪"),
    StageText("recruit", "人"), StageText("room", "间"), StageText("hour of leave", "休假小时"),
  ]
}
