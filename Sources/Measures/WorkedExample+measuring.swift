internal import Basics
internal import CommunityData

extension Metric {
  /// What the metric says about its worked example, with nothing hidden: its people are invented.
  ///
  /// In the order of the results; nil for a row without a number or that is not there at all.
  package func measuredExample() -> [Double?] {
    guard let community = example.community() else { return [] }
    var settings = MeasureSettings.standard
    settings.inputs = example.inputs
    let texts = TextFindings(community, settings.inputs)
    let rows = findings(in: Frame(community, settings, texts)).rows
    return example.results.map { result in
      let row = rows.first {
        $0.part == result.part && $0.place.period.description == result.period
          && $0.place.segment.description == result.segment
      }
      return if case .estimate(let estimate)? = row?.outcome { estimate.value } else { nil }
    }
  }
}

extension WorkedExample {
  /// nil when a time cannot be read; a test makes sure that all can.
  func community() -> Community? {
    let posts = posts.flatMap { [Post](repeating: $0, count: $0.count) }
    let times = posts.compactMap { moment($0.at) }
    guard times.count == posts.count, let first = times.first, let end = moment(until),
      times == times.sorted()
    else { return nil }
    let window = SnapshotManifest.Window(from: first, to: end)
    var manifest = SnapshotManifest(
      community: "example", platform: "example", origin: "https://example.org/", collected: end,
      window: window)
    manifest.measurable.threads = true
    manifest.measurable.replies = true
    manifest.measurable.roles = true
    let authors = posts.reduce(into: [String]()) { names, post in
      if !names.contains(post.author) { names.append(post.author) }
    }
    var text = TextStore()
    let items = columns(posts, times, authors, &text)
    return Community(
      slug: "example", manifest: manifest, members: authors.map(member), channels: [],
      items: items, text: text)
  }

  private func columns(
    _ posts: [Post], _ times: [Timestamp], _ authors: [String], _ text: inout TextStore
  ) -> ItemColumns {
    var items = ItemColumns()
    items.tags = Set(posts.flatMap(\.tags)).sorted()
    items.codeNames = Set(posts.flatMap(\.codes)).sorted()
    for (row, post) in posts.enumerated() {
      let start = posts.firstIndex { $0.thread == post.thread } ?? row
      items.append(post.kind, by: authors.firstIndex(of: post.author) ?? -1, at: times[row])
      items.ids.append(text.append("i\(row + 1)".utf8))
      items.contents.append(post.text.isEmpty ? .absent : text.append(post.text.utf8))
      items.addNames(of: post)
      items.threads.append(Int32(start))
      items.parents.append(start == row ? -1 : Int32(start))
      items.accepted.append(-1)
    }
    for post in posts where post.isAccepted {
      guard let row = posts.firstIndex(of: post) else { continue }
      items.accepted[Int(items.threads[row])] = Int32(row)
    }
    return items
  }

  private func member(_ author: String) -> Member {
    if author.hasSuffix(" (bot)") { return Member(id: author, kind: .bot) }
    if author.hasSuffix(" (staff)") { return Member(id: author, role: .staff) }
    if author.hasSuffix(" (moderator)") { return Member(id: author, role: .moderator) }
    return Member(id: author)
  }

  private func moment(_ text: String) -> Timestamp? { Timestamp(text + ":00Z") }
}

extension ItemColumns {
  /// All columns but the links between items.
  fileprivate mutating func append(_ type: Item.Kind, by author: Int, at time: Timestamp) {
    types.append(type)
    authors.append(Int32(author))
    published.append(time.secondsSinceEpoch)
    updated.append(.max)
    deleted.append(.max)
    closed.append(.max)
    channels.append(-1)
    scores.append(.min)
    titles.append(.absent)
    mediaTypes.append(nil)
    urls.append(.absent)
    licences.append(.absent)
    mentionStarts.append(mentionStarts[mentionStarts.count - 1])
    hasDerivedParent.append(false)
  }

  /// Tags, and codes given by a person.
  fileprivate mutating func addNames(of post: WorkedExample.Post) {
    tagNames += post.tags.compactMap { tags.firstIndex(of: $0).map { Int32($0) } }
    tagStarts.append(Int32(tagNames.count))
    codes += post.codes.compactMap { codeNames.firstIndex(of: $0).map { Int32($0) } }
    coders += post.codes.map { _ in .human }
    codeStarts.append(Int32(codes.count))
  }
}
