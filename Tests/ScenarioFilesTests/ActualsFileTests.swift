import BusinessCalendar
import Foundation
import ScenarioFiles
import Testing
import Units

@Suite("A file of what happened")
struct ActualsFileTests {
  private func read(_ text: String) throws -> ActualsFile {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent(
      "actuals-\(UUID().uuidString).csv")
    try Data(text.utf8).write(to: url)
    defer { try? FileManager.default.removeItem(at: url) }
    return try ActualsFile(
      contentsOf: url.path, queues: ["hotline", "chat"], kinds: ["overtime", "recruiting"],
      currency: try #require(Currency(code: "CNY")))
  }

  private func complaint(_ text: String) -> String {
    do {
      _ = try read(text)
      return "nothing"
    } catch let issues as ScenarioIssues {
      return issues.rendered(color: false, folder: nil)
    } catch {
      return "\(error)"
    }
  }

  @Test("is known by its columns")
  func kinds() throws {
    let contacts = try read("month,queue,contacts,handle-time\n2026-11,hotline,120,300.5\n")
    #expect(contacts.contacts.first?.handleTime == .milliseconds(300_500))
    #expect(contacts.contacts.first?.month.description == "2026-11")
    let byDay = try read("Date,Queue,Contacts\n2026-11-30,chat,1\n2026-12-01,chat,2\n")
    #expect(byDay.contacts.map(\.month.description) == ["2026-11", "2026-12"])
    #expect(byDay.contacts.allSatisfy { $0.handleTime == nil })
    let people = try read("month,heads,overtime-hours\n2026-11,12.5,\n2026-12,,8\n")
    #expect(people.people.map(\.heads) == [Headcount(12.5), nil])
    #expect(people.people.map(\.overtimeTime) == [nil, WorkTime(hours: 8)])
    let books = try read("month,kind,amount\n2026-11,overtime,-12.50\n")
    #expect(books.postings.first?.amount == Money(minorUnits: -1250))
    #expect(try read("line,amount\nsetup,1\n").isInvoice)
    #expect(try read("employee,date,start,end,rate\n").isTimesheet)
  }

  @Test("says what is wrong with it, and how to mend it")
  func faults() {
    #expect(complaint("a,b\n1,2\n").contains("not of any known file"))
    #expect(
      complaint("month,queue,contacts\n2026-11,hotlin,1\n").contains("did you mean “hotline”?"))
    #expect(complaint("month,queue,contacts\n2026-13,chat,1\n").contains("“2026-13” is no month"))
    #expect(complaint("month,queue,contacts\n2026-11,chat,-1\n").contains("“-1” is no number"))
    #expect(complaint("month,queue,contacts\n2026-11,chat,\n").contains("“” is no number"))
    #expect(complaint("queue,contacts\nchat,1\n").contains("neither a month nor a date"))
    #expect(complaint("month,queue,contact\n2026-11,chat,1\n").contains("did you mean “contacts”?"))
    #expect(complaint("month,kind,amount\n2026-11,overtime,1.234\n").contains("no amount in CNY"))
    #expect(complaint("month,kind,amount\n2026-11,over,1\n").contains("there is no kind “over”"))
    #expect(complaint("month,heads,heads\n2026-11,1,2\n").contains("called “heads”"))
  }
}
