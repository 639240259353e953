import Foundation
import JSONText
import Testing

@Suite struct JSONValueTests {
  @Test func keepsFieldsInOrderWithPlaces() throws {
    let text = #"{"b": [1, "x"], "a": {"c": null}}"#
    let value = try JSONValue(parsing: Array(text.utf8))
    #expect(value.object?.map(\.name) == ["b", "a"])
    #expect(value.object?.map(\.offset) == [1, 16])
    #expect(value["b"]?.array?.map(\.offset) == [7, 10])
    #expect(value["a"]?["c"]?.content == .null)
    #expect(value["a"]?["c"]?.offset == 27)
    #expect(value["z"] == nil)
  }

  @Test func acceptsByteOrderMark() throws {
    let value = try JSONValue(parsing: [0xEF, 0xBB, 0xBF] + Array(#"{"a": 7}"#.utf8))
    #expect(value["a"] == JSONValue(.integer(7), offset: 9))
    #expect(throws: JSONFault(offset: 4, reason: "a malformed number")) {
      try JSONValue(parsing: [0xEF, 0xBB, 0xBF] + Array("[01]".utf8))
    }
  }

  @Test(
    "reads scalars exactly",
    arguments: [
      ("9223372036854775807", JSONValue.Content.integer(.max)),
      ("-9223372036854775808", .integer(.min)),
      ("0.1", .double(0.1)),
      ("1E2", .double(100)),
      ("5e-324", .double(.leastNonzeroMagnitude)),
      ("true", .bool(true)),
      ("false", .bool(false)),
      ("null", .null),
      (#""""#, .string("")),
      (#""\"\\\/\b\f\n\r\t\u0000\u20ac\ud83d\ude00""#, .string("\"\\/\u{8}\u{c}\n\r\t\0€😀")),
      ("[]", .array([])),
      ("{}", .object([])),
    ])
  func readsScalars(text: String, content: JSONValue.Content) throws {
    #expect(try JSONValue(parsing: Array(text.utf8)).content == content)
  }

  /// Foundation's reader as the oracle, over every kind of nesting.
  @Test func agreesWithFoundation() throws {
    let text = #"""
      {"s": "a\\b\"c\u00e9", "empty": {}, "list": [[], [1, [2.5]], {"x": {"y": [true]}}],
       "n": -17, "t" : "tail  " , "after": [ {"p": null} , "q" ] }
      """#
    let ours = try plain(JSONValue(parsing: Array(text.utf8)))
    let theirs = try JSONSerialization.jsonObject(with: Data(text.utf8))
    #expect((ours as? NSDictionary) == (theirs as? NSDictionary))
  }

  private func plain(_ value: JSONValue) -> Any {
    switch value.content {
    case .null: NSNull()
    case .bool(let flag): NSNumber(value: flag)
    case .integer(let number): NSNumber(value: number)
    case .double(let number): NSNumber(value: number)
    case .string(let text): text as NSString
    case .array(let values): values.map(plain) as NSArray
    case .object(let fields):
      Dictionary(uniqueKeysWithValues: fields.map { ($0.name, plain($0.value)) }) as NSDictionary
    }
  }
}
