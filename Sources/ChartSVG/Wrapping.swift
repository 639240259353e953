/// The text in lines that fit a width: broken at spaces, and inside a word only where the word alone
/// is wider than the line (scripts without spaces, long addresses).
func wrapped(_ text: String, to width: Double, _ style: TextStyle) -> [String] {
  var lines: [String] = []
  var line = ""
  for word in text.split(separator: " ").flatMap({ pieces(of: $0, width, style) }) {
    let longer = line.isEmpty ? word : "\(line) \(word)"
    if !line.isEmpty, style.width(of: longer) > width {
      lines.append(line)
      line = word
    } else {
      line = longer
    }
  }
  return line.isEmpty ? lines : lines + [line]
}

private func pieces(of word: Substring, _ width: Double, _ style: TextStyle) -> [String] {
  guard style.width(of: String(word)) > width else { return [String(word)] }
  var pieces: [String] = []
  var piece = ""
  for character in word {
    if !piece.isEmpty, style.width(of: piece + String(character)) > width {
      pieces.append(piece)
      piece = ""
    }
    piece.append(character)
  }
  return pieces + [piece]
}
