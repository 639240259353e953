/// Memory for what a page is cut into, handed from one page to the next.
///
/// A build keeps every file it makes, and those would lie down in what each page gives back, so that the
/// next page needs new memory from the kernel.
package struct PageMemory: Sendable {
  var tokens: [PageToken] = []
  var attributes: [PageAttribute] = []

  package init() {}

  /// What a page leaves that nobody looks at again.
  init(of page: BuiltPage) {
    tokens = page.tokens
    attributes = page.attributes
  }
}
