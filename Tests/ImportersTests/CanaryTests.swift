import Basics
import CommunityData
import Foundation
import Importers
import JSONText
import Testing

/// Invented people looked for in a whole written snapshot, quarantine included, in every spelling that
/// a program may give their names.
struct CanaryTests {
  /// Half of the records can be read; of the others each is broken in another way.
  private static let records = """
    {"id":"1","published":"2018-01-01T00:00:00Z","attributedTo":"canaryann","content":"hi @canaryben"}
    {"id":"2","published":"2018-01-02T00:00:00Z","attributedTo":"canaryben","content":"mail canaryann@mail.example"}
    {"id":"3","published":"canarycat","attributedTo":"canarycat"}
    {"id":"4","published":"2018-01-01T00:00:00Z","type":"canarydee","attributedTo":"canarydee"}
    {"id":"5","published":"2018-01-01T00:00:00Z","score":"canaryeve","attributedTo":"canaryeve"}
    {"id":"6","attributedTo":"canaryfox","content":"Canary%66ox Y2FuYXJ5Zm94 &#99;anaryfox canaryfox@mail.example"
    {"id":"7","attributedTo":"canarygus","attributedTo":"canarygus","url":"https://x.example/u/canarygus"}
    canaryhal: +44 20 7946 0958, 192.0.2.55, c\u{E4}n\u{E4}ry
    {"id":"9","published":"9999-01-01T00:00:00Z","attributedTo":"canaryida"}
    {"id":"10","attributedTo":"canaryjoe","content":"\\ud83d"}
    """
  private static let people = "ann ben cat dee eve fox gus hal ida joe".split(separator: " ").map {
    "canary\($0)"
  }

  private func written() throws -> Imported {
    try importing(["a.ndjson": CanaryTests.records], as: "ndjson")
  }

  @Test func putsAsideWhatIsBroken() throws {
    let counts = try written().result.manifest.counts
    #expect(counts.read == 10 && counts.items == 2 && counts.quarantined == 8)
  }

  @Test(arguments: people)
  func keepsNobodyInAnySpelling(name: String) throws {
    let text = try written().text.lowercased()
    let bytes = Array(name.utf8)
    let percent = bytes.map { "%" + String($0, radix: 16) }.joined()
    let decimal = bytes.map { "&#\($0);" }.joined()
    let hexadecimal = bytes.map { "&#x" + String($0, radix: 16) + ";" }.joined()
    var spellings = [name, percent, decimal, hexadecimal, String(name.reversed())]
    // In base64 a name looks otherwise at each of three places; whole groups of it are looked for.
    for lead in 0..<3 {
      let code = Data(repeating: 0x20, count: lead) + Data(bytes)
      let whole = code.count / 3 * 3
      let groups = code.prefix(whole).base64EncodedString().dropFirst(lead == 0 ? 0 : 4)
      spellings.append(groups.lowercased())
    }
    for spelling in spellings { #expect(!text.contains(spelling), "\(spelling)") }
  }

  @Test(arguments: ["mail.example", "7946", "192.0.2.55", "canary", "%66", "y2fuyxj5"])
  func keepsNoAddressOrNumber(canary: String) throws {
    #expect(try !written().text.lowercased().contains(canary))
  }

  @Test func keepsThePlaceAndTheShape() throws {
    let quarantine = try written().quarantine
    #expect(quarantine.first?["place"]?.string == "a.ndjson:3:23")
    #expect(quarantine.first?["reason"]?.string == "`published` is not a time: xxxxxxxxx")
    #expect(
      quarantine.first?["text"]?.string
        == #"{"xx":"0","xxxxxxxxx":"xxxxxxxxx","xxxxxxxxxxxx":"xxxxxxxxx"}"#)
  }
}
