extension StageText {
  /// Rules that a given plan breaks, pins, and how a plan came about that was not searched for.
  static let study = [
    StageText("recruiting lead of {0}", "{0}的招聘周期"),
    StageText("class calendar of {0}", "{0}的开班日历"),
    StageText("no contacts within the horizon for classes of {0}", "{0}的新人班在计划期内来不及上线"),
    StageText("no hiring for {0}", "{0}不可招聘"), StageText("no overtime for {0}", "{0}不可加班"),
    StageText("notice of {0}", "{0}的提前通知期"), StageText("most seats of {0}", "{0}的席位上限"),
    StageText("the plan is given", "计划为人工给定"), StageText("week", "周"),
    StageText("other decisions held", "其他决策保持不变"), StageText("evaluated", "仅评估"),
    StageText(
      "Giving way by one {0} at the pin “{1}” in {2}", "{2*}固定决策“{1}”每放宽 1 {0*}"),
    StageText("Giving way by one {0} at the pin “{1}”", "固定决策“{1}”每放宽 1 {0*}"),
    StageText("pin {0}", "固定决策 {0}"),
  ]
}
