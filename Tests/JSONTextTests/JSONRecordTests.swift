import JSONText
import Testing

@Suite struct JSONRecordTests {
  private func read<Result>(
    _ text: String, knowing names: [String], _ body: (JSONRecord) throws -> Result
  ) throws -> Result {
    let padded = Array(text.utf8) + repeatElement(UInt8(ascii: "x"), count: JSONReader.padding)
    var reader = JSONReader(knownNames: names)
    return try padded.withUnsafeBufferPointer { buffer in
      let line = UnsafeBufferPointer(rebasing: buffer[..<text.utf8.count])
      return try body(reader.read(padded: line))
    }
  }

  @Test func numbersKnownNamesAtTopLevelOnly() throws {
    let text = #"{"b": {"a": 1}, "zz": 2, "a": [3]}"#
    try read(text, knowing: ["a", "b"]) { record in
      let tokens = (0..<record.count).map { record[$0] }
      #expect(tokens.map(\.field) == [-1, 1, 1, -1, -1, -1, -1, 0, 0, -1])
      #expect(tokens.map(\.span) == [9, 0, 2, 0, 0, 0, 0, 0, 1, 0])
      #expect(tokens[3].string == "a")
      #expect(tokens.map(\.offset) == [0, 1, 6, 7, 12, 16, 22, 25, 30, 31])
      #expect(record.end(of: 2) == 5)
    }
  }

  @Test func findsRepeatedKnownName() throws {
    #expect(throws: JSONFault(offset: 9, reason: "a name that comes twice")) {
      try read(#"{"a": 1, "a": 2}"#, knowing: ["a"]) { _ in }
    }
  }

  /// One reader, lines of different shape: the guess of the next name must not leak between them.
  @Test func readsLinesOfDifferentShape() throws {
    var reader = JSONReader(knownNames: ["a", "b", "c"])
    for (line, fields) in [
      (#"{"a":1,"b":2,"c":3}"#, [0, 1, 2]), (#"{"c":1,"a":2}"#, [2, 0]), (#"{}"#, []),
      (#"{"a":1,"c":2,"x":3,"b":4}"#, [0, 2, -1, 1]), (#"{"a":1,"b":2,"c":3}"#, [0, 1, 2]),
    ] {
      let padded = Array(line.utf8) + repeatElement(0, count: JSONReader.padding)
      let found = try padded.withUnsafeBufferPointer { buffer in
        let text = UnsafeBufferPointer(rebasing: buffer[..<line.utf8.count])
        let record = try reader.read(padded: text)
        return (0..<record.count).map { record[$0] }.filter { $0.kind == .name }.map(\.field)
      }
      #expect(found == fields)
    }
  }
}
