/// A place inside a community: one line of `channels.ndjson`.
package struct Channel: Sendable, Equatable {
  package var id: String
  package var name: String
  package var parent: String?

  package init(id: String, name: String, parent: String? = nil) {
    self.id = id
    self.name = name
    self.parent = parent
  }
}
