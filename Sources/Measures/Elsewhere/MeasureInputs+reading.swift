internal import Basics
internal import JSONText

extension MeasureInputs {
  /// Reads what ``json()`` wrote; stop words follow from the codex and are not read.
  init(json source: SourceText) throws(MeasuredFault) {
    let root: JSONValue
    do throws(JSONFault) {
      root = try JSONValue(parsing: source.bytes)
    } catch {
      throw .inputs(error.reason)
    }
    self.init(
      codex: Codex(codes: try root.list("codes", Codex.Code.init)),
      jobs: try root.list("jobs", Job.init),
      criticism: try root.list("criticism", CriticismEntry.init),
      media: try root.list("media", MediaAsset.init),
      campaigns: try root.list("campaigns", CampaignDays.init))
  }

  /// The folders and files of the content that say something else than they did, as a site has them.
  func changes(since other: MeasureInputs) -> [String] {
    var changed: [String] = []
    if codex != other.codex { changed.append("codex.yaml") }
    if Set(jobs) != Set(other.jobs) { changed.append("jobs/") }
    if Set(criticism) != Set(other.criticism) { changed.append("criticism/") }
    if Set(media) != Set(other.media) { changed.append("media/") }
    if Set(campaigns) != Set(other.campaigns) { changed.append("campaigns/") }
    return changed
  }
}

extension Codex.Code {
  fileprivate init(_ value: JSONValue) throws(MeasuredFault) {
    self.init(
      id: try value.text("id"), title: try value.text("title"), meaning: try value.text("meaning"),
      phrases: try value.list("phrases", Codex.Phrase.init),
      exceptions: try value.list("except", Codex.Phrase.init),
      examples: try value.texts("examples"))
  }
}

extension Codex.Phrase {
  fileprivate init(_ value: JSONValue) throws(MeasuredFault) {
    self.init(try value.text("text"), language: value["language"]?.string)
  }
}

extension Job {
  fileprivate init(_ value: JSONValue) throws(MeasuredFault) {
    self.init(
      id: try value.text("id"), phrases: try value.list("phrases", Codex.Phrase.init),
      communities: try value.texts("communities"))
  }
}

extension CriticismEntry {
  fileprivate init(_ value: JSONValue) throws(MeasuredFault) {
    guard let status = Status(rawValue: try value.text("status")) else {
      throw .inputs("`status` of criticism is unknown")
    }
    self.init(
      id: try value.text("id"), status: status, heard: try value.day("heard"),
      answered: value["answered"]?.string.flatMap { CalendarDay($0) },
      sources: try value.list("sources") { source throws(MeasuredFault) in
        ItemReference(community: try source.text("community"), item: try source.text("item"))
      })
  }
}

extension MediaAsset {
  fileprivate init(_ value: JSONValue) throws(MeasuredFault) {
    guard let kind = Kind(rawValue: try value.text("kind")) else {
      throw .inputs("`kind` of media is unknown")
    }
    self.init(address: try value.text("address"), kind: kind)
  }
}

extension CampaignDays {
  fileprivate init(_ value: JSONValue) throws(MeasuredFault) {
    self.init(
      id: try value.text("id"), from: try value.day("from"),
      to: value["to"]?.string.flatMap { CalendarDay($0) },
      communities: try value.texts("communities"))
  }
}

extension JSONValue {
  fileprivate func text(_ name: String) throws(MeasuredFault) -> String {
    guard let text = self[name]?.string else { throw .inputs("`\(name)` is missing, or no text") }
    return text
  }

  fileprivate func day(_ name: String) throws(MeasuredFault) -> CalendarDay {
    guard let day = CalendarDay(try text(name)) else { throw .inputs("`\(name)` is no day") }
    return day
  }

  fileprivate func texts(_ name: String) throws(MeasuredFault) -> [String] {
    try list(name) { value throws(MeasuredFault) in
      guard let text = value.string else { throw .inputs("`\(name)` lists what is no text") }
      return text
    }
  }

  fileprivate func list<Element>(
    _ name: String, _ element: (JSONValue) throws(MeasuredFault) -> Element
  ) throws(MeasuredFault) -> [Element] {
    guard let values = self[name]?.array else { throw .inputs("`\(name)` is missing, or no list") }
    var elements: [Element] = []
    for value in values { elements.append(try element(value)) }
    return elements
  }
}
