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
