/// The names that columns refer to by number, collected over all batches.
struct ColumnNames {
  /// Names numbered in the order in which they came.
  struct Numbering {
    private(set) var names: [String] = []
    private var numbers: [String: Int32] = [:]

    init(_ names: [String] = []) {
      for name in names { _ = number(of: name) }
    }

    mutating func number(of name: String) -> Int32 {
      if let number = numbers[name] { return number }
      let number = Int32(names.count)
      names.append(name)
      numbers[name] = number
      return number
    }
  }

  var tags = Numbering()
  var languages = Numbering()
  var states = Numbering()
  var codes = Numbering()

  init() {}

  /// The names that some columns have already.
  init(_ items: ItemColumns) {
    tags = Numbering(items.tags)
    languages = Numbering(items.languageTags)
    states = Numbering(items.stateNames)
    codes = Numbering(items.codeNames)
  }
}
