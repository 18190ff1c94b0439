extension StageText {
  /// The table; of two rows that fit a text the first holds.
  static let rows = ownPeople + methods + rules + sourcesAndUnits + limits + savings + dates + study

  /// How forecasts and requirements are made.
  private static let methods = table(
    """
    level, weekdays and intraday profile of {0} weeks in {1}
    = {1} 中 {0} 周的水平、星期与日内分布
    level, weekdays (spread by the default profile) of {0} weeks in {1}
    = {1} 中 {0} 周的水平与星期（按默认分布拆到时段）
    trend {0} a week, damped
    = 每周趋势 {0}（阻尼）
    statutory holidays × {0}
    = 法定节假日 × {0}
    swapped rest days × {0}
    = 调休放假日 × {0}
    make-up workdays × {0}
    = 调休上班日 × {0}
    closed on {0}
    = {0*}关闭
    statutory holidays
    = 法定节假日
    swapped rest days
    = 调休放假日
    make-up workdays
    = 调休上班日
    no {0} in it: taken as closed
    = 其中没有 {0}：视为关闭
    handle time by weekday and slot as counted
    = 处理时长按星期与时段实测
    daily forecast in {0}, spread by the default profile
    = {0} 的日预测，按默认分布拆到时段
    forecast in {0}, as it is
    = 直接采用 {0} 的预测
    orders in {0} × contact rates of 1 intent
    = {0} 的订单 × 1 种意图的进线率
    orders in {0} × contact rates of {1} intents
    = {0} 的订单 × {1} 种意图的进线率
    # {0} of the contacts come while closed and are not offered
    = {0} 的进线在关闭时段到达，不计入
    orders of {0} day around the horizon taken from the same weekdays
    = 规划期前后 {0} 天的订单取自相同星期
    orders of {0} days around the horizon taken from the same weekdays
    = 规划期前后 {0} 天的订单取自相同星期
    Erlang C
    = Erlang C
    # Erlang C over positions × {0} chats at once
    = Erlang C，每座席并发 {0} 个会话
    # {0} of offered contacts answered within {1} (nobody can promise 100 %: sized for 99.99 %)
    = {0} 的进线在 {1} 内接起（无人能承诺 100 %，按 99.99 % 计算）
    # {0} of offered contacts answered within {1}
    = {0} 的进线在 {1} 内接起
    occupancy at most {0}
    = 占用率不超过 {0}
    pooled in {0}
    = 在“{0}”内合并应答
    loads rounded up by at most 2 %
    = 话务强度向上取整不超过 2 %
    answered in the order {0}, the promise held for each
    = 应答次序：{0}，承诺对每一级都成立
    replies promised for all alike
    = 回复率对所有客户一视同仁
    a team for each language ({0}): no more hours than one team
    = 每种语言一个小组（{0}）：工时不多于一个小组
    each queue by itself: {0}
    = 各队列单独计算：{0*}
    {0} is of several languages, which is not reckoned in a pool
    = {0} 有多种语言，合并时无法计算
    {0} answers some customers before others, which is not reckoned in a pool
    = {0} 有应答优先级，合并时无法计算
    {0} is worked message by message, which is not reckoned in a pool
    = {0} 按消息计算，合并时无法计算
    {0} gives every chat to an agent at once, which is not reckoned in a pool
    = {0} 的会话立即分配，合并时无法计算
    those who left {0} dial again, which is not reckoned in a pool
    = {0} 的放弃者会重拨，合并时无法计算
    the rate of {0} is uncertain, which is not reckoned in a pool
    = {0} 的进线率不确定，合并时无法计算
    {0} has few waiting places, which is not reckoned in a pool
    = {0} 的排队位有限，合并时无法计算
    a chat of {0} takes longer the more are held, which is not reckoned in a pool
    = {0} 的会话并发越多越慢，合并时无法计算
    work spread evenly over the open time until it is due, {0} after it came
    = 工作在到期前的开放时间内均摊，时限为到达后 {0}
    those who give up with the robot are left out
    = 放弃在机器人处的进线不计入
    # chat of up to {0} at once, slower the more are held
    = 每座席最多并发 {0} 个会话，并发越多越慢
    every chat is given to an agent at once
    = 会话立即分配给座席，不排队
    its answer is the first reply
    = 以首次回复为应答
    # {0} of rounds replied to within {1}
    = {0} 的对话轮次在 {1} 内回复
    # {0} of messages replied to within {1}
    = {0} 的消息在 {1} 内回复
    in the hours that count
    = 仅计考核时段
    the robot’s replies count and are enough
    = 机器人回复计入，且已足够
    the robot’s replies count: people reply to {0}
    = 机器人回复计入：人工需回复 {0}
    an agent with a single chat replies to {0} in time: sized for {1}
    = 只接待一个会话的座席可及时回复 {0}：按 {1} 计算
    # {0} chats at once are too many: a full agent replies to {1} in time, the most is {2}
    = 并发 {0} 个会话过多：满负荷座席仅及时回复 {1}，最多 {2} 个
    notice {0} saves {1} of the contacts from {2} to {3}
    = 通知 {0} 在 {2} 至 {3} 拦截 {1} 的进线
    notice {0} saves {1} of {2}’s contacts from {3} to {4}
    = 通知 {0} 在 {3} 至 {4} 拦截{2} {1} 的进线
    the robot in front settles {0} of the contacts and hands over {1}
    = 前置机器人解决 {0} 的进线，转人工 {1}
    Erlang A
    = Erlang A
    patience {0}
    = 平均耐心 {0}
    # Erlang A over positions × {0} chats at once
    = Erlang A，每座席并发 {0} 个会话
    finite buffer of {0} places
    = 最多 {0} 个排队位
    the interval's largest offered load
    = 取时段内最大话务强度
    each interval by its mean rate
    = 各时段取平均进线率
    rate uncertain by {0}
    = 进线率不确定度 {0}
    # {0} of those who left call again
    = {0} 的放弃者会再次来电
    mean wait {0}
    = 平均等待 {0}
    at most {0} leave
    = 放弃率不超过 {0}
    # {0} wait at most {1}
    = {0} 的等待不超过 {1}
    a campaign: nobody calls in
    = 外呼活动：无进线
    a campaign's calls in opening hours, the fewest positions at a time
    = 在可外呼时段拨打，尽量减少同时座席
    {0} attempts reach {1} customers and bring {2} completes, as wanted
    = 拨打 {0} 次，接通 {1} 位客户，完成 {2} 个，达到目标
    {0} of the sales are kept, {1} wrong ones are made before it is known of the first
    = {0} 单最终保留，得知首单结果前已误售 {1} 单
    outbound
    = 外呼
    voice
    = 语音
    chat
    = 在线聊天
    deferred
    = 非实时
    email
    = 邮件
    cases
    = 工单
    """)

  /// The rules of ledger lines.
  private static let rules = table(
    """
    a month's salary is spread evenly over the days of the month
    = 月薪按当月天数均摊
    the contract hours of a week are paid by the hour
    = 每周合同工时按小时计薪
    a month's salary is spread evenly over the days of the month; statutory holidays have lines of \
    their own
    = 月薪按当月天数均摊，法定节假日另列
    the contract hours of a week are paid by the hour; statutory holidays have lines of their own
    = 每周合同工时按小时计薪，法定节假日另列
    a statutory holiday off is paid like the week's other days
    = 法定节假日休息，工资按当周其他日照付
    a statutory holiday is paid to everybody past training, a day's contract hours
    = 法定节假日按一天合同工时向培训期后的全体人员付薪
    a shift's paid hours at the hourly rate of the wage
    = 班次计薪工时 × 小时工资
    people in training are paid from the first day of their class
    = 培训人员自开班首日起计薪
    the employer's contributions are a share of {0}
    = 单位缴费按{0*}的比例计
    regular pay
    = 正常工资
    pay in training
    = 培训期工资
    overtime pay
    = 加班费
    pay for rest-day work
    = 休息日加班费
    pay for statutory holidays off
    = 法定节假日带薪休假工资
    pay for work on statutory holidays
    = 法定节假日加班费
    shift differentials
    = 夜班等时段津贴
    a flat amount for each shift with enough hours at night
    = 夜间时段足够长的每个班次付固定津贴
    overtime lengthens shifts that have their allowance
    = 加班只延长已付津贴的班次
    a flat amount for each shift with enough hours in the heat
    = 高温时段足够长的每个班次付固定津贴
    hours from 22:00 to 05:00 get a quarter on top
    = 22:00 至次日 05:00 的工时加付四分之一
    from 22:00 to 06:00
    = 22:00 至次日 06:00
    pay of support roles
    = 支持岗位工资
    a support role has {0} for {1} agents
    = 支持岗位按每 {1} 名坐席配 {0} 人
    recruiting and equipment are paid for each head that starts
    = 每名入职者支付招聘与设备费用
    a class costs its trainer and room
    = 每个新人班支付培训师与场地费用
    a contact that nobody handles costs the scenario's price, more where many are missing (not \
    cash)
    = 无人处理的进线按方案价格计价，缺口大时更高（非现金）
    a head missing at the end of the horizon costs the scenario's price (not cash)
    = 期末缺编按方案价格计价（非现金）
    China, standard working-time system
    = 中国标准工时制
    China, comprehensive working-time system
    = 中国综合计算工时制
    China, flexible working-time system
    = 中国不定时工作制
    China, part-time work by the hour
    = 中国非全日制用工
    USA, by the hour
    = 美国联邦计时工资
    USA, salary for fluctuating hours
    = 美国联邦浮动工时薪金制
    USA, by the piece
    = 美国联邦计件工资
    USA, salary for fixed hours
    = 美国联邦固定工时薪金制
    California, by the hour
    = 美国加州计时工资
    Philippines, daily-paid
    = 菲律宾日薪制
    India, overtime at twice the rate
    = 印度加班双倍工资
    Japan, standard hours
    = 日本标准工时
    Malaysia, Employment Act up to RM4,000
    = 马来西亚《雇佣法》（月薪不超过 RM4,000）
    Poland, standard hours
    = 波兰标准工时
    the vendor bills each {0} at its price, a day its part of the month
    = 外包商按{0*}单价结算，按日折算当月
    the vendor bills each {0} at its price
    = 外包商按{0*}单价结算
    FTE-month
    = 人月
    seat-month
    = 席位月
    talk minute
    = 处理分钟
    resolution
    = 解决件
    consultation
    = 咨询件
    what is above the cap of the locked forecast costs more: the difference
    = 高于锁定预测上限的量单价更高：此为差额
    contacts within the baseline's band change nothing, those above it cost their charge: the \
    difference
    = 基线浮动带以内的联络不增减费用，超出部分按附加单价计：此为差额
    the baseline is billed each month, less what would be credited for all its contacts
    = 基线每月照付，扣除其全部联络若不发生时可抵扣的金额
    a {0} of the baseline that comes is not credited
    = 基线内实际发生的每个{0*}不予抵扣
    contacts missing to the floor of the locked forecast are billed at the shortfall share
    = 低于锁定预测下限的联络按差额比例计费
    hours missing to the floor of the locked forecast are billed at the shortfall share
    = 低于锁定预测下限的工时按差额比例计费
    hours of a seat in its first weeks are not billed in full
    = 新增席位最初几周的工时不按全价计费
    hours of the night, as it was agreed, cost the vendor's premium on top
    = 约定夜间时段的工时另加外包夜间补贴
    the base fee is billed each month, whatever is used
    = 每月固定收取基础服务费，与用量无关
    contacts of a month above a tier's limit have the tier's price: the difference
    = 当月超出阶梯上限的件数按阶梯单价结算：此为差额
    the training of each seat that is added is billed
    = 每新增一席的培训另行计费
    what a month's usage costs less than the least that has to be spent is due too
    = 当月用量费用低于最低消费的差额另行支付
    contacts committed but not handled are billed at the shortfall share of the price
    = 已承诺未处理的件数按单价的约定比例结算
    productive hour
    = 有效工时
    logged hour
    = 登录工时
    on statutory holidays the vendor adds its surcharge to the price
    = 法定节假日外包商在单价上加价
    hours committed but not used are billed at the shortfall share of the price
    = 已承诺未使用的工时按单价的约定比例结算
    the set-up fee falls due when the contract starts
    = 启动费在合同开始时支付
    hours of a month above a tier's limit have the tier's price: the difference
    = 当月超出阶梯上限的工时按阶梯单价结算：此为差额
    ending the contract within the horizon costs what was agreed
    = 规划期内终止合同按约定支付解约费
    a seat beyond the site's own is paid by the week
    = 加租席位按周付费
    a contact of the busiest hours that nobody handles, beyond those missing in the week, costs \
    the scenario's price (not cash)
    = 高峰时段另外无人处理的进线按方案价格计价（非现金）
    money above the budget weighs what the policy says, beside itself (not cash)
    = 超出预算的金额另按策略权重计（非现金）
    a notice is paid for every recipient, whether or not it saves a contact
    = 通知按接收人数计费，无论是否拦截进线
    hours of the pay class {0}
    = 薪酬类别 {0} 的工时
    work on a statutory holiday is paid three times; time off cannot replace it, and its hours \
    use up no daily hours
    = 法定节假日工作按三倍计薪；不得以补休代替，且不占当日工时
    work on a rest day for which equal time off is given is not paid extra
    = 休息日工作已安排等时补休的不另计薪
    work on a rest day without time off is paid twice
    = 休息日工作未安排补休的按两倍计薪
    work beyond the daily hours of a working day is paid one and a half times
    = 工作日超出标准工时的部分按一倍半计薪
    ordinary hours are paid once, by the monthly salary where there is one
    = 标准工时按一倍计薪，月薪制已含在月薪内
    """)

  /// Where a ledger line's rule comes from, units, and what a program came to.
  private static let sourcesAndUnits = table(
    """
    scenario
    = 方案
    contract
    = 合同
    Labour Law, Art. {0} (read)
    = 《劳动法》第 {0} 条（已核对）
    pay
    = 薪酬
    hour
    = 小时
    head-week
    = 人周
    head-day
    = 人日
    shift
    = 班
    Company or city policy (convention)
    = 公司或地方规定（惯例）
    pay rules “{0}” in force from {1}
    = 薪酬规则“{0}”（{1} 起生效）
    contact
    = 个进线
    notice
    = 条通知
    hire
    = 人
    class
    = 班
    month
    = 个月
    set-up
    = 次
    exit
    = 次
    seat-week
    = 席周
    excess
    = 次
    head
    = 人
    seat
    = 席
    place
    = 名额
    person
    = 人
    trainer
    = 名培训师
    overtime hour
    = 加班小时
    billed hour
    = 结算工时
    committed hour
    = 承诺工时
    net hour
    = 净工时
    optimal
    = 最优
    within gap
    = 达到间隙要求
    ended by its search limit
    = 达到搜索上限
    limit reached
    = 达到求解上限
    capacity plan of {0}
    = {0} 的产能规划
    shifts of {0}
    = {0} 的班次
    """)

  /// The limits of a plan, with whose they are.
  private static let limits = table(
    """
    seats of {0} in the busiest hours of the week of {1}
    = {0}的席位（{1} 当周高峰时段）
    {0} in the busiest hours of the week of {1}
    = {0}（{1} 当周高峰时段）
    {0} on statutory holidays
    = {0}（法定节假日）
    least hours of {0}
    = {0}的最低工时
    hours of {0}
    = {0}的工时
    seats of {0}
    = {0}的席位
    ramp of {0}
    = {0}的增席速度
    commitment of {0} in {1}
    = {0}在 {1} 的承诺量
    commitment of {0}
    = {0}的承诺量
    seats added at {0}
    = {0}的新增席位
    promised hours of {0}
    = {0}的承诺时长
    busiest hours of {0}
    = {0}的高峰时段
    share of {0} in all outsourced hours
    = {0}占全部外包工时的份额
    share of {0} in {1}
    = {0}在{1}中的份额
    hours awarded to {0}
    = 授予{0}的工时
    share of {0}
    = {0}的份额
    overtime per week of {0}
    = {0}的每周加班
    overtime per month of {0} in {1}
    = {0}在 {1} 的加班
    overtime per month of {0}
    = {0}的每月加班
    overtime on working days of {0}
    = {0}的工作日加班
    work on rest days of {0}
    = {0}的休息日加班
    work on statutory holidays of {0}
    = {0}的法定节假日加班
    places in the classes of {0}
    = {0}的新人班名额
    least size of the classes of {0}
    = {0}的新人班最小规模
    trainers of {0}
    = {0}的培训师
    outsourced hours of the horizon
    = 全程外包工时
    outsourced hours of {0} in the language {1} in {2}
    = {0}的外包工时（语言 {1}，{2*}）
    outsourced hours of {0}
    = {0}的外包工时
    strength of {0} at the end
    = {0}的期末编制
    the budget
    = 预算
    nobody can work {0}
    = 无人能承接{0}
    every help left costs more than {0} is worth
    = 其余人力的成本均高于{0}的价值
     in {0} up to the week of {1}
    = （{0}，截至 {1} 当周）
     in {0}
    = （{0}）
    """)

  /// What one more of a limit would save.
  private static let savings = table(
    """
    {0} would save at most {1} before its own pay
    = {0*}，至多可节省 {1}（未计其自身薪酬）
    {0} would save at most {1}
    = {0*}，至多可节省 {1}
    {0} would save nothing with all else as planned
    = {0*}，在其余计划不变时无法节省
    {0} would save {1} before its own pay
    = {0*}，可节省 {1}（未计其自身薪酬）
    {0} would save {1}
    = {0*}，可节省 {1}
    people hired now take their first contacts in {0}
    = 现在招聘的人员最早于{0*}接线
    nobody hired now takes contacts within the horizon
    = 现在招聘的人员在规划期内无法接线
    One more head of {0} in the busiest hours of {1}
    = {1*}高峰时段{0}每增加 1 人
    One more seat of {0} in the busiest hours of {1}
    = {1*}高峰时段{0}每增加 1 席
    One more seat in {0} in the busiest hours of {1}
    = {1*}高峰时段{0}每增加 1 个工位
    One more hour of the seats of {0} in {1}
    = {1*}{0}的席位每增加 1 小时
    One more trained head of {0} in {1}
    = {1*}{0}每增加 1 名熟练人员
    One more trainer of {0} in {1}
    = {1*}{0}每增加 1 名培训师
    One more place in the class of {0} in {1}
    = {1*}{0}的新人班每增加 1 个名额
    A smallest class of one person less at {0} in {1}
    = {1*}{0}的新人班最小规模每减少 1 人
    One more seat added by {0} in {1}
    = {1*}{0}每多增 1 席
    One more seat of {0} in {1}
    = {1*}{0}每增加 1 席
    One more hour of {0} in the language {1} in {2}
    = {2*}{0}（语言 {1}）每增加 1 小时
    One promise of hours less at {0} in {1}
    = {1*}{0}每减少 1 份承诺时长
    One seat of {0} that need not learn in {1}
    = {1*}{0}每减少 1 个需爬坡的新席位
    One more hour of {0} that {1} may take in {2}
    = {2*}允许{1}多承接{0} 1 小时
    One hour less that is awarded to {0}
    = 授予{0}的工时每减少 1 小时
    One more hour that {0} may take over the horizon
    = 全程允许{0}多承接 1 小时
    One more hour that {0} may take in {1}
    = {1*}允许{0}多承接 1 小时
    One more seat in {0} in {1}
    = {1*}{0}每增加 1 个工位
    A minimum of one seat less at {0} in {1}
    = {1*}{0}的最低席位每减少 1 席
    One committed hour less at {0} in {1}
    = {1*}{0}的承诺量每减少 1 小时
    One more hour of overtime on working days of {0} in {1}
    = {1*}{0}的工作日加班每增加 1 小时
    One more hour of work on rest days of {0} in {1}
    = {1*}{0}的休息日加班每增加 1 小时
    One more hour of work on statutory holidays of {0} in {1}
    = {1*}{0}的法定节假日加班每增加 1 小时
    One more hour of overtime a week of {0} in {1}
    = {1*}{0}的每周加班每增加 1 小时
    One more hour of overtime of {0} in {1}
    = {1*}{0}的加班每增加 1 小时
    One more outsourced hour over the horizon
    = 全程外包工时每增加 1 小时
    One more outsourced hour of {0} in {1}
    = {1*}{0}的外包工时每增加 1 小时
    One head less required at the end
    = 期末编制要求每减少 1 人
    One more {0} of budget
    = 预算每增加 1 {0}
    """)

  /// Weeks and months as the sentences of limits name them.
  private static let dates: [StageText] = {
    let months = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December",
    ]
    let weeks = [
      StageText("{0} up to the week of {1}", "{0*}（截至{1*}当周）"),
      StageText("the week of {0}", "{0*}当周"),
    ]
    return weeks
      + months.enumerated().flatMap { index, month in
        [
          StageText("{0} \(month)", "\(index + 1)月{0}日", ofNumbers: true),
          StageText("\(month) {0}", "{0}年\(index + 1)月", ofNumbers: true),
        ]
      }
  }()
}
