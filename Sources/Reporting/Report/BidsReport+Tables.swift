internal import BusinessCalendar
internal import CapacityPlanning
internal import Costing
internal import Quoting
internal import Scenarios
internal import Units

extension BidsReport {
  private func form(of option: BidOption) -> String {
    let forms = comparison.round.bids.filter { option.vendors.contains($0.vendor.id) }.map(\.form)
    let names = Set(forms).sorted { $0.rawValue > $1.rawValue }.map { form in
      strings.bids(form == .volume ? .volumeForm : .capacityForm)
    }
    return names.joined(separator: strings.language == .chinese ? "、" : ", ")
  }

  var totalsTable: Table {
    let code = currency.code
    var columns: [Table.Column] = [
      .init(strings.bids(.option), key: "choice"),
      .date(strings.bids(.form), key: "form"),
    ]
    for volume in BidVolume.allCases {
      columns.append(
        .number("\(strings.name(of: volume)) (\(code))", key: "total_\(volume.rawValue)"))
      columns.append(.number(strings.bids(.rank), key: "rank_\(volume.rawValue)"))
    }
    columns.append(.number("\(strings.bids(.largestRegret)) (\(code))", key: "regret"))
    return Table(
      name: "bids", title: strings.bids(.totalsTable), note: strings.bids(.totalsNote),
      columns: columns,
      rows: comparison.rows.map { row in
        [.named(name(of: row.option), key: key(of: row.option)), .text(form(of: row.option))]
          + row.outcomes.flatMap { outcome -> [Cell] in
            [
              cell(outcome.figures?.total),
              .number(outcome.rank.map(Double.init), tone: outcome.rank == 1 ? .good : .plain),
            ]
          } + [cell(row.largestRegret)]
      })
  }

  var detailsTable: Table {
    Table(
      name: "bid-details", title: strings.bids(.detailsTable),
      note: strings.bids(.detailsNote),
      columns: [
        .init(strings.bids(.option), key: "choice"),
        .date(strings.bids(.volume), key: "volume"),
        .number(strings.bids(.ofUs), key: "in_house"),
        .number(strings.bids(.invoice), key: "invoice"),
        .number(strings.bids(.beside), key: "beside"),
        .number(strings.bids(.missing), key: "missing"),
        .number(strings.bids(.covered), key: "covered"),
        .number(strings.bids(.lostContacts), key: "contacts_lost"),
        .number(strings.bids(.perHour), key: "per_effective_hour"),
      ],
      rows: comparison.rows.flatMap { row in
        row.outcomes.map { outcome -> [Cell] in
          let head: [Cell] = [
            .named(name(of: row.option), key: key(of: row.option)),
            .named(strings.name(of: outcome.volume), key: outcome.volume.rawValue),
          ]
          guard let figures = outcome.figures else {
            return head + [.text(strings.bids(.impossible))]
          }
          let perHour = figures.costPerEffectiveHour.map {
            $0.approximateMinorUnits / Double(currency.minorUnitsPerMajor)
          }
          return head + [
            cell(figures.inHouse), cell(figures.invoice),
            cell(figures.clientSide), cell(figures.missing),
            .percent(figures.covered.value), .number(figures.contactsLost.value),
            .number(perHour, decimals: 2),
          ]
        }
      })
  }

  var awardTable: Table {
    let award = comparison.rows.last { if case .award = $0.option { true } else { false } }
    let figures = award?[.base]
    let all = figures?.effectiveTime.hours ?? 0
    return Table(
      name: "bid-award", title: strings.bids(.awardTable),
      columns: [
        .init(strings.bids(.bid), key: "bid"),
        .number(strings.bids(.hours), key: "billed_hours"),
        .number(strings.bids(.share), key: "share"),
        .number(strings.bids(.seats), key: "most_seats"),
        .number(strings.bids(.invoice), key: "invoice"),
        .number(strings.bids(.beside), key: "beside"),
      ],
      rows: (figures?.vendors ?? []).map { vendor in
        [
          .named(words.name(of: vendor.vendor.rawValue), key: vendor.vendor.rawValue),
          .number(vendor.billedTime.hours),
          .percent(all > 0 ? vendor.effectiveTime.hours / all : nil),
          .number(vendor.mostSeats.value, decimals: 1), cell(vendor.invoice),
          cell(vendor.clientSide + vendor.vat + vendor.financing),
        ]
      })
  }

  var invoiceTable: Table {
    Table(
      name: "bid-invoices", title: strings.bids(.invoiceTable),
      columns: [
        .init(strings.bids(.bid), key: "bid"),
        .init(strings.bids(.invoiceFor), key: "for"),
        .number("\(strings.bids(.amount)) (\(currency.code))", key: "amount"),
      ],
      rows: comparison.rows.flatMap { row -> [[Cell]] in
        guard case .bid = row.option, let vendor = row[.base]?.vendors.first else { return [] }
        let id = Cell.named(words.name(of: vendor.vendor.rawValue), key: vendor.vendor.rawValue)
        var lines = vendor.invoiceParts.map { part -> [Cell] in
          let category = CostCategory(rawValue: part.category)
          let name = category.map { strings.name(of: $0) } ?? strings.bids(.serviceLevel)
          return [id, .named(name, key: part.category), words.cell(part.amount)]
        }
        if vendor.vat != .zero {
          lines.append(
            [id, .named(strings.bids(.vat), key: "vat"), words.cell(vendor.vat)])
        }
        if vendor.clientSide != .zero {
          lines.append([
            id, .named(strings.bids(.clientSide), key: "client-side"),
            words.cell(vendor.clientSide),
          ])
        }
        if vendor.financing != .zero {
          lines.append([
            id, .named(strings.bids(.financing), key: "financing"),
            words.cell(vendor.financing),
          ])
        }
        return lines
      })
  }

  var clausesTable: Table {
    let isInFull = comparison.clauses.contains { $0.price.savedInFull != nil }
    return Table(
      name: "bid-clauses", title: strings.bids(.clausesTable),
      note: strings.bids(.clausesNote),
      columns: [
        .init(strings.bids(.bid), key: "bid"),
        .init(strings.bids(.clause), key: "clause"),
        .number("\(strings.bids(.saves)) (\(currency.code))", key: "saves"),
      ] + (isInFull ? [.number(strings.bids(.savesInFull), key: "saves_in_full")] : []) + [
        .init(strings.bids(.weeks), key: "weeks")
      ],
      rows: comparison.clauses.map { clause in
        [
          .named(words.name(of: clause.vendor.rawValue), key: clause.vendor.rawValue),
          .named(clauseName(clause.price.rule), key: clause.price.rule.kind.rawValue),
          cell(clause.price.saved),
        ] + (isInFull ? [cell(clause.price.savedInFull)] : [])
          + [.text(words.weeks(clause.price.weeks))]
      })
  }
}

extension Strings {
  /// A clause of a vendor's contract without its owner.
  func clause(_ kind: CapacityRule.Kind) -> String {
    let (english, chinese) =
      switch kind {
      case .vendorNotice: ("notice", "提前通知期")
      case .vendorRamp: ("ramp", "每周增席上限")
      case .vendorMost: ("most seats", "席位上限")
      case .vendorLeast: ("least seats", "席位下限")
      case .vendorCommitment: ("commitment", "最低承诺")
      case .contractLength: ("contract length", "最短合同期")
      case .vendorLearning: ("learning", "学习期")
      case .vendorBatch: ("batches of seats", "席位批次")
      case .vendorShare: ("largest share", "份额上限")
      default: (kind.rawValue, kind.rawValue)
      }
    return language == .chinese ? chinese : english
  }
}
