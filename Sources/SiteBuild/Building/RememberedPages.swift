internal import Basics
internal import OpenWeb

/// The pages of an edition that can stand while only other pages' texts are edited: each consists of
/// one file, nothing was found on it, and it is a page of a plain section or a list.
///
/// What one page takes from another comes from its front matter: titles, dates, tags, addresses. The
/// text below it goes into the page's own file only, so an edit of it concerns no other page.
package struct RememberedPages: Sendable, Hashable {
  /// By address: a hash of the front matter of the file the page was made from; nil for a list.
  private var heads: [SitePath: UInt64?] = [:]

  package init() {}

  /// With room for so many.
  init(count: Int) { heads.reserveCapacity(count) }

  mutating func add(_ page: PagePlan, at address: SitePath, in plan: SitePlan) {
    switch page {
    case .sectionPage(let section, let number):
      heads[address] = .some(headHash(plan.sections[section].pages[number].file))
    case .sectionList, .tag, .tags: heads[address] = .some(nil)
    default: break
    }
  }

  /// Keeps what another build knew of a page: one that stands was made from the file as it was then,
  /// whatever has become of that since.
  mutating func keep(_ address: SitePath, of last: RememberedPages) {
    if let head = last.heads[address] { heads[address] = .some(head) }
  }

  /// The addresses of pages that stand after some edits; none where those may concern any page.
  func standing(in plan: SitePlan, after edited: Set<SitePath>) -> Set<SitePath> {
    let pages = plan.sections.flatMap(\.pages).filter { edited.contains($0.file.path) }
    // The text of pages from data holds the query that says which pages there are.
    if pages.contains(where: { $0.row != nil }) { return [] }
    let isText = pages.allSatisfy { page in heads[page.address] == headHash(page.file) }
    guard isText, pages.count == edited.count else { return [] }
    return Set(heads.keys).subtracting(pages.map(\.address))
  }

  // MARK: As text

  /// A header, `8f03a1 notes/first/index.html` or `- notes/index.html` a line, `end`.
  package var text: [UInt8] {
    var text = Array("\(RememberedPages.header)\n".utf8)
    for (path, hash) in heads.sorted(by: { $0.key < $1.key }) {
      text += (hash.map { String($0, radix: 16) } ?? RememberedPages.noHead).utf8
      text.append(UInt8(ascii: " "))
      text += path.text.utf8
      text.append(UInt8(ascii: "\n"))
    }
    return text + "\(RememberedPages.end)\n".utf8
  }

  /// Reads ``text``; nil where it was damaged.
  package init?(reading text: [UInt8]) {
    let lines = text.split(separator: UInt8(ascii: "\n"))
    guard lines.first == ArraySlice(RememberedPages.header.utf8),
      lines.last == ArraySlice(RememberedPages.end.utf8)
    else { return nil }
    heads.reserveCapacity(lines.count)
    for line in lines.dropFirst().dropLast() {
      guard let space = line.firstIndex(of: UInt8(ascii: " ")),
        let path = try? SitePath(String(decoding: line[(space + 1)...], as: UTF8.self))
      else { return nil }
      let head = String(decoding: line[..<space], as: UTF8.self)
      let hash = UInt64(head, radix: 16)
      if hash == nil, head != RememberedPages.noHead { return nil }
      heads[path] = .some(hash)
    }
  }

  private static let header = "pages 1"
  private static let noHead = "-"
  private static let end = "end"
}

private func headHash(_ file: some ContentEntry) -> UInt64 {
  stableHash(file.source.bytes[..<file.bodyStart])
}
