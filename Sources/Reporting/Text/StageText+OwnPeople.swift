// Limits, savings and ledger rules of the families about our own people.
extension StageText {
  static let ownPeople: [StageText] = ownLimits + ownSavings + ownRules

  private static let ownLimits = table(
    """
    recruits of {0}
    = {0}的月度招聘人数
    training rooms of {0}
    = {0}的培训教室
    dispatched people of {0}
    = {0}的劳务派遣人数
    interns in the post of {0}
    = {0}岗位的实习生人数
    interns by day for {0}
    = {0}的实习生日间工时
    interns of {0}
    = {0}的实习生人数
    redundancies of {0}
    = {0}的裁员人数
    leave of {0} that is left at the end
    = {0}的期末未休假
    leave balance of {0} after {1}
    = {0}在 {1} 后的假期余额
    voluntary time off of {0}
    = {0}的自愿休假
    tired overtime of {0}
    = {0}的疲劳加班
    time off owed to {0} after {1}
    = {0}的未补休工时（{1*}后）
    time off of {0} taken in time by {1}
    = {0}的限期补休（截至{1*}）
    overtime of {0} in {1} weeks up to {2}
    = {0}连续 {1} 周的加班（截至{2*}）
    hours of {0} lent to {1}
    = {0}支援{1}的工时
    experienced people of {0} who learn in {1}
    = {0}学习新技能的熟练人员（{1*}）
    people of {0} who learn {1}
    = {0}学习{1}的人数
    people of {0} trained for {1}
    = {0}已掌握{1}的人数
    experienced people of {0} who are about to move in {1}
    = {0}即将转岗的熟练人员（{1*}）
    people of {0} who move to {1}
    = {0}转往{1}的人数
    leave of {0}
    = {0}的休假
    """)

  private static let ownSavings = table(
    """
    One more recruit of {0} in {1}
    = {1*}{0}每多招 1 人
    One more training room in {0} in {1}
    = {1*}{0}每增加 1 间培训教室
    One more dispatched head of {0} in {1}
    = {1*}{0}每增加 1 名派遣人员
    One more intern among {0} in {1}
    = {1*}{0}岗位每增加 1 名实习生
    One more intern of {0} in {1}
    = {1*}{0}每增加 1 名实习生
    One more hour of interns for {0} in {1}
    = {1*}实习生每多为{0}工作 1 小时
    One more redundancy of {0}
    = {0}每多裁员 1 人
    One more hour of leave that {0} may keep
    = {0}每多结转 1 小时假期
    One more hour of leave of {0} in {1}
    = {1*}{0}每多休假 1 小时
    One more hour of voluntary time off of {0} in {1}
    = {1*}{0}每多自愿休假 1 小时
    One more hour of overtime at full speed of {0} in {1}
    = {1*}{0}的全速加班每增加 1 小时
    One more hour that {0} may take off later than {1}
    = 允许{0}晚于{1*}多补休 1 小时
    One more hour of overtime of {0} in the {1} weeks up to {2}
    = 截至{2*}的 {1} 周内{0}的加班每增加 1 小时
    One more experienced head of {0} in {1}
    = {1*}{0}每增加 1 名熟练人员
    One more head of {0} trained for {1}
    = {0}每多 1 人学习{1}
    One more head of {0} who moves to {1}
    = {0}每多 1 人转往{1}
    One more seat in {0} from {1} in {2}
    = {2*}{1} {0}每增加 1 个工位
    """)

  private static let ownRules = table(
    """
    a sum is due for each contract that ends
    = 每份到期合同支付约定金额
    a sum is due for each person who is made redundant
    = 每名被裁员工支付经济补偿
    a sum is due for each person who moves to another group
    = 每名转岗人员支付转岗费用
    a sum is due for each person who learns another queue
    = 每名跨技能受训人员支付培训费用
    leave that nobody took and nobody may keep is paid
    = 未休且不可结转的假期折算工资
    hours of voluntary time off are not paid, or in part
    = 自愿休假时段不计薪或部分计薪
    hours off that are still owed are paid
    = 尚欠的补休工时计薪
    recruit
    = 人
    room
    = 间
    hour of leave
    = 休假小时
    """)
}
