internal import Basics
internal import JSONText
internal import LinkDirectory
internal import MarkdownHTML

/// The items that a site's content names: those it quotes or rests on, by their ids, and posts that give
/// consent, by their addresses. Whoever measures elsewhere hands them on with the numbers.
struct NamedItems {
  /// By the name that measurements have for a community.
  private(set) var byCommunity: [String: Set<String>] = [:]
  /// What measurements call communities, by the names of their files, where they differ.
  private let slugs: [String: String]

  /// `content`: what of the input is published; `communities`: those that are.
  init(_ content: SiteContent, _ input: SiteInput, _ communities: [ClusterCommunity]) {
    slugs = Dictionary(communities.map { ($0.folder, $0.slug) }) { first, _ in first }
    let sources =
      content.criticism.flatMap(\.fields.sources) + content.insights.flatMap(\.fields.sources)
      + content.explainers.flatMap(\.fields.sources) + content.sketches.flatMap(\.fields.sources)
    for source in sources {
      let parts = source.value.split(separator: "/", maxSplits: 1).map(String.init)
      if parts.count == 2 { add(parts[1], of: parts[0]) }
    }
    let only = communities.count == 1 ? communities[0].folder : nil
    let options = ProseRenderer.markdownOptions(input.settings, input.wording)
    for entry in content.entries {
      for request in QuoteRequest.all(in: entry, options) {
        if let community = request.community ?? entry.subject ?? only {
          add(request.item, of: community)
        }
      }
    }
    addConsent(input)
  }

  private mutating func addConsent(_ input: SiteInput) {
    for community in input.communities {
      let subject = community.file.fields.subject.flatMap { ConsentSubject($0.value) }
      for event in input.consent.ledger.events where event.subject == subject {
        guard event.method == .post, let url = event.evidence?.url else { continue }
        add(url.text, of: community.slug)
      }
    }
  }

  private mutating func add(_ name: String, of community: String) {
    byCommunity[slugs[community] ?? community, default: []].insert(name)
  }

  /// `{"forum": ["post-1", …], …}`
  var json: [UInt8] {
    var writer = JSONWriter(style: .pretty)
    writer.object { object in
      for (community, names) in byCommunity.sorted(by: { $0.key < $1.key }) {
        object.name(community)
        object.array { list in names.sorted().forEach { list.string($0) } }
      }
    }
    return writer.bytes + Array("\n".utf8)
  }
}

extension QuoteRequest {
  /// The quotes of a file, as far as they can be read; its page tells what is wrong with the others.
  fileprivate static func all(
    in entry: any ContentEntry, _ options: MarkdownOptions
  ) -> [QuoteRequest] {
    let blocks = renderMarkdown(entry.source, from: entry.bodyStart, options).components
    return blocks.filter { $0.name == ProseRenderer.Component.quote.rawValue }.map { block in
      var reading = SchemaReading(entry.source)
      var request = QuoteRequest()
      QuoteRequest.schema.read(block.body, &reading, into: &request)
      return request
    }.filter { !$0.item.isEmpty }
  }
}
