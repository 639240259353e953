/// The parts in which a list is shown, each with an address of its own.
struct ListParts {
  let count: Int
  let length: Int

  /// At least one, since an empty list has a page too.
  var number: Int { max(1, (count + length - 1) / length) }

  /// What part `number`, counted from 1, shows.
  func range(of number: Int) -> Range<Int> {
    let start = min(count, (number - 1) * length)
    return start..<min(count, start + length)
  }
}
