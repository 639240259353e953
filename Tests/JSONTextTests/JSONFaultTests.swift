import Basics
import JSONText
import TestSupport
import Testing

@Suite struct JSONFaultTests {
  @Test(
    "says what is wrong and where",
    arguments: [
      ("", 0, "expected a value, found nothing"),
      ("   ", 3, "the text ends too early"),
      (#"{"a": 1"#, 7, "the text ends too early"),
      (#"{"a": 1 "b": 2}"#, 8, "expected `,` or `}`"),
      (#"[1 2]"#, 3, "expected `,` or `]`"),
      (#"[1,]"#, 3, "expected a value"),
      (#"{"a" 1}"#, 5, "expected `:`"),
      (#"{a: 1}"#, 1, "expected a name in quotes"),
      (#"{"a": 1,}"#, 8, "expected a name in quotes"),
      (#"[1] 2"#, 4, "text after the end of the value"),
      (#"["abc"#, 1, "a string that does not end"),
      ("[\"a\u{1}b\"]", 3, "a control character in a string"),
      (#"["a\qb"]"#, 3, "an escape that JSON does not have"),
      (#"["\u12"]"#, 2, "an escape that JSON does not have"),
      (#"["ab\ud800"]"#, 4, "a lone surrogate"),
      (#"["ab\udc00"]"#, 4, "a lone surrogate"),
      (#"["\ud800\u0041"]"#, 2, "a lone surrogate"),
      (#"["\ud800\ud800"]"#, 2, "a lone surrogate"),
      (#"{"\udfff": 1}"#, 2, "a lone surrogate"),
      (#"[1e400]"#, 1, "a number out of range"),
      (#"[99999999999999999999]"#, 1, "a number out of range"),
      (#"[-9223372036854775809]"#, 1, "a number out of range"),
      (#"[01]"#, 1, "a malformed number"),
      (#"[1.]"#, 1, "a malformed number"),
      (#"[-]"#, 1, "a malformed number"),
      (#"[NaN]"#, 1, "expected a value"),
      (#"[truth]"#, 1, "expected a value"),
      (#"[9223372036854775808]"#, 1, "a whole number beyond 64 bits"),
      (#"{"a": 1, "b": 2, "a": 3}"#, 17, "a name that comes twice"),
      (#"{"a": 1, "\u0061": 3}"#, 9, "a name that comes twice"),
      (#"{"x": {"a": [{}], "a": 0}}"#, 18, "a name that comes twice"),
    ])
  func saysWhatIsWrong(text: String, offset: Int, reason: String) {
    #expect(throws: JSONFault(offset: offset, reason: reason)) {
      try JSONValue(parsing: Array(text.utf8))
    }
  }

  @Test(
    "refuses bytes that are not UTF-8",
    arguments: [
      [0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE2, 0x82],
      [0xF0, 0x82, 0x82, 0xAC], [0x80],
    ])
  func refusesInvalidUTF8(bytes: [UInt8]) {
    let text = Array(#"["ab"#.utf8) + bytes + Array(#""]"#.utf8)
    #expect(throws: JSONFault(offset: 4, reason: "a byte that is not UTF-8")) {
      try JSONValue(parsing: text)
    }
  }

  @Test func boundsDepth() throws {
    func nested(_ depth: Int) -> [UInt8] {
      Array((String(repeating: "[", count: depth) + String(repeating: "]", count: depth)).utf8)
    }
    #expect(try JSONValue(parsing: nested(96)).array?.count == 1)
    for depth in [97, 1_000, 2_000, 100_000] {
      #expect(throws: JSONFault(offset: 96, reason: "nested more than 96 levels deep")) {
        try JSONValue(parsing: nested(depth))
      }
    }
  }

  @Test func findsRepeatedNameInLargeObject() {
    let names = (0..<1_000).map { "\"name\($0)\": [\($0)]" }
    let good = "{" + names.joined(separator: ",") + "}"
    #expect(throws: Never.self) { try JSONValue(parsing: Array(good.utf8)) }
    let bad = "{" + (names + ["\"name7\": 0"]).joined(separator: ",") + "}"
    let offset = good.utf8.count
    #expect(throws: JSONFault(offset: offset, reason: "a name that comes twice")) {
      try JSONValue(parsing: Array(bad.utf8))
    }
  }

  /// Two readings of the grammar, simdjson's and the fault finder's, must agree on every mutant:
  /// a refused text whose fault is not found would show the last reason of all.
  @Test func findsEveryFaultOfMutatedTexts() {
    let seed = #"{"id":"x\n\u00e9\ud83d\ude00","n":[1,-2.5e3,true,null,{}],"ü":{"a":"b"}, "e":""}"#
    let alphabet = Array(#"{}[]:,"\u0d8e+-.1tfn \#u{9}\#u{80}"#.utf8)
    var random = SeededGenerator(seed: 7)
    var refused = 0
    for _ in 0..<20_000 {
      var bytes = Array(seed.utf8)
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        let index = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: bytes.remove(at: index)
        case 1: bytes.insert(alphabet.randomElement(using: &random) ?? 0, at: index)
        default: bytes[index] = UInt8.random(in: 0...255, using: &random)
        }
      }
      do throws(JSONFault) {
        _ = try JSONValue(parsing: bytes)
      } catch {
        refused += 1
        #expect(error.reason != "malformed in a way that only the parser sees")
        #expect(error.offset <= bytes.count)
      }
    }
    #expect(refused > 10_000)
  }
}
