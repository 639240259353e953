import Basics
import CommunityData
import Measures
import Testing

/// What the measures on texts and on a site's own content must never tell, and what they must.
@Suite("Voices") struct VoicesTests {
  private func notes(
    _ builder: CommunityBuilder, _ metric: String, _ inputs: MeasureInputs = MeasureInputs()
  ) throws -> [String: String] {
    var settings = MeasureSettings.standard
    settings.inputs = inputs
    let rows = try measure(builder.community(), settings).rows(metric: metric, community: "garden")
    return Dictionary(
      rows.map { ("\($0.period) \($0.segment)", $0.value.map { "\($0)" } ?? $0.note) },
      uniquingKeysWith: { first, _ in first })
  }

  @Test("hides new people around a campaign, and with them the change") func hidesNewPeople() throws
  {
    var builder = CommunityBuilder(until: "2018-12-31T00:00:00Z")
    builder.from = "2018-01-01"
    for person in 0..<3 { builder.post("t", by: "early\(person)", at: "2018-04-2\(person)") }
    for person in 10..<40 { builder.post("t", by: "late\(person)", at: "2018-06-2\(person % 5)") }
    let inputs = MeasureInputs(campaigns: [
      CampaignDays(
        id: "may", from: try #require(CalendarDay("2018-05-01")), to: nil, communities: ["garden"])
    ])
    let key = "all campaign=may;measure=new_contributors"
    #expect(try notes(builder, "campaign_effect.before", inputs)[key] == "suppressed")
    #expect(try notes(builder, "campaign_effect.change", inputs)[key] == "suppressed")
    #expect(try notes(builder, "campaign_effect.during", inputs)[key] == "0.0")
    let items = "all campaign=may;measure=items"
    #expect(try notes(builder, "campaign_effect.before", inputs)[items] == "0.375")
  }

  @Test("tells nothing around a campaign that the window does not hold") func needsWindow() throws {
    var builder = CommunityBuilder(until: "2018-06-30T00:00:00Z")
    builder.post("t", by: "ana", at: "2018-04-01")
    let inputs = MeasureInputs(campaigns: [
      CampaignDays(
        id: "may", from: try #require(CalendarDay("2018-05-10")), to: nil, communities: ["garden"])
    ])
    for part in ["before", "after", "change"] {
      #expect(
        try notes(builder, "campaign_effect.\(part)", inputs)["all campaign=may;measure=items"]
          == "nothing to measure")
    }
  }

  @Test("lists a domain that five people share and none that four do") func listsDomains() throws {
    var builder = CommunityBuilder(until: "2018-12-31T00:00:00Z")
    for person in 0..<5 {
      let few = person < 4 ? " https://few.example/x" : ""
      builder.post(
        "t", by: "p\(person)", at: "2018-05-01", text: "http://www.many.example/a/?q=1\(few)")
    }
    let people = try notes(builder, "links_shared.people")
    #expect(people["all domain=many.example"] == "5.0")
    #expect(people["all page=many.example/a"] == "5.0")
    #expect(people.keys.allSatisfy { !$0.contains("few") })
    #expect(try notes(builder, "links_shared.items")["all media=unclassed"] == "5.0")
  }

  /// Six people share what is owned and four what is not; in the whole year six share what is not. All
  /// ten of the first quarter are of these kinds: so at least four, and at most the year's six.
  @Test("hides what tells how few share the links that are left")
  func hidesRestOfMedia() throws {
    var builder = CommunityBuilder(until: "2018-06-30T23:59:59Z")
    builder.from = "2018-01-01"
    func share(_ names: [String], _ link: String, _ month: String, from day: Int = 10) {
      for (number, name) in names.enumerated() {
        let time = "2018-\(month)-\(padded(number + day, 2))T10:00:00Z"
        builder.post("t", by: name, at: time, text: "see https://\(link) ok")
      }
    }
    // Others, with links to the place itself, so that it is not all who wrote that is hidden.
    for (month, name) in [("01", "z"), ("04", "y")] {
      share((0..<20).map { name + padded($0, 2) }, "forum.example/", month, from: 1)
    }
    share(["kim", "lea"], "forum.example/", "01", from: 1)
    let six = ["ana", "ben", "cleo", "dana", "emil", "fred"]
    share(six, "own.example/y", "01")
    share(["gina", "hugo", "ines", "jo"], "un.example/x", "02")
    share(["gina", "hugo", "ines", "kim", "lea"], "un.example/x", "04")
    share(six, "own.example/y", "05")
    let inputs = MeasureInputs(media: [MediaAsset(address: "own.example", kind: .owned)])
    let people = try notes(builder, "links_shared.people", inputs)
    let told = ["2018-Q1 all", "2018-Q1 media=owned", "2018 media=unclassed"].map { people[$0] }
    #expect(people["2018-Q1 media=unclassed"] == "suppressed")
    #expect(told.contains("suppressed"), "\(told)")
  }

  @Test("always shows a criticism and hides how few people said it") func showsCriticism() throws {
    var builder = CommunityBuilder(until: "2018-12-31T00:00:00Z")
    for person in 0..<30 { builder.post("t", by: "p\(person)", at: "2018-05-01", id: "i\(person)") }
    let inputs = MeasureInputs(criticism: [
      CriticismEntry(
        id: "slow", status: .heard, heard: try #require(CalendarDay("2018-12-01")),
        sources: (0..<3).map { ItemReference(community: "garden", item: "i\($0)") })
    ])
    let entries = try notes(builder, "criticism_status.entries", inputs)
    #expect(entries["all entry=slow"] == "1.0" && entries["all status=heard"] == "1.0")
    let people = try notes(builder, "criticism_status.people", inputs)
    #expect(people["all entry=slow"] == "suppressed" && people["all all"] == "suppressed")
    #expect(
      try notes(builder, "criticism_status.waiting", inputs)["all entry=slow"] == "2592000.0")
  }

