/// The keys of `bids.yaml`, and of a bid beside those of a vendor.
let bidKeys: [KeyDefinition] =
  [
    optional(
      "low-volume", .share(1...100), default: "80 %",
      "The low volume, as a share of the scenario's.", example: "85 %"),
    optional(
      "high-volume", .share(100...1000), default: "120 %",
      "The high volume, as a share of the scenario's.", example: "130 %"),
    optional("awards", .mapping, "How work may be awarded to several vendors."),
    optional(
      "awards.most", .count(1...50), "The most vendors that are awarded; left out, any number.",
      example: "2"),
    optional(
      "awards.largest-share", .share(1...100),
      "The largest share of all outsourced hours of the horizon that one vendor may have.",
      example: "70 %"),
    optional(
      "awards.largest-share-of-queue", .share(1...100),
      "The largest share of a queue's required hours, in each week, that one vendor may have.",
      example: "40 %"),
    optional(
      "awards.smallest", .duration(3600...360_000_000),
      "Billed hours of the horizon that an awarded vendor gets at least.", example: "1500 h"),
    optional(
      "client-costs", .mapping,
      "What the buyer pays and loses beside the invoice. In `bids.yaml` it holds for every bid that "
        + "says nothing of its own."),
    optional(
      "client-costs.transition", .money,
      "Paid once when the vendor is awarded: knowledge transfer, data links, running in parallel.",
      example: "40000.00"),
    optional(
      "client-costs.management", .price(per: ["month"]),
      "Vendor management and quality control, for each month of the horizon; months that lie partly "
        + "in it count by their days.", example: "9000 per month"),
    optional(
      "client-costs.oversight", .share(0...100), default: "0 %",
      "What else goes with each invoice, as a share of its net sum.", example: "2 %"),
    optional(
      "client-costs.returned-work", .share(0...99), default: "0 %",
      "The share of the work that comes back: transfers and what has to be redone.",
      example: "3 %"),
    optional(
      "client-costs.deducts-vat", .yesNo, default: "yes",
      "Whether the VAT on the invoice is got back; with `no` it is a cost."),
    optional(
      "payment-days", .count(0...365), default: "0",
      "Days until an invoice is paid; worth `finance-rate` of it a year. In `bids.yaml` it holds for "
        + "every bid that says nothing of its own.", example: "60"),
    optional(
      "finance-rate", .share(0...100), default: "0 %",
      "What money costs the buyer a year; in `bids.yaml` alone.", example: "5 %"),
    optional(
      "forecast-error", .share(0...100), default: "0 %",
      "How far a month's volume is from its forecast, as a coefficient of variation, for the bonus and "
        + "malus to expect; in `bids.yaml` alone.", example: "8 %"),
  ]
  + serviceLevelKeys(
    "service-level",
    "Bonus and malus by the share of a month's contacts that is answered in the promised time, of what "
      + "the vendor's work costs in the month. In `bids.yaml` it holds for every bid that says nothing of "
      + "its own.")

/// The reference of bids, as `docs/reference/bids.md` holds it.
public enum BidReference {
  /// The table of the keys.
  public static let markdown: String = ScenarioReference.table(bidKeys, .bids)
}
