extension TextPreparer {
  mutating func readAddress(_ byte: UInt8, at index: Int, in range: Range<Int>) -> Int {
    let scanner = LiteralLinkScanner(bytes: input, bounds: copied..<range.upperBound)
    switch byte {
    case UInt8(ascii: "w"):
      guard input.has("www.", at: index), let found = scanner.www(start: index) else { break }
      return place(.link(.www), for: found)
    case UInt8(ascii: "@"):
      guard let found = scanner.mail(at: index) else { break }
      return place(.link(.mail), for: found)
    default:
      if index > range.lowerBound, input[index - 1] == UInt8(ascii: "]") {
        let line = result.text.map.lineStarts.last ?? 0
        if result.referenceLines.last != line { result.referenceLines.append(line) }
      }
      guard input.has("://", at: index), let found = scanner.url(colon: index) else { break }
      return place(.link(.url), for: found)
    }
    return index + 1
  }
}
