/// What a Swift programmer writes who needs the fastest page and no templates: bytes into raw memory.
struct HandWriter: ~Copyable {
  private var base: UnsafeMutablePointer<UInt8>
  private(set) var count = 0
  private var capacity = 1 << 16

  init() { base = .allocate(capacity: capacity) }

  deinit { base.deallocate() }

  var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: base, count: count) }

  mutating func clear() { count = 0 }

  @inline(__always)
  mutating func reserve(_ room: Int) {
    if count + room > capacity { grow(room) }
  }

  @inline(never)
  private mutating func grow(_ room: Int) {
    capacity = max(capacity * 2, count + room)
    let bigger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    bigger.update(from: base, count: count)
    base.deallocate()
    base = bigger
  }

  @inline(__always)
  mutating func raw(_ text: StaticString) {
    reserve(text.utf8CodeUnitCount)
    (base + count).update(from: text.utf8Start, count: text.utf8CodeUnitCount)
    count += text.utf8CodeUnitCount
  }

  @inline(__always)
  mutating func raw(_ text: String) {
    text.utf8.withContiguousStorageIfAvailable { source in
      reserve(source.count)
      if let start = source.baseAddress { (base + count).update(from: start, count: source.count) }
      count += source.count
    }
  }

  @inline(__always)
  mutating func escaped(_ text: String) {
    text.utf8.withContiguousStorageIfAvailable { source in
      reserve(source.count * 5)
      for byte in source {
        switch byte {
        case UInt8(ascii: "&"): raw("&amp;")
        case UInt8(ascii: "<"): raw("&lt;")
        case UInt8(ascii: ">"): raw("&gt;")
        case UInt8(ascii: "\""): raw("&#34;")
        case UInt8(ascii: "'"): raw("&#39;")
        default:
          base[count] = byte
          count += 1
        }
      }
    }
  }

  @inline(__always)
  mutating func number(_ value: Int) {
    reserve(20)
    var rest = value
    var length = 1
    while rest >= 10 {
      rest /= 10
      length += 1
    }
    rest = value
    var at = count + length
    count = at
    repeat {
      at -= 1
      base[at] = UInt8(truncatingIfNeeded: 48 + rest % 10)
      rest /= 10
    } while rest > 0
  }
}

enum Cell {
  case number(Int)
  case text(String)
}

extension HandWriter {
  mutating func table(_ rows: [[Cell]]) {
    raw("<table>\n")
    for row in rows {
      raw("<tr>")
      for cell in row {
        raw("<td>")
        switch cell {
        case .number(let value): number(value)
        case .text(let text): escaped(text)
        }
        raw("</td>")
      }
      raw("</tr>\n")
    }
    raw("</table>\n")
  }

  mutating func teams(_ year: Int, _ teams: [(name: String, score: Int)]) {
    raw("<html>\n  <head>\n    <title>")
    number(year)
    raw("</title>\n  </head>\n  <body>\n    <h1>CSL ")
    number(year)
    raw("</h1>\n    <ul>\n")
    for (index, team) in teams.enumerated() {
      raw("      <li class=\"")
      if index == 0 { raw("champion") }
      raw("\">\n      <b>")
      escaped(team.name)
      raw("</b>: ")
      number(team.score)
      raw("\n      </li>\n")
    }
    raw("    </ul>\n  </body>\n</html>\n")
  }
}
