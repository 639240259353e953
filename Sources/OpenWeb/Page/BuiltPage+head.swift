internal import Basics

extension BuiltPage {
  /// The tag at which something missing in the head is reported.
  var head: Range<Int> {
    let tags = tokens.lazy.filter { $0.kind == .startTag }
    return (tags.first { $0.element == .head } ?? tags.first)?.range ?? 0..<0
  }
}
