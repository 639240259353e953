import Basics
import CommunityData
import Importers
import JSONText
import TestSupport
import Testing

/// Records of JSON are parsed some at a time beside those that are taken: none is lost, doubled,
/// changed or out of its order, wherever one lot ends and however large they are.
struct ReadAheadTests {
  private struct Record {
    var number: Int
    /// Of the text, in bytes.
    var length: Int
    var isBad: Bool

    var line: String {
      // An escape, so that the parser makes a text of its own.
      let text = "\(number)\\n" + String(repeating: "x", count: length)
      return isBad
        ? "{\"id\":\"\(number)\",\"content\":\"\(text)"
        : "{\"id\":\"\(number)\",\"published\":\"2018-01-01T00:00:00Z\",\"content\":\"\(text)\"}"
    }
  }

  private func records(_ count: Int, seed: UInt64) -> [Record] {
    var random = SeededGenerator(seed: seed)
    return (0..<count).map { number in
      let isLarge = Int.random(in: 0..<60, using: &random) == 0
      return Record(
        number: number,
        length: isLarge
          ? [300_000, 1_100_000, 3_000_000].randomElement(using: &random) ?? 0
          : Int.random(in: 0...300, using: &random),
        isBad: Int.random(in: 0..<20, using: &random) == 0)
    }
  }

  @Test(arguments: [0, 1, 2, 127, 128, 129, 255, 256, 257, 700])
  func keepsEachLineOfItsOwn(count: Int) throws {
    let records = records(count, seed: UInt64(count))
    let good = records.filter { !$0.isBad }
    // An import without an item is refused.
    let last = Record(number: -1, length: 3, isBad: false)
    let text = (records + [last]).map { $0.line + "\n" }.joined()
    let own = try importing(["a.ndjson": text], as: "ndjson")
    #expect(own.items.count == good.count + 1 && own.counts.read == count + 1)
    for record in good {
      let content = own.items["\(record.number)"]?["content"]?.string
      #expect(content?.utf8.count == "\(record.number)\n".utf8.count + record.length)
      #expect(content?.hasPrefix("\(record.number)\n") == true)
    }
    let places = own.quarantine.compactMap { $0["place"]?.string?.split(separator: ":")[1] }
    let bad = records.filter(\.isBad).map { "\($0.number + 1)" }
    #expect(places.map(String.init) == bad)
  }

  /// The same for records in lists of a document, whose files are read one after the other.
  @Test(arguments: [1, 128, 129, 500])
  func keepsEachElementOfItsOwn(count: Int) throws {
    let user = #""user":{"id":7,"login":"ann","type":"User"}"#
    let issues = (1...count).map { number in
      #"{"url":"https://api.github.com/repos/club/tool/issues/\#(number)","number":\#(number),"#
        + #""title":"t\#(number)","body":"b\#(number)","created_at":"2018-01-01T00:00:00Z","#
        + #""html_url":"https://github.com/club/tool/issues/\#(number)","state":"open",\#(user)}"#
    }
    let half = count / 2
    let files = [
      "a.json": "[" + issues[..<half].joined(separator: ",\n") + "]",
      "b.json": "[" + issues[half...].joined(separator: ",\n") + "]",
    ]
    let own = try importing(files, as: "github")
    #expect(own.quarantine.isEmpty && own.items.count == count)
    for number in 1...count {
      let item = own.items["club/tool#\(number)"]
      #expect(item?["name"]?.string == "t\(number)" && item?["content"]?.string == "b\(number)")
    }
  }

  /// A line without an end, a mark, and bytes that are no text stay where they are.
  @Test func stopsWhereTheFileDoes() throws {
    let line = Record(number: 5, length: 9, isBad: false).line
    let own = try importing(["a.ndjson": line, "b.ndjson": "\u{FEFF}\n"], as: "ndjson")
    #expect(own.items.count == 1 && own.counts.read == 1)
  }
}
