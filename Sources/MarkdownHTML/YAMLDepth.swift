/// Whether a YAML text might nest more than some fifty levels; true for some that do not.
///
/// Yams descends by recursion and libyaml stops at 1,000 levels only. A block needs a column of
/// indent a level, or two levels a column where a list stands below its key; anything else needs
/// a bracket a level.
func mayBeDeep(_ yaml: [UInt8]) -> Bool {
  var brackets = 0
  var indent = 0
  var isIndent = true
  for byte in yaml {
    switch byte {
    case UInt8(ascii: "["), UInt8(ascii: "{"):
      brackets += 1
      isIndent = false
    case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
      indent = 0
      isIndent = true
    case UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "?"), UInt8(ascii: ":"):
      if isIndent { indent += 1 }
    default:
      isIndent = false
    }
    if brackets + 2 * indent > 100 { return true }
  }
  return false
}
