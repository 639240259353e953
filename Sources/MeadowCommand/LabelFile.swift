package import Basics
internal import CommunityData
internal import Importers
package import Measures

/// A table of texts that people judged: CSV (RFC 4180) with a column `text` and one column a code.
///
/// A code's cells say `yes`, `no`, or nothing where nobody judged it. Columns `title`, `language` (BCP
/// 47) and `media_type` (`text/plain`, `text/markdown`, `text/html`) may be there too.
///
///     text,criticism,praise
///     "Works like a charm, thanks!",no,yes
package struct LabelFile {
  private enum Role {
    case text, title, language, mediaType, code(String)

    var isText: Bool { if case .text = self { true } else { false } }
  }

  private let name: String
  private var roles: [Role] = []
  package private(set) var texts: [JudgedText] = []

  /// `name` is how findings call the file, `codes` the codes there are.
  package init(_ bytes: [UInt8], name: String, codes: [String]) throws(Diagnostic) {
    self.name = name
    var rest = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    var line = 1
    while !rest.isEmpty {
      let (fields, length) = try record(rest, line)
      if roles.isEmpty {
        roles = try fields.map { field throws(Diagnostic) in try role(field, codes) }
        guard roles.contains(where: \.isText) else {
          throw finding("a file of judged texts has a column `text`", line, fix: "add `text`")
        }
      } else if fields != [""] {
        texts.append(try judged(fields, line))
      }
      line += rest.prefix(length).count { $0 == UInt8(ascii: "\n") }
      rest = rest.dropFirst(length)
    }
  }

  private func record(
    _ bytes: ArraySlice<UInt8>, _ line: Int
  ) throws(Diagnostic) -> ([String], Int) {
    switch DelimitedSyntax.commas.parse(bytes, isWhole: true) {
    case .fields(let fields, let length):
      return (fields.map { String(decoding: $0, as: UTF8.self) }, length)
    case .fault(let reason): throw finding(reason, line, fix: nil)
    case .incomplete: throw finding("the record is not complete", line, fix: nil)
    }
  }

  private func role(_ head: String, _ codes: [String]) throws(Diagnostic) -> Role {
    switch head {
    case "text": return .text
    case "title": return .title
    case "language": return .language
    case "media_type": return .mediaType
    default:
      guard codes.contains(head) else {
        throw finding(
          "the codex has no code `\(head)`", 1,
          fix: suggestion(for: head, among: codes) ?? "known: " + codes.joined(separator: ", "))
      }
      return .code(head)
    }
  }

  private func judged(_ fields: [String], _ line: Int) throws(Diagnostic) -> JudgedText {
    guard fields.count == roles.count else {
      throw finding(
        "the record has \(fields.count) fields instead of \(roles.count)", line,
        fix: "put a text with commas in quotation marks")
    }
    var text = JudgedText(content: "", judged: [:])
    for (role, field) in zip(roles, fields) {
      switch role {
      case .text: text.content = field
      case .title: text.title = field
      case .language: text.language = field.isEmpty ? nil : field
      case .mediaType: text.mediaType = try mediaType(field, line)
      case .code(let code): text.judged[code] = try judgement(field, code, line)
      }
    }
    return text
  }

  private func mediaType(_ field: String, _ line: Int) throws(Diagnostic) -> Item.MediaType? {
    if field.isEmpty { return nil }
    guard let type = Item.MediaType(rawValue: field) else {
      let known = Item.MediaType.allCases.map(\.rawValue).joined(separator: ", ")
      throw finding("unknown media type `\(field)`", line, fix: "known: \(known)")
    }
    return type
  }

  private func judgement(
    _ field: String, _ code: String, _ line: Int
  ) throws(Diagnostic) -> Bool? {
    switch field {
    case "yes": return true
    case "no": return false
    case "": return nil
    default:
      throw finding(
        "`\(field)` is no judgement of `\(code)`", line, fix: "write `yes`, `no` or nothing")
    }
  }

  private func finding(_ message: String, _ line: Int, fix: String?) -> Diagnostic {
    Diagnostic(
      MeadowCommandCodes.labels, message, at: SourceLocation(file: name, line: line), fix: fix)
  }
}
