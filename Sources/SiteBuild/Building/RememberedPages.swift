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

  mutating func add(_ page: PagePlan, at address: SitePath, in plan: SitePlan) {
    switch page {
    case .sectionPage(let section, let number):
      heads[address] = .some(headHash(plan.sections[section].pages[number].file))
    case .sectionList, .tag, .tags: heads[address] = .some(nil)
    default: break
    }
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
    let lines = heads.sorted { $0.key < $1.key }.map { path, hash in
      "\(hash.map { String($0, radix: 16) } ?? RememberedPages.noHead) \(path)\n"
    }
    return Array((RememberedPages.header + lines.joined() + "end\n").utf8)
  }

  /// Reads ``text``; nil where it was damaged.
  package init?(reading text: some Collection<UInt8>) {
    let lines = String(decoding: text, as: UTF8.self).split(separator: "\n")
    guard lines.first.map({ $0 + "\n" }) == RememberedPages.header[...], lines.last == "end"
    else { return nil }
    for line in lines.dropFirst().dropLast() {
      let words = line.split(separator: " ", maxSplits: 1)
      guard words.count == 2, let path = try? SitePath(String(words[1])) else { return nil }
      let hash = UInt64(words[0], radix: 16)
      if hash == nil, words[0] != RememberedPages.noHead { return nil }
      heads[path] = .some(hash)
    }
  }

  private static let header = "pages 1\n"
  private static let noHead = "-"
}

private func headHash(_ file: some ContentEntry) -> UInt64 {
  stableHash(file.source.bytes[..<file.bodyStart])
}
