package import Basics
internal import JSONText

/// A person's details, kept apart from the ledger so that they can be erased.
package struct ConsentPerson: Sendable, Hashable {
  /// `p-0007`
  package var id: String
  package var name: String
  /// How to reach them, as they wish to be reached.
  package var contact: String?
  package var profile: WebAddress?
  /// What they can be asked about, or what they did.
  package var note: String?

  package init(id: String, name: String) {
    self.id = id
    self.name = name
  }
}

/// `Content/consent/people.ndjson`.
package enum PeopleFile {
  private static let fields = ["id", "name", "contact", "profile", "note"]

  package static func bytes(of people: [ConsentPerson]) -> [UInt8] {
    var writer = JSONWriter()
    for person in people.sorted(by: { $0.id < $1.id }) {
      writer.object { object in
        object.field("id", person.id)
        object.field("name", person.name)
        object.field("contact", ifPresent: person.contact)
        object.field("profile", ifPresent: person.profile?.text)
        object.field("note", ifPresent: person.note)
      }
      writer.endLine()
    }
    return writer.bytes
  }

  /// Every fault is reported with its place.
  package static func read(
    _ source: SourceText
  ) -> (people: [ConsentPerson], diagnostics: [Diagnostic]) {
    var people: [ConsentPerson] = []
    var diagnostics: [Diagnostic] = []
    var start = 0
    while start < source.bytes.count {
      let end =
        source.bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? source.bytes.count
      var findings = LineFindings(source, start..<end)
      let person = read(Array(source.bytes[start..<end]), &findings)
      if let person, people.contains(where: { $0.id == person.id }) {
        findings.report(LinkDirectoryCodes.people, "the person `\(person.id)` comes twice")
      } else if let person {
        people.append(person)
      }
      diagnostics += findings.diagnostics
      start = end + 1
    }
    return (people, diagnostics)
  }

  private static func read(_ bytes: [UInt8], _ findings: inout LineFindings) -> ConsentPerson? {
    do throws(JSONFault) {
      guard let object = try JSONValue(parsing: bytes).object else {
        findings.report(LinkDirectoryCodes.people, "a line of the people file is an object")
        return nil
      }
      var reader = FieldReader(object, findings)
      defer { findings = reader.findings }
      reader.refuseOthers(than: fields, in: "a person")
      reader.require(["id", "name"], in: "a person")
      return person(&reader)
    } catch {
      findings.report(
        LinkDirectoryCodes.people, "not a line of the people file: \(error.reason)",
        at: error.offset..<error.offset + 1)
      return nil
    }
  }

  private static func person(_ reader: inout FieldReader) -> ConsentPerson? {
    let id = reader.text("id", "`p-…`") { ConsentSubject($0)?.isPerson == true ? $0 : nil }
    let name = reader.text("name", "a name") { $0.isEmpty ? nil : $0 }
    let contact = reader.text("contact", "a text") { $0.isEmpty ? nil : $0 }
    let profile = reader.text("profile", "a web address") { WebAddress($0) }
    let note = reader.text("note", "a text") { $0.isEmpty ? nil : $0 }
    guard let id, let name else { return nil }
    var person = ConsentPerson(id: id, name: name)
    person.contact = contact
    person.profile = profile
    person.note = note
    return person
  }
}
