internal import Basics
internal import ChartSVG
internal import CommunityData
internal import Measures

/// Figures about what a community says: its topics, praise and criticism, links, and what we gave.
extension FigureMaker {
  /// Praise against criticism by topic, over the whole time.
  func praiseAndCriticism(of community: PublishedCommunity, number: Int) -> Figure? {
    let praise = wholeTime("praise_and_criticism.praise", of: community)
    let criticism = wholeTime("praise_and_criticism.criticism", of: community)
    let rows = criticism + praise
    let pairs = zip(praise, criticism).filter { praised, criticised in
      praised.segment != .all && (praised.value ?? 0) + (criticised.value ?? 0) > 0
    }
    let weightiest = pairs.sorted {
      ($0.0.value ?? 0) + ($0.1.value ?? 0) > ($1.0.value ?? 0) + ($1.1.value ?? 0)
    }.prefix(mostRows)
    let bars = weightiest.map { praised, criticised in
      DivergingBars.Row(
        name: community.topicName(praised.segment), left: ChartValue(criticised, wording),
        right: ChartValue(praised, wording))
    }
    let whole = zip(praise, criticism).first { $0.0.segment == .all }
    guard !bars.isEmpty, let whole else { return nil }
    return figure(
      titled: "\(wording.value(whole.0)) posts praise, \(wording.value(whole.1)) criticise",
      of: community, rows, number
    ) { heading in
      draw(
        DivergingBars(
          heading: heading, nameHeader: "Topic",
          sides: (
            DivergingBars.Side(header: "Criticism", word: "critical"),
            DivergingBars.Side(header: "Praise", word: "praising")
          ), rows: bars))
    }
  }

  /// How many conversations each topic had in the last full year.
  func topics(of community: PublishedCommunity, number: Int) -> Figure? {
    let all = (try? plan.table.rows(metric: "topics.threads", community: community.slug)) ?? []
    guard let year = all.last(where: { $0.period.kind == .year && !$0.isUnfinished })?.period else {
      return nil
    }
    let rows = all.filter { $0.period == year && ($0.value ?? 0) > 0 }
      .sorted { ($0.value ?? 0) > ($1.value ?? 0) }.prefix(mostRows)
    guard let most = rows.first else { return nil }
    let bars = rows.map { row in
      BarTable.Row(name: community.topicName(row.segment), value: ChartValue(row, wording))
    }
    return figure(
      titled: "Most talked about in \(wording.inShort(year)): \(community.topicName(most.segment))",
      of: community, Array(rows), number
    ) { heading in
      draw(
        BarTable(
          heading: heading, unit: .count(noun: "conversations"),
          headers: ("Topic", "Conversations"), rows: bars))
    }
  }

  /// The words whose use rose most in the last full quarter.
  func risingTerms(of community: PublishedCommunity, number: Int) -> Figure? {
    let all = (try? plan.table.rows(metric: "topics.rising", community: community.slug)) ?? []
    let rows = all.filter { $0.value != nil }.sorted { ($0.value ?? 0) > ($1.value ?? 0) }
      .prefix(mostRows)
    guard let most = rows.first else { return nil }
    let bars = rows.map { row in
      BarTable.Row(
        name: community.topicName(row.segment), value: ChartValue(row, wording),
        note: row.result.value?.n.map { "in \($0) conversations" })
    }
    return figure(
      titled: "Rising in \(wording.inShort(most.period)): \(community.topicName(most.segment))",
      of: community, Array(rows), number
    ) { heading in
      draw(
        BarTable(
          heading: heading, unit: .ratio, headers: ("Word", "Standard deviations above last year"),
          rows: bars))
    }
  }

  /// The domains that most people share.
  func links(of community: PublishedCommunity, number: Int) -> Figure? {
    let all = wholeTime("links_shared.people", of: community)
    let rows = all.filter { $0.segment.description.hasPrefix("domain=") && $0.value != nil }
      .sorted { ($0.value ?? 0) > ($1.value ?? 0) }.prefix(mostRows)
    guard let most = rows.first else { return nil }
    let bars = rows.map { row in
      BarTable.Row(name: community.topicName(row.segment), value: ChartValue(row, wording))
    }
    return figure(
      titled: "Most people share \(community.topicName(most.segment))", of: community,
      Array(rows), number
    ) { heading in
      draw(
        BarTable(
          heading: heading, unit: .count(noun: "people"), headers: ("Domain", "People"),
          rows: bars))
    }
  }

  /// What we asked of the place against what we gave it, by quarter.
  func giveAndTake(of community: PublishedCommunity, number: Int) -> Figure? {
    func years(_ part: String) -> [Measurement] {
      let rows = try? plan.table.series(
        metric: "give_and_take.\(part)", community: community.slug, period: .quarter)
      return (rows ?? []).filter { $0.value != nil && !$0.isUnfinished }.suffix(mostRows)
    }
    let (asked, gave) = (years("asked"), years("gave"))
    let bars = zip(asked, gave).filter { ($0.value ?? 0) + ($1.value ?? 0) > 0 }.map {
      asked, gave in
      DivergingBars.Row(
        name: wording.inShort(gave.period), left: ChartValue(asked, wording),
        right: ChartValue(gave, wording))
    }
    guard !bars.isEmpty else { return nil }
    let sums = [gave, asked].map { rows in rows.reduce(0) { $0 + Int($1.value ?? 0) } }
    return figure(
      titled: "We gave \(sums[0]) times and asked \(sums[1]) times",
      of: community, asked + gave, number
    ) { heading in
      var chart = DivergingBars(
        heading: heading, nameHeader: "Quarter",
        sides: (
          DivergingBars.Side(header: "Asked", word: "asked"),
          DivergingBars.Side(header: "Gave", word: "given")
        ), rows: bars)
      chart.keepsOrder = true
      chart.ratioHeader = "Gave per ask"
      return draw(chart)
    }
  }
}

private let mostRows = 12

extension PublishedCommunity {
  /// What a segment cuts by, in a reader's words: a channel's own name, a tag, a word, a domain.
  func topicName(_ segment: Segment) -> String {
    let text = segment.description
    guard let sign = text.firstIndex(of: "=") else { return text }
    let value = String(text[text.index(after: sign)...])
    if text.hasPrefix("channel="),
      let channel = data.channels.first(where: {
        Segment("channel", $0.id) == segment
      })
    {
      return channel.name
    }
    return value
  }
}