  /// They wrote before the window, whose contributors are fewer.
  @Test("counts people whose criticism is older than the window")
  func countsOlderCriticism() throws {
    var builder = CommunityBuilder(until: "2018-12-31T00:00:00Z")
    builder.from = "2018-06-01"
    for person in 0..<6 { builder.post("t", by: "p\(person)", at: "2018-05-01", id: "i\(person)") }
    builder.post("u", by: "ana", at: "2018-07-01")
    let inputs = MeasureInputs(criticism: [
      CriticismEntry(
        id: "slow", status: .heard, heard: try #require(CalendarDay("2018-12-01")),
        sources: (0..<6).map { ItemReference(community: "garden", item: "i\($0)") })
    ])
    let people = try notes(builder, "criticism_status.people", inputs)
    #expect(people["all entry=slow"] == "6.0" && people["all all"] == "6.0")
    #expect(try notes(builder, "contributors", inputs)["all all"] == "suppressed")
  }

  @Test("says that there is nothing to measure where the site names nothing")
  func saysNothing() throws {
    var builder = CommunityBuilder(until: "2018-12-31T00:00:00Z")
    builder.post("t", by: "ana", at: "2018-05-01")
    for metric in ["jobs.threads", "criticism_status.entries", "campaign_effect.change"] {
      #expect(try notes(builder, metric) == ["all all": "nothing to measure"])
    }
  }

  @Test("lists no word that four people used") func listsNoWordOfFew() throws {
    var builder = CommunityBuilder(until: "2018-04-01T00:00:00Z")
    builder.from = "2017-01-01"
    for day in 1...28 {
      for person in 0..<6 {
        builder.post(
          "o\(day)-\(person)", by: "p\(person)", at: "2017-06-\(padded(day, 2))", text: "weather")
        builder.post(
          "n\(day)-\(person)", by: "p\(person)", at: "2018-02-\(padded(day, 2))",
          text: person < 4 ? "moss fern" : "fern")
      }
    }
    let rising = try notes(builder, "topics.rising")
    #expect(rising["2018-Q1 term=fern"] != nil)
    #expect(rising["2018-Q1 term=moss"] == nil)
  }

  /// Of 2,000 items each time: a word of all, one that drifts, one of the language, one that rises.
  @Test("lists words that rose, not those that drift or say nothing") func listsWhatRose() throws {
    var builder = CommunityBuilder(until: "2018-04-01T00:00:00Z")
    builder.from = "2017-01-01"
    for number in 0..<2000 {
      let person = "p\(number % 40)"
      let month = padded(number % 3 + 1, 2)
      func words(_ drifting: Int, _ rising: Int) -> String {
        "disk" + (number % 100 < drifting ? " backup" : "")
          + (number % 100 < rising ? " scheduler because" : "")
      }
      builder.post("o\(number)", by: person, at: "2017-\(month)-05", text: words(50, 2))
      builder.post("n\(number)", by: person, at: "2018-\(month)-05", text: words(58, 9))
    }
    let rising = try notes(builder, "topics.rising")
    #expect(rising.keys.sorted() == ["2018-Q1 term=scheduler"])
  }

  @Test("reads neither deleted items nor those of bots") func readsNoDeleted() throws {
    var builder = CommunityBuilder(until: "2018-12-31T00:00:00Z")
    builder.post("a", by: "ana", at: "2018-05-01", text: "How does it work?")
    builder.post("b", by: "ben", at: "2018-05-02", deleted: "2018-06-01", text: "Why?")
    builder.post("c", by: "helpbot", at: "2018-05-03", text: "What?")
    let codes = try notes(builder, "codes.items")
    #expect(codes["2018 code=question"] == "1.0")
    #expect(try notes(builder, "codes.threads")["2018 code=question"] == "0.5")
  }
}
