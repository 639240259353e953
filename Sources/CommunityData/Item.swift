package import Basics

/// One post, reply, comment or message of a community: one line of `items.ndjson`.
///
/// Only id, author, time and text exist on every platform; everything else may be absent.
package struct Item: Sendable, Equatable {
  package enum Kind: String, Sendable, CaseIterable {
    case post, reply, question, answer, comment, issue, message, boost, system
  }

  package enum MediaType: String, Sendable, CaseIterable {
    case markdown = "text/markdown"
    case html = "text/html"
    case plain = "text/plain"
  }

  /// Unique in the community; the platform's own id, prefixed by its kind where ids collide.
  package var id: String
  package var type: Kind
  /// A member id; nil when the author's account was deleted.
  package var attributedTo: String?
  package var published: Timestamp
  package var updated: Timestamp?
  package var deleted: Timestamp?
  /// The title.
  package var name: String?
  /// The body, in `mediaType`.
  package var content: String?
  package var mediaType: MediaType?
  /// A BCP 47 tag.
  package var language: String?
  /// The id of the item it answers.
  package var inReplyTo: String?
  /// The id of its thread: the id of the item that started it, or the platform's own.
  package var context: String?
  /// The id of the place inside the community.
  package var channel: String?
  /// The permalink in the community's own place.
  package var url: String?
  package var tag: [String]
  /// Member ids.
  package var mentions: [String]
  package var reactions: [Reaction]
  package var score: Int?
  /// On a question, the id of the accepted answer.
  package var accepted: String?
  package var state: String?
  package var closed: Timestamp?
  package var codes: [CodeMark]
  /// The SPDX id of its own content licence, where it differs from item to item.
  package var licence: String?
  /// Names of the fields that the importer inferred instead of read.
  package var derived: [String]

  package init(id: String, type: Kind, attributedTo: String?, published: Timestamp) {
    self.id = id
    self.type = type
    self.attributedTo = attributedTo
    self.published = published
    tag = []
    mentions = []
    reactions = []
    codes = []
    derived = []
  }
}

/// How often one reaction was given to an item.
package struct Reaction: Sendable, Equatable {
  package var name: String
  package var count: Int

  package init(name: String, count: Int) {
    self.name = name
    self.count = count
  }
}

/// A code of the codex given to an item; human coding wins over machine coding.
package struct CodeMark: Sendable, Equatable {
  package enum Coder: String, Sendable { case human, machine }

  package var code: String
  package var by: Coder
  /// The phrase that gave the code, for machine coding.
  package var cue: String?

  package init(code: String, by: Coder, cue: String? = nil) {
    self.code = code
    self.by = by
    self.cue = cue
  }
}
