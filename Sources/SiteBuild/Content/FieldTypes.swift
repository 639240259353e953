internal import Basics
internal import LinkDirectory
internal import MarkdownHTML
internal import Measures

extension FieldType<String> {
  static let text = FieldType(name: "a text") { value in
    // White space alone would be a heading, or a link, that nobody sees.
    value.text.flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 }
  }

  static let slug = FieldType(name: "a name in small letters, digits and hyphens") { value in
    value.text.flatMap { Slug($0)?.text }
  }

  /// The file name, without its ending, of another file of content.
  static func file(of folder: ContentFolder) -> FieldType {
    FieldType(name: "the file name of \(folder.noun)") { value, reading in
      guard let slug = value.text.flatMap({ Slug($0) }) else { return nil }
      reading.note(
        ContentReference(target: .file(in: folder), name: slug.text, place: value.place))
      return slug.text
    }
  }

  /// Any page that an author wrote, by its folder and file name.
  static let page = FieldType(name: "a page as `insights/first-reply`") { value, reading in
    guard let text = value.text, text.contains("/") else { return nil }
    reading.note(ContentReference(target: .page, name: text, place: value.place))
    return text
  }

  /// The random id of somebody in the consent ledger: `c-7f3k9q`, `p-7f3k9q`.
  static func ledgerID(_ letter: Character) -> FieldType {
    FieldType(name: "an id of the consent ledger (\(letter)-…)") { value in
      value.text.flatMap { text in
        text.first == letter && ConsentSubject(text) != nil ? text : nil
      }
    }
  }

  /// A BCP 47 tag: `en`, `de-AT`, `sr-Latn`.
  static let language = FieldType(name: "a language tag (en, de-AT)") { value in
    value.text.flatMap { isLanguageTag($0) ? $0 : nil }
  }

  private static func isLanguageTag(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let areAlphanumeric = parts.allSatisfy { part in
      (1...8).contains(part.utf8.count) && part.utf8.allSatisfy(\.isASCIILetterOrDigit)
    }
    guard areAlphanumeric, let first = parts.first, (2...3).contains(first.utf8.count) else {
      return false
    }
    return first.utf8.allSatisfy { $0 > UInt8(ascii: "9") }
  }
}

extension FieldType<[Placed<String>]> {
  /// A list of texts; one text with a comma in it was meant as several.
  static var tags: FieldType {
    let list = FieldType.list(FieldType<String>.text)
    var type = list
    type.parse = { value, reading in
      guard let text = value.text, text.contains(",") else { return list.parse(value, &reading) }
      let words = text.split(separator: ",")
        .map { $0.split(separator: " ").joined(separator: " ") }.filter { !$0.isEmpty }
      reading.note(
        SiteBuildCodes.wrongType, "`tags` wants a list, and this is one text with a comma",
        at: value.place, fix: "write `[\(words.joined(separator: ", "))]`")
      return nil
    }
    return type
  }
}

extension FieldType where Value: RawRepresentable<String> & CaseIterable {
  /// One of some words.
  static var oneOf: FieldType {
    let words = Value.allCases.map(\.rawValue)
    return FieldType(
      name: "one of " + words.map { "`\($0)`" }.joined(separator: ", "), words: words
    ) { value in
      value.text.flatMap { Value(rawValue: $0) }
    }
  }
}

extension FieldType<Int> {
  static let integer = FieldType(name: "a whole number") { $0.integer }

  /// A whole number from 1 on.
  static let count = FieldType(name: "a whole number from 1 on") { value in
    value.integer.flatMap { $0 >= 1 ? $0 : nil }
  }
}

extension FieldType<Bool> {
  static let flag = FieldType(name: "`true` or `false`", words: ["true", "false"]) { $0.boolean }
}

extension FieldType<CalendarDay> {
  static let day = FieldType(name: "a day (2026-11-21)") { $0.day }
}

extension FieldType<Timestamp> {
  /// A day is its beginning in UTC.
  static let moment = FieldType(name: "a day (2026-11-21) or a time (2026-11-21T09:30:00Z)") {
    value in
    value.day.map { Timestamp($0) } ?? value.timestamp
  }
}

extension FieldType<WebAddress> {
  static let address = FieldType(name: "a web address (https://…)") { value in
    value.text.flatMap { WebAddress($0) }
  }
}

extension FieldType<ContactAddress> {
  static let contact = FieldType(name: "a web address (https://…) or a mail address") { value in
    value.text.flatMap { ContactAddress($0) }
  }
}

extension FieldType<MetricName> {
  static let metric = FieldType(name: "a metric (`time_to_first_response.median`)") {
    value, reading in
    guard let text = value.text else { return nil }
    do throws(MeasureError) {
      return try Metrics.name(text)
    } catch {
      reading.note(error.diagnostic(at: reading.source.excerpt(at: value.place)))
      return nil
    }
  }
}

extension FieldType<Licence> {
  static let licence = FieldType(
    name: "an SPDX id such as `CC-BY-4.0`, or a map with `title` and `url`"
  ) { value in
    if let id = value.text { return Licence(id: id) }
    guard let title = value["title"]?.text, let url = value["url"]?.text,
      let address = WebAddress(url), value.entries?.count == 2
    else { return nil }
    return Licence(title: title, address: address)
  }
}
