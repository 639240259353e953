internal import Basics
internal import JSONText

extension MeasureInputs {
  /// What the measures are told beside the snapshots, for whoever computes them a second time.
  package func json() -> [UInt8] {
    var writer = JSONWriter(style: .pretty)
    writer.object { object in
      object.list("codes", codex.codes) { $0.write($1) }
      object.name("stop_words")
      object.array { list in StopWords(of: codex).sorted.forEach { list.string($0) } }
      object.list("jobs", jobs) { object, job in
        object.text("id", job.id)
        object.list("phrases", job.phrases) { $0.write($1) }
        object.name("communities")
        object.array { list in job.communities.forEach { list.string($0) } }
      }
      object.list("criticism", criticism) { $0.write($1) }
      object.list("media", media) { object, asset in
        object.text("address", asset.address)
        object.text("kind", asset.kind.rawValue)
      }
      object.list("campaigns", campaigns) { object, campaign in
        object.text("id", campaign.id)
        object.text("from", campaign.from.description)
        object.text("to", campaign.to?.description)
        object.name("communities")
        object.array { list in campaign.communities.forEach { list.string($0) } }
      }
    }
    return writer.bytes + Array("\n".utf8)
  }
}

extension JSONWriter {
  fileprivate mutating func list<Element>(
    _ name: String, _ elements: [Element], _ body: (inout JSONWriter, Element) -> Void
  ) {
    self.name(name)
    array { list in
      for element in elements { list.object { body(&$0, element) } }
    }
  }

  fileprivate mutating func text(_ name: String, _ text: String?) {
    self.name(name)
    if let text { string(text) } else { null() }
  }

  fileprivate mutating func write(_ code: Codex.Code) {
    text("id", code.id)
    text("title", code.title)
    text("meaning", code.meaning)
    list("phrases", code.phrases) { $0.write($1) }
    list("except", code.exceptions) { $0.write($1) }
    name("examples")
    array { list in code.examples.forEach { list.string($0) } }
  }

  fileprivate mutating func write(_ phrase: Codex.Phrase) {
    text("text", phrase.text)
    text("language", phrase.language)
  }

  fileprivate mutating func write(_ entry: CriticismEntry) {
    text("id", entry.id)
    text("status", entry.status.rawValue)
    text("heard", entry.heard.description)
    text("answered", entry.answered?.description)
    list("sources", entry.sources) { object, source in
      object.text("community", source.community)
      object.text("item", source.item)
    }
  }
}
