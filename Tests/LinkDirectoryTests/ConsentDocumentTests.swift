import Foundation
import LinkDirectory
import Testing

/// docs/consent.md and the ledger say the same.
@Suite struct ConsentDocumentTests {
  private let text: String

  init() throws {
    let root = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    text = try String(contentsOf: root.appendingPathComponent("docs/consent.md"), encoding: .utf8)
  }

  @Test func tablesWhichEventHasWhichField() throws {
    let lines = text.split(separator: "\n")
    let start = try #require(lines.firstIndex { $0.hasPrefix("| Field | grant |") })
    let events = lines[start].split(separator: "|").dropFirst()
      .compactMap { ConsentEvent.Kind(rawValue: $0.trimmingCharacters(in: .whitespaces)) }
    #expect(events == ConsentEvent.Kind.allCases)
    var seen: Set<LedgerField> = []
    for line in lines[(start + 2)...].prefix(while: { $0.hasPrefix("|") }) {
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      let isPerson = cells[0].contains("(people")
      for name in cells[0].split(separator: "`") {
        guard let field = LedgerField(rawValue: String(name)), name != "quote" else { continue }
        seen.insert(field)
        for (event, need) in zip(events, cells.dropFirst()) {
          #expect(
            field.need(in: event, isPerson: isPerson).rawValue == need,
            "\(field.rawValue) of \(event.rawValue)")
        }
      }
    }
    #expect(seen == Set(LedgerField.allCases))
  }

  @Test func namesEveryWordOfTheLedger() {
    let words =
      ConsentScope.allCases.map(\.rawValue) + ConsentRole.allCases.map(\.rawValue)
      + ConsentStanding.allCases.map(\.rawValue) + ConsentMethod.allCases.map(\.rawValue)
      + ConsentPurpose.allCases.map(\.rawValue) + ConsentEvent.Kind.allCases.map(\.rawValue)
    for word in words { #expect(text.contains("`\(word)`"), "\(word)") }
  }

  @Test func describesEveryVerb() {
    for verb in [
      "grant", "renew", "revoke", "erase", "show", "verify", "notice",
    ] {
      #expect(text.contains("meadow consent \(verb)"), "\(verb)")
    }
    for verb in ["suspend", "resume"] { #expect(text.contains("`\(verb)`"), "\(verb)") }
  }
}
