extension StageText {
  /// Rules that a given plan breaks, pins, and how a plan came about that was not searched for.
  static let study = table(
    """
    recruiting lead of {0}
    = {0}的招聘周期
    class calendar of {0}
    = {0}的开班日历
    no contacts within the horizon for classes of {0}
    = {0}的新人班在计划期内来不及上线
    no hiring for {0}
    = {0}不可招聘
    no overtime for {0}
    = {0}不可加班
    no redundancies for {0}
    = {0}不可裁员
    no leave for {0}
    = {0}不可休假
    no voluntary time off for {0}
    = {0}不可自愿休假
    no time off in lieu for {0}
    = {0}不可补休
    no time left to learn {0} for {1}
    = {1}来不及学会{0}
    no time left to move to {0} for {1}
    = {1}来不及转往{0}
    fewer than given: {0}
    = 少于给定：{0*}
    more than given: {0}
    = 多于给定：{0*}
    people of {0} made redundant
    = {0}的裁员人数
    people of {0} who begin to learn {1}
    = {0}开始学习{1}的人数
    people of {0} who begin to move to {1}
    = {0}开始转往{1}的人数
    time off in lieu of {0}
    = {0}的补休
    notice of {0}
    = {0}的提前通知期
    most seats of {0}
    = {0}的席位上限
    the plan is given
    = 计划为人工给定
    week
    = 周
    other decisions held
    = 其他决策保持不变
    evaluated
    = 仅评估
    Giving way by one {0} at the pin “{1}” in {2}
    = {2*}固定决策“{1}”每放宽 1 {0*}
    Giving way by one {0} at the pin “{1}”
    = 固定决策“{1}”每放宽 1 {0*}
    pin {0}
    = 固定决策 {0}
    """)
}
