import Basics
import Testing

@Suite struct UTF8TextTests {
  @Test(
    "tells UTF-8 from other bytes",
    arguments: [
      ([], true), ([0x41], true), ([0x80], false), ([0xC3, 0xBC], true), ([0xC3], false),
      ([0xC3, 0x41], false), ([0xBC, 0xC3], false), ([0xE2, 0x80, 0xA6], true),
      ([0xE2, 0x80], false), ([0xED, 0xA0, 0x80], false), ([0xC0, 0x80], false),
      ([0xF0, 0x9F, 0x8C, 0xBB], true), ([0xF4, 0x90, 0x80, 0x80], false),
    ] as [([UInt8], Bool)])
  func tellsUTF8(bytes: [UInt8], isText: Bool) {
    #expect(isUTF8(bytes) == isText)
    // In and across the steps in which ASCII is passed.
    for before in [1, 60, 62, 63, 64, 65, 127, 128] {
      let ascii = [UInt8](repeating: 0x61, count: before)
      #expect(isUTF8(ascii + bytes) == isText)
      #expect(isUTF8(ascii + bytes + ascii) == isText)
    }
  }

  @Test func agreesWithTheStandardLibrary() {
    var random = SeededGenerator(seed: 5)
    let pieces: [[UInt8]] = [
      Array("a plain word".utf8), Array("ü".utf8), Array("…".utf8), Array("🌻".utf8), [0xC3], [0xA6],
      [0xE2, 0x80], [0xF0, 0x9F], [0xFF],
    ]
    for _ in 0..<20_000 {
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 0..<12, using: &random) {
        // Mostly whole characters, so that both answers come.
        let count = Int.random(in: 0..<8, using: &random) == 0 ? pieces.count : 4
        bytes += pieces[Int.random(in: 0..<count, using: &random)]
      }
      #expect(isUTF8(bytes) == (String(validating: bytes, as: UTF8.self) != nil))
    }
  }
}
