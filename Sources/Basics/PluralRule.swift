/// Which form of a word goes with a whole number; the names are those of Unicode's CLDR.
package enum PluralForm: String, Sendable, CaseIterable {
  case zero, one, two, few, many, other
}

/// How a language chooses the form: the rules of CLDR 46 for whole numbers.
package enum PluralRule: Sendable, Hashable {
  /// 1 minute, 2 minutes.
  case oneOther
  /// As above with 0 as 1: French, Hindi, Persian.
  case zeroOneOther
  /// 1, 21, 31, and the rest: Icelandic and Macedonian.
  case lastOneOther
  /// 1, 2 and the rest: Hebrew.
  case oneTwoOther
  /// All six: Arabic.
  case arabic
  /// By the last digits: Russian, Ukrainian, Polish (which has 1 only for 1).
  case eastSlavic, polish
  /// As Russian, the rest as with fractions: Croatian, Serbian, Bosnian.
  case southSlavic
  /// By the last two digits: 1, 2, 3 to 4, the rest: Slovenian, Sorbian.
  case slovenian
  /// 1, 2 to 4, the rest: Czech and Slovak.
  case czech
  /// By the last digits, those from 11 to 19 apart.
  case lithuanian, latvian
  /// 1, up to 19 in the last two digits, the rest: Romanian.
  case romanian
  case irish, welsh, maltese
  /// One form for all: Japanese, Chinese, Korean, Indonesian, Vietnamese, Thai.
  case none

  /// The rule of a language by its tag; those not listed go as English does.
  package init(language: String) {
    switch language.lowercased().prefix(while: { $0 != "-" }) {
    case "fr", "pt", "hy", "ff", "kab", "fa", "hi", "bn", "gu", "kn", "am", "zu", "as", "doi",
      "pcm", "pa", "ak", "bho", "guw", "ln", "mg", "nso", "ti", "wa", "si":
      self = .zeroOneOther
    case "is", "mk": self = .lastOneOther
    case "he", "iw": self = .oneTwoOther
    case "ar": self = .arabic
    case "ru", "uk", "be": self = .eastSlavic
    case "pl": self = .polish
    case "hr", "sr", "bs", "sh": self = .southSlavic
    case "sl", "hsb", "dsb": self = .slovenian
    case "cs", "sk": self = .czech
    case "lt": self = .lithuanian
    case "lv", "prg": self = .latvian
    case "ro", "mo": self = .romanian
    case "ga": self = .irish
    case "cy": self = .welsh
    case "mt": self = .maltese
    case "ja", "zh", "ko", "id", "vi", "th", "ms": self = .none
    default: self = .oneOther
    }
  }

  /// The forms it can ask for.
  package var forms: [PluralForm] {
    switch self {
    case .none: [.other]
    case .oneOther, .zeroOneOther, .lastOneOther: [.one, .other]
    case .oneTwoOther: [.one, .two, .other]
    case .arabic, .welsh: PluralForm.allCases
    case .eastSlavic, .polish: [.one, .few, .many]
    case .southSlavic, .czech, .lithuanian, .romanian: [.one, .few, .other]
    case .latvian: [.zero, .one, .other]
    case .slovenian: [.one, .two, .few, .other]
    case .irish, .maltese: [.one, .two, .few, .many, .other]
    }
  }

  package func form(of count: Int) -> PluralForm {
    let n = count.magnitude
    switch self {
    case .none: return .other
    case .oneOther: return n == 1 ? .one : .other
    case .zeroOneOther: return n <= 1 ? .one : .other
    case .lastOneOther: return endsInOne(n) ? .one : .other
    case .oneTwoOther: return n == 1 ? .one : n == 2 ? .two : .other
    case .czech: return n == 1 ? .one : (2...4).contains(n) ? .few : .other
    case .arabic: return arabicForm(of: n)
    case .eastSlavic, .polish: return slavicForm(of: n)
    case .southSlavic: return endsInOne(n) ? .one : endsInFew(n) ? .few : .other
    case .slovenian: return slovenianForm(of: n)
    case .lithuanian, .latvian: return balticForm(of: n)
    case .romanian:
      return n == 1 ? .one : n == 0 || (1...19).contains(n % 100) ? .few : .other
    case .irish: return irishForm(of: n)
    case .welsh: return welshForm(of: n)
    case .maltese: return malteseForm(of: n)
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
    let isOne = self == .polish ? n == 1 : endsInOne(n)
    return isOne ? .one : endsInFew(n) ? .few : .many
  }

  /// 1, 21, 101, but not 11.
  private func endsInOne(_ n: UInt) -> Bool { n % 10 == 1 && n % 100 != 11 }

  /// 2 to 4, 22, 102, but not 12 to 14.
  private func endsInFew(_ n: UInt) -> Bool {
    (2...4).contains(n % 10) && !(12...14).contains(n % 100)
  }

  private func slovenianForm(of n: UInt) -> PluralForm {
    switch n % 100 {
    case 1: .one
    case 2: .two
    case 3...4: .few
    default: .other
    }
  }

  private func balticForm(of n: UInt) -> PluralForm {
    let isTeen = (11...19).contains(n % 100)
    switch n % 10 {
    case 0: return self == .latvian ? .zero : .other
    case 1 where !isTeen: return .one
    case 2...9 where !isTeen: return self == .latvian ? .other : .few
    default: return self == .latvian ? .zero : .other
    }
  }

  private func irishForm(of n: UInt) -> PluralForm {
    switch n {
    case 1: .one
    case 2: .two
    case 3...6: .few
    case 7...10: .many
    default: .other
    }
  }

  private func welshForm(of n: UInt) -> PluralForm {
    switch n {
    case 0: .zero
    case 1: .one
    case 2: .two
    case 3: .few
    case 6: .many
    default: .other
    }
  }

  private func malteseForm(of n: UInt) -> PluralForm {
    switch (n, n % 100) {
    case (1, _): .one
    case (2, _): .two
    case (0, _), (_, 3...10): .few
    case (_, 11...19): .many
    default: .other
    }
  }
}
