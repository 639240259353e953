import Basics
import Foundation
import JSONText
import TestSupport
import Testing

@Suite struct JSONWriterTests {
  private func write(_ json: inout JSONWriter) {
    json.object { json in
      json.field("a", 1)
      json.array("list") { json in
        json.string("x")
        json.array { _ in }
        json.object { json in json.field("deep", true) }
        json.null()
      }
      json.object("none") { _ in }
      json.field("absent", ifPresent: nil as String?)
      json.field("share", 0.1)
    }
  }

  @Test func writesCompact() {
    var json = JSONWriter()
    write(&json)
    json.endLine()
    write(&json)
    let line = #"{"a":1,"list":["x",[],{"deep":true},null],"none":{},"share":0.1}"#
    #expect(String(decoding: json.bytes, as: UTF8.self) == line + "\n" + line)
  }

  @Test func writesPretty() {
    var json = JSONWriter(style: .pretty)
    write(&json)
    #expect(
      String(decoding: json.bytes, as: UTF8.self) == """
        {
          "a": 1,
          "list": [
            "x",
            [],
            {
              "deep": true
            },
            null
          ],
          "none": {},
          "share": 0.1
        }
        """)
  }

  @Test(
    "escapes what must be escaped",
    arguments: [
      ("a\"b\\c", #""a\"b\\c""#), ("\n\t\r\u{8}\u{c}", #""\n\t\r\b\f""#),
      ("\0\u{1f}\u{7f}", "\"\\u0000\\u001f\u{7f}\""), ("é😀/\u{2028}", "\"é😀/\u{2028}\""),
      ("", "\"\""),
    ])
  func escapes(text: String, written: String) {
    var json = JSONWriter()
    json.string(text)
    #expect(String(decoding: json.bytes, as: UTF8.self) == written)
  }

  @Test func doublesReadBackExactly() throws {
    var random = SeededGenerator(seed: 11)
    var numbers: [Double] = [
      0, -0.0, 1e16, 1e-5, .leastNonzeroMagnitude, .greatestFiniteMagnitude, 1 / 3, 100,
    ]
    for _ in 0..<2_000 {
      let number = Double(bitPattern: random.next())
      if number.isFinite { numbers.append(number) }
    }
    var json = JSONWriter()
    json.array { json in for number in numbers { json.double(number) } }
    let back = try JSONValue(parsing: json.bytes).array?.compactMap(\.double)
    #expect(back?.map(\.bitPattern) == numbers.map(\.bitPattern))
    // The C library's reader as the second opinion.
    let texts = String(decoding: json.bytes.dropFirst().dropLast(), as: UTF8.self).split(
      separator: ",")
    #expect(texts.map { strtod(String($0), nil).bitPattern } == numbers.map(\.bitPattern))
  }

  @Test func stringsReadBackExactly() throws {
    var random = SeededGenerator(seed: 13)
    let texts = (0..<500).map { _ in
      String(
        String.UnicodeScalarView(
          (0..<Int.random(in: 0...40, using: &random)).compactMap { _ in
            Unicode.Scalar(UInt32.random(in: 0...0x10FFFF, using: &random) >> (random.next() % 21))
          }))
    }
    var json = JSONWriter(style: .pretty)
    json.array { json in for text in texts { json.string(text) } }
    let back = try JSONValue(parsing: json.bytes).array?.compactMap(\.string)
    #expect(back?.map { Array($0.unicodeScalars) } == texts.map { Array($0.unicodeScalars) })
  }
}
