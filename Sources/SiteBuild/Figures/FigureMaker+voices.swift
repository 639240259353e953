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
      titled: wording(
        .postsPraise,
        [
          "praise": .text(wording.value(whole.0)), "criticism": .text(wording.value(whole.1)),
        ]),
      of: community, rows, number
    ) { heading in
      draw(
        DivergingBars(
          heading: heading, nameHeader: wording(.topic),
          sides: (
            DivergingBars.Side(header: wording(.criticism), word: wording(.critical)),
            DivergingBars.Side(header: wording(.praise), word: wording(.praising))
          ), rows: bars))
    }
  }

  /// How many conversations each topic had in the last full year, or over the whole time.
  func topics(of community: PublishedCommunity, number: Int) -> Figure? {
    let rows = plan.mostTalkedAbout(in: community).prefix(mostRows)
    guard let most = rows.first else { return nil }
    let bars = rows.map { row in
      BarTable.Row(name: community.topicName(row.segment), value: ChartValue(row, wording))
    }
    return figure(
      titled: wording(
        .mostTalkedAbout,
        [
          "period": .text(wording.within(most.period)),
          "topic": .text(community.topicName(most.segment)),
        ]),
      of: community, Array(rows), number
    ) { heading in
      draw(
        BarTable(
          heading: heading, unit: .count(noun: "conversations"),
          headers: (wording(.topic), wording(.conversations)), rows: bars))
    }
  }

  /// The words whose use rose most in the last full quarter.
  func risingTerms(of community: PublishedCommunity, number: Int) -> Figure? {
    let rows = plan.risingWords(in: community).prefix(mostRows)
    guard let most = rows.first else { return nil }
    let bars = rows.map { row in
      BarTable.Row(
        name: community.topicName(row.segment), value: ChartValue(row, wording),
        note: row.result.value?.n.map { wording(.inConversations, ["n": .count($0)]) })
    }
    return figure(
      titled: wording(
        .risingWord,
        [
          "period": .text(wording.inShort(most.period)),
          "word": .text(community.topicName(most.segment)),
        ]),
      of: community, Array(rows), number
    ) { heading in
      draw(
        BarTable(
          heading: heading, unit: .ratio,
          headers: (wording(.word), wording(.deviationsAbove)), rows: bars))
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
      titled: wording(
        .mostPeopleShare, ["domain": .text(community.topicName(most.segment))]),
      of: community, Array(rows), number
    ) { heading in
      draw(
        BarTable(
          heading: heading, unit: .count(noun: "people"),
          headers: (wording(.domain), wording(.people)), rows: bars))
    }
  }

  /// What we asked of the place against what we gave it, by quarter.
  func giveAndTake(of community: PublishedCommunity, number: Int) -> Figure? {
    func quarters(_ part: String) -> [Measurement] {
      let rows = try? plan.table.series(
        metric: "give_and_take.\(part)", community: community.slug, period: .quarter)
      return (rows ?? []).filter { $0.value != nil && $0.isWhole }.suffix(mostRows)
    }
    let (asked, gave) = (quarters("asked"), quarters("gave"))
    let bars = zip(asked, gave).filter { ($0.value ?? 0) + ($1.value ?? 0) > 0 }.map {
      asked, gave in
      DivergingBars.Row(
        name: wording.inShort(gave.period), left: ChartValue(asked, wording),
        right: ChartValue(gave, wording))
    }
    guard !bars.isEmpty else { return nil }
    func times(_ rows: [Measurement]) -> MessageValue {
      .text(wording(.times, ["n": .count(rows.reduce(0) { $0 + Int($1.value ?? 0) })]))
    }
    return figure(
      titled: wording(.gaveAndAsked, ["gave": times(gave), "asked": times(asked)]),
      of: community, asked + gave, number
    ) { heading in
      var chart = DivergingBars(
        heading: heading, nameHeader: wording(.quarter),
        sides: (
          DivergingBars.Side(header: wording(.weAsked), word: wording(.askedTimes)),
          DivergingBars.Side(header: wording(.weGave), word: wording(.givenTimes))
        ), rows: bars)
      chart.keepsOrder = true
      chart.ratioHeader = wording(.gavePerAsk)
      return draw(chart)
    }
  }
}

private let mostRows = 12

extension PublishedCommunity {
  /// What a segment cuts by, in a reader's words: a channel's own name, a tag, a word, a domain.
  func topicName(_ segment: Segment) -> String {
    guard let (key, value) = segment.pairs.first else { return segment.description }
    let channel = key == "channel" ? data.channels.first { $0.id == value } : nil
    return channel?.name ?? value.shown
  }
}
