package import Basics
internal import Measures

/// What changed between two editions, in words.
package struct EditionComparison: Sendable {
  package let older: Edition
  package let newer: Edition
  /// In the order in which they are told of; others are not mentioned.
  let communities: [ComparedCommunity]
  package let wording: Wording

  /// Compares the communities a site publishes now.
  init(
    _ older: Edition, _ newer: Edition, _ wording: Wording, communities: [ComparedCommunity]
  ) {
    self.wording = wording
    self.older = older
    self.newer = newer
    self.communities = communities
  }

  /// Compares all communities of both editions, called by their slugs.
  package init(_ older: Edition, _ newer: Edition, _ wording: Wording) {
    let slugs = Set((older.communities + newer.communities).map(\.slug)).sorted()
    self.init(
      older, newer, wording,
      communities: slugs.map { ComparedCommunity(slug: $0, name: $0, threshold: 0) })
  }

  /// Figures first, then communities and pages.
  package var changes: [EditionChange] {
    let moved = figures
    let none = EditionChange(.figure, wording(.noFigureMoved))
    return (moved.isEmpty ? [none] : moved) + arrivals + pages
  }

  /// Addresses of the newer edition that the older one has not, sorted.
  package var newAddresses: [SitePath] { difference(newer, older) }

  /// Addresses of the older edition that the newer one has not, sorted.
  package var vanishedAddresses: [SitePath] { difference(older, newer) }

  private func difference(_ left: Edition, _ right: Edition) -> [SitePath] {
    let known = Set(right.addresses)
    return left.addresses.filter { !known.contains($0) }
  }

  // MARK: Changes

  private var figures: [EditionChange] {
    communities.flatMap { community in
      HeadlineFigure.allCases.compactMap { figure in
        FigureMovement(figure, of: community, from: older, to: newer).map { movement in
          change(movement, of: community)
        }
      }
    }
  }

  private func change(_ movement: FigureMovement, of community: ComparedCommunity) -> EditionChange
  {
    let words = movement.words(wording)
    return EditionChange(
      movement.usual == nil ? .figure : .settling,
      communities.count > 1
        ? wording(.changeOf, ["name": .text(community.name), "words": .text(words)]) : words,
      verdict: movement.verdict)
  }

  private var arrivals: [EditionChange] {
    communities.compactMap { community in
      let was = older.communities.contains { $0.slug == community.slug }
      let isThere = newer.communities.contains { $0.slug == community.slug }
      if was == isThere { return nil }
      return EditionChange(
        .community,
        wording(
          isThere ? .communityIsNew : .communityIsGone, ["name": .text(community.name)]))
    }
  }

  private var pages: [EditionChange] {
    let new = newAddresses.count { $0.fileExtension == "html" }
    let gone = vanishedAddresses.count { $0.fileExtension == "html" }
    let texts = [
      new > 0 ? wording(.pagesAreNew, ["n": .count(new)]) : nil,
      gone > 0 ? wording(.pagesAreGone, ["n": .count(gone)]) : nil,
    ].compactMap(\.self)
    return texts.isEmpty
      ? [] : [EditionChange(.address, texts.joined(separator: wording.listSeparator))]
  }
}

/// A community as changes speak of it.
struct ComparedCommunity: Sendable {
  var slug: String
  var name: String
  /// The fewest people a figure about it may be about today, whatever it was when an edition was sealed.
  var threshold: Int
}
