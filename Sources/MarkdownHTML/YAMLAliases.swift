internal import Basics

/// The offset of the first `*name` whose `&name` stands before it; nil when there is none.
///
/// Found before parsing, as nine lines of them stand for 9⁹ values. Emphasis in a block of text has
/// no such anchor.
func firstAlias(in yaml: [UInt8]) -> Int? {
  guard yaml.contains(UInt8(ascii: "&")), yaml.contains(UInt8(ascii: "*")) else { return nil }
  var anchors: Set<ArraySlice<UInt8>> = []
  for index in yaml.indices where startsToken(yaml, at: index) {
    let name = yaml[(index + 1)...].prefix(100).prefix(while: isNameByte)
    if name.isEmpty { continue }
    if yaml[index] == UInt8(ascii: "&") { anchors.insert(name) }
    if yaml[index] == UInt8(ascii: "*"), anchors.contains(name) { return index }
  }
  return nil
}

private func startsToken(_ yaml: [UInt8], at index: Int) -> Bool {
  guard yaml[index] == UInt8(ascii: "&") || yaml[index] == UInt8(ascii: "*") else { return false }
  guard index > 0 else { return true }
  let before = yaml[index - 1]
  return !isNameByte(before) && before != UInt8(ascii: "&") && before != UInt8(ascii: "*")
    || before == UInt8(ascii: "-")
}

private func isNameByte(_ byte: UInt8) -> Bool {
  byte.isASCIILetterOrDigit || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
}
