/// Whether some texts stand in a text in this order.
package func order(_ parts: [String], in text: String) -> Bool {
  var rest = text[...]
  for part in parts {
    guard let found = rest.firstRange(of: part) else { return false }
    rest = rest[found.upperBound...]
  }
  return true
}
