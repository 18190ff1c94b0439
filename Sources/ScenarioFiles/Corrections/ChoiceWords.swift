internal import BusinessCalendar
internal import Units

/// Words that people write where one of a few is read, in English, German and Chinese.
struct ChoiceWords {
  /// The word of `words` that `text` means, with the reason where it is not plain.
  static func correction(of text: String, among words: [String]) -> Correction? {
    let written = WrittenNumber.narrow(text).lowercased().trimmed
    if let same = words.first(where: { $0.lowercased() == written }) {
      return Correction(texts: [same])
    }
    for entry in table where entry.written.contains(written) && words.contains(entry.meant) {
      return Correction(
        texts: [entry.meant], reasons: entry.reason.isEmpty ? [] : [entry.reason])
    }
    return country(text, among: words) ?? time(written, among: words)
  }

  /// A country whose calendar does not come with PeakPlan.
  private static func country(_ text: String, among words: [String]) -> Correction? {
    guard words.contains(HolidayCalendar.weekendsID), words.contains("CN"),
      text.allSatisfy({ $0.isLetter || $0 == "-" }),
      text.count < 4 || DidYouMean.nearest(to: text, among: words) == nil
    else { return nil }
    return Correction(
      texts: [HolidayCalendar.weekendsID],
      reasons: [
        "no calendar of “\(text)” comes with PeakPlan, but its days go under calendar-days"
      ])
  }

  /// A length of time that is one of the words in another unit: `1 h` is `60 min`.
  private static func time(_ text: String, among words: [String]) -> Correction? {
    guard words.contains("30 min") else { return nil }
    let candidates = [text] + (TimeCorrection.duration(text)?.texts ?? [])
    let seconds = candidates.compactMap(seconds)
    let fitting = words.filter { word in ChoiceWords.seconds(word).map(seconds.contains) ?? false }
    return fitting.isEmpty ? nil : Correction(texts: fitting)
  }

  private static func seconds(_ text: String) -> Int64? {
    do throws(Complaint) { return try QuantityText.seconds(text) } catch { return nil }
  }

  private struct Entry {
    var meant: String
    var reason = ""
    var written: [String]
  }

  private static let table: [Entry] = [
    Entry(
      meant: "deferred", reason: "it is work that can wait for an answer",
      written: [
        "email", "e-mail", "emails", "e-mails", "mail", "letter", "letters", "fax", "ticket",
        "tickets", "case", "cases", "back-office", "backoffice", "back office", "messages", "post",
        "邮件", "电子邮件", "工单", "asynchronous", "async",
      ]),
    Entry(
      meant: "voice",
      written: [
        "call", "calls", "phone", "telephone", "telephony", "hotline", "inbound", "inbound-voice",
        "tel", "telefon", "anruf", "anrufe", "电话", "语音", "呼入", "热线",
      ]),
    Entry(
      meant: "chat",
      written: [
        "webchat", "web-chat", "live-chat", "livechat", "live chat", "messaging", "im", "chats",
        "whatsapp", "wechat", "在线", "在线客服", "聊天", "微信", "text", "sms", "video",
      ]),
    Entry(
      meant: "outbound",
      written: ["outgoing", "dialer", "telesales", "telemarketing", "campaign", "外呼", "呼出"]),
    Entry(meant: "CNY", written: ["rmb", "yuan", "cn¥", "¥", "元", "人民币", "renminbi"]),
    Entry(meant: "EUR", written: ["euro", "euros", "€"]),
    Entry(meant: "USD", written: ["dollar", "dollars", "$", "us$"]),
    Entry(meant: "GBP", written: ["pound", "pounds", "£", "sterling"]),
    Entry(meant: "JPY", written: ["yen", "円", "日元"]),
    Entry(meant: "INR", written: ["rupee", "rupees", "₹", "rs"]),
    Entry(meant: "PHP", written: ["peso", "pesos", "₱"]),
    Entry(meant: "CN", written: ["china", "prc", "chn", "zh", "zh-cn", "中国"]),
    Entry(
      meant: "GB",
      written: ["uk", "england", "britain", "great britain", "united kingdom", "gbr", "wales"]),
    Entry(meant: "GB-SCT", written: ["scotland"]),
    Entry(meant: "weekends", written: ["none", "no", "neutral", "empty", "-", "null", "~"]),
    Entry(meant: "US", written: ["usa", "united states", "america"]),
    Entry(meant: "JP", written: ["japan", "jpn", "日本"]),
    Entry(meant: "IN", written: ["india", "ind"]),
    Entry(meant: "PH", written: ["philippines", "phl", "pilipinas"]),
    Entry(
      meant: "statutory-holiday",
      written: ["holiday", "public-holiday", "public holiday", "bank-holiday", "法定节假日", "节假日"]),
    Entry(
      meant: "rest-day", written: ["weekend", "day-off", "day off", "off", "closed", "休息日", "周末"]
    ),
    Entry(meant: "make-up-workday", written: ["make-up", "makeup", "make-up-day", "调休", "补班"]),
    Entry(
      meant: "workday", written: ["working-day", "working day", "business-day", "work-day", "工作日"]),
    Entry(meant: "china-standard", written: ["china", "cn", "prc", "standard", "中国"]),
    Entry(
      meant: "decay",
      written: ["spike", "peak", "exponential", "falling", "declining", "half-life", "衰减"]),
    Entry(meant: "flat", written: ["constant", "even", "uniform", "block", "none", "平"]),
    Entry(meant: "sequential", written: ["multiplicative", "multiply", "product", "compound"]),
    Entry(meant: "additive", written: ["sum", "add", "added", "plus"]),
    Entry(meant: "peak-week", written: ["peak", "peak week", "auto", "busiest"]),
    Entry(meant: "always", written: ["24/7", "24x7", "7x24", "全天", "24h", "all day"]),
  ]
}
