extension PageTokenizer {
  private static let names = NameTable<AttributeName>(unknown: .other)

  /// Reads attributes up to and with the `>` of a tag and answers whether it ends in `/>`; nil when
  /// the bytes end before.
  mutating func readAttributes() -> Bool? {
    let names = PageTokenizer.names
    seenNames.reset()
    while true {
      skipSpaces()
      guard position < bytes.count else { return nil }
      switch bytes[position] {
      case UInt8(ascii: ">"):
        position += 1
        return false
      case UInt8(ascii: "/"):
        position += 1
        guard byte(at: position) == UInt8(ascii: ">") else { continue }
        position += 1
        return true
      default:
        let name = readAttributeName(names)
        guard let value = readValue() else { return nil }
        guard seenNames.insert(name.hash) else { continue }
        attributes.append(
          PageAttribute(
            name: name.name, nameStart: Int32(name.start), nameEnd: Int32(name.end),
            valueStart: Int32(value.lowerBound), valueEnd: Int32(value.upperBound)))
      }
    }
  }

  private mutating func skipSpaces() {
    while position < bytes.count, isSpace(bytes[position]) { position += 1 }
  }

  private mutating func readAttributeName(
    _ names: NameTable<AttributeName>
  ) -> (name: AttributeName, hash: UInt64, start: Int, end: Int) {
    let start = position
    // A `=` in first place is part of the name.
    var hash = NameHash.adding(bytes[start], to: NameHash.start)
    var local = hash
    position += 1
    while position < bytes.count {
      let byte = bytes[position]
      if byte == UInt8(ascii: "=") || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/")
        || isSpace(byte)
      {
        break
      }
      hash = NameHash.adding(byte, to: hash)
      local =
        byte == UInt8(ascii: ":") && takesXML
        ? NameHash.start : NameHash.adding(byte, to: local)
      position += 1
    }
    let isHandler = position - start > 2 && has("on", at: start)
    return (isHandler ? .handler : names.name(withHash: local), hash, start, position)
  }

  /// The value after a name, empty where there is none; nil when the bytes end in it.
  private mutating func readValue() -> Range<Int>? {
    let nameEnd = position
    skipSpaces()
    guard byte(at: position) == UInt8(ascii: "=") else { return nameEnd..<nameEnd }
    position += 1
    skipSpaces()
    let first = byte(at: position)
    if first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") {
      let start = position + 1
      guard let end = find(first, from: start) else {
        position = bytes.count
        return nil
      }
      position = end + 1
      return start..<end
    }
    let start = position
    while position < bytes.count, bytes[position] != UInt8(ascii: ">"),
      !isSpace(bytes[position])
    {
      position += 1
    }
    return start..<position
  }
}
