/// The numbers in a text, and the words around them: `only 3 people` → 3, `only `, ` people`; `3,027` and
/// `3 027` are one number, and so is `2.5`.
struct TextNumbers {
  private(set) var numbers: [Double] = []
  private(set) var words: [String] = []
  /// By how much each may be off where it was rounded: half of its last place.
  private(set) var halves: [Double] = []

  init(_ text: String) {
    let characters = Array(text)
    var word = ""
    var at = 0
    while at < characters.count {
      guard characters[at].digit != nil else {
        word.append(characters[at])
        at += 1
        continue
      }
      words.append(word)
      word = ""
      let (number, half) = TextNumbers.number(characters, &at)
      numbers.append(number)
      halves.append(half)
    }
    words.append(word)
  }

  private static func number(_ characters: [Character], _ at: inout Int) -> (
    number: Double, half: Double
  ) {
    var number = 0.0
    takeDigits(characters, &at) { number = number * 10 + $0 }
    while at < characters.count, separators.contains(characters[at]),
      hasThreeDigits(characters, at + 1)
    {
      at += 1
      takeDigits(characters, &at) { number = number * 10 + $0 }
    }
    guard at + 1 < characters.count, separators.contains(characters[at]),
      !characters[at].isWhitespace, characters[at + 1].digit != nil
    else { return (number, 0.5) }
    at += 1
    var place = 0.1
    takeDigits(characters, &at) {
      number += $0 * place
      place /= 10
    }
    return (number, place * 5)
  }

  private static func takeDigits(
    _ characters: [Character], _ at: inout Int, _ take: (Double) -> Void
  ) {
    while at < characters.count, let digit = characters[at].digit {
      take(digit)
      at += 1
    }
  }

  private static func hasThreeDigits(_ characters: [Character], _ start: Int) -> Bool {
    let digits = characters[min(start, characters.count)...].prefix { $0.digit != nil }
    return digits.count == 3
  }

  /// What stands between thousands, or in front of a fraction.
  private static let separators: [Character] = [
    ",", ".", "'", "\u{2019}", "\u{A0}", "\u{202F}", "\u{66B}", "\u{66C}",
  ]
}

extension Character {
  /// A decimal digit of any script.
  fileprivate var digit: Double? {
    guard let scalar = unicodeScalars.first, unicodeScalars.count == 1,
      scalar.properties.generalCategory == .decimalNumber
    else { return nil }
    return scalar.properties.numericValue
  }
}
