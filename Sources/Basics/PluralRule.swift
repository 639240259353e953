/// Which form of a word goes with a whole number; the names are those of Unicode's CLDR.
package enum PluralForm: String, Sendable, CaseIterable {
  case zero, one, two, few, many, other
}

/// How a language chooses the form: the rules of CLDR 46 for whole numbers.
package enum PluralRule: Sendable, Hashable {
  /// 1 minute, 2 minutes.
  case oneOther
  /// As above with 0 as 1: French.
  case zeroOneOther
  /// 1, 2 and the rest: Hebrew.
  case oneTwoOther
  /// All six: Arabic.
  case arabic
  /// By the last digits: Russian, Ukrainian, Polish (which has 1 only for 1).
  case eastSlavic, polish
  /// 1, 2 to 4, the rest: Czech and Slovak.
  case czech
  /// One form for all: Japanese, Chinese, Korean, Indonesian, Vietnamese, Thai.
  case none

  /// The rule of a language by its tag; those not listed go as English does.
  package init(language: String) {
    switch language.lowercased().prefix(while: { $0 != "-" }) {
    case "fr", "pt", "hy": self = .zeroOneOther
    case "he", "iw": self = .oneTwoOther
    case "ar": self = .arabic
    case "ru", "uk", "be": self = .eastSlavic
    case "pl": self = .polish
    case "cs", "sk": self = .czech
    case "ja", "zh", "ko", "id", "vi", "th", "ms": self = .none
    default: self = .oneOther
    }
  }

  /// The forms it can ask for.
  package var forms: [PluralForm] {
    switch self {
    case .none: [.other]
    case .oneOther, .zeroOneOther: [.one, .other]
    case .oneTwoOther: [.one, .two, .other]
    case .arabic: PluralForm.allCases
    case .eastSlavic, .polish: [.one, .few, .many]
    case .czech: [.one, .few, .other]
    }
  }

  package func form(of count: Int) -> PluralForm {
    let n = count.magnitude
    switch self {
    case .none: return .other
    case .oneOther: return n == 1 ? .one : .other
    case .zeroOneOther: return n <= 1 ? .one : .other
    case .oneTwoOther: return n == 1 ? .one : n == 2 ? .two : .other
    case .czech: return n == 1 ? .one : (2...4).contains(n) ? .few : .other
    case .arabic: return arabicForm(of: n)
    case .eastSlavic, .polish: return slavicForm(of: n)
    }
  }

  private func arabicForm(of n: UInt) -> PluralForm {
    switch (n, n % 100) {
    case (0, _): .zero
    case (1, _): .one
    case (2, _): .two
    case (_, 3...10): .few
    case (_, 11...99): .many
    default: .other
    }
  }

  private func slavicForm(of n: UInt) -> PluralForm {
    let isOne = self == .polish ? n == 1 : n % 10 == 1 && n % 100 != 11
    if isOne { return .one }
    return (2...4).contains(n % 10) && !(12...14).contains(n % 100) ? .few : .many
  }
}
