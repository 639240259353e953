internal import Basics
internal import CommunityData
internal import LinkDirectory

extension LiveConsent {
  /// What is allowed at a moment, with the posts that gave consent looked up in the newest snapshots.
  ///
  /// A clock turned back is an error; then nothing is allowed.
  static func of(
    _ input: SiteInput, asOf moment: Timestamp, diagnostics: inout [Diagnostic]
  ) -> LiveConsent {
    do throws(Diagnostic) {
      return try input.consent.live(asOf: moment, gonePosts: gonePosts(input))
    } catch {
      diagnostics.append(error)
      return .none(asOf: moment)
    }
  }

  /// Addresses of evidence that is a post, where the newest snapshot has the post no longer, or has it
  /// without the sentence.
  private static func gonePosts(_ input: SiteInput) -> Set<WebAddress> {
    var gone: Set<WebAddress> = []
    for community in input.communities {
      guard let data = community.data,
        let subject = community.file.fields.subject.flatMap({ ConsentSubject($0.value) })
      else { continue }
      for event in input.consent.ledger.events where event.subject == subject {
        guard event.method == .post, event.kind.isYes, let url = event.evidence?.url,
          !stillSays(event, at: url, in: data)
        else { continue }
        gone.insert(url)
      }
    }
    return gone
  }

  private static func stillSays(
    _ event: ConsentEvent, at url: WebAddress, in data: Community
  ) -> Bool {
    let row = data.items.urls.indices.first { data.string(data.items.urls[$0]) == url.text }
    // A post that no snapshot ever held proves nothing either way: its captured bytes do.
    guard let row else { return true }
    guard data.items.deleted[row] == .max else { return false }
    let text = VisibleText.of(
      data.string(data.items.contents[row]) ?? "", data.items.mediaTypes[row])
    guard let terms = try? GrantSentence.find(in: text) else { return false }
    return event.scopes.allSatisfy { terms.scopes.contains($0) }
  }
}
