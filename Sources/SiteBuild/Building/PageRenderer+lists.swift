internal import Basics
internal import MarkdownHTML
internal import Templating

/// Plain sections and tags: their lists, and each page.
extension PageRenderer {
  func sectionList(_ index: Int, part number: Int) -> RenderedPage {
    let section = plan.sections[index]
    let address = SiteRoutes.list(section.path, part: number)
    var prose = prose(on: address)
    let isFirst = number == 1
    let text = isFirst ? text(above: section, &prose) : nil
    let list = list(
      ListParts(count: section.pages.count, length: plan.settings.listLength), part: number,
      of: section.path, text: text,
      sections: isFirst ? links(to: section.children, on: address) : [],
      cards: { range in section.pages[range].map { card(ListedPage($0), on: address) } })
    let page = ListPage(
      site: site,
      page: frame(
        address, title: section.title, description: section.index?.head.summary,
        above: crumbs(above: section.path),
        feed: section.hasNews ? feed(of: section.path) : nil),
      list: list)
    return finish(page, at: address, figures: prose.figures, diagnostics: prose.diagnostics)
  }

  /// The text of the section's own file, and how the pages that are made from data were found.
  private func text(above section: Section, _ prose: inout ProseRenderer) -> SafeHTML? {
    var text = section.index.map { prose.bytes(of: $0.source, from: $0.bodyStart) } ?? []
    for template in section.templates {
      guard let (query, block) = template.source else { continue }
      if prose.queries.queries[query.name] != nil {
        let source = template.file.source
        prose.note(PageQueries.sameName(query.name, source.excerpt(of: block.range)))
      } else {
        text += prose.folded(query)
      }
    }
    return text.isEmpty ? nil : SafeHTML(trusted: text)
  }

  func sectionPage(_ index: Int, page number: Int) -> RenderedPage {
    let section = plan.sections[index]
    let address = section.pages[number].address
    let file = section.pages[number].file
    let row = section.pages[number].row
    var prose = prose(on: address, of: row)
    let body = row.map { prose.html(of: $0) } ?? prose.html(of: file.source, from: file.bodyStart)
    // Pages without a day are no earlier or later than others: they follow the list.
    let isDated = file.head.date != nil
    let words =
      wordCount(file.source.bytes[file.bodyStart...]) - prose.queries.words(in: file.source)
    let crumb = Crumb(title: section.title, address: SiteRoutes.list(section.path, part: 1))
    let page = SectionPage(
      site: site,
      page: frame(
        address, title: file.head.title, description: file.head.summary,
        above: crumbs(above: section.path) + [crumb],
        feed: section.hasNews ? feed(of: section.path) : nil, of: file),
      entry: SectionPageBody(
        date: file.head.date?.day.description, minutes: readingMinutes(words: words),
        words: words, contents: contents(prose.headings), body: body,
        tags: tagLinks(file.head, on: address),
        previous: neighbour(isDated ? number + 1 : number - 1, in: section, on: address),
        next: neighbour(isDated ? number - 1 : number + 1, in: section, on: address),
        row: row?.columns))
    return finish(page, at: address, figures: prose.figures, diagnostics: prose.diagnostics)
  }

  func tags() -> RenderedPage {
    let address = SiteRoutes.tags
    let tags = plan.tags.sorted { ($1.pages.count, $0.name) < ($0.pages.count, $1.name) }
    let page = TagsPage(
      site: site, page: frame(address, title: wording(.tags), above: [.home]),
      tags: tags.map { tag in
        CountedLink(
          title: tag.title, href: SafeURL(from: address, to: SiteRoutes.tag(tag.name, part: 1)),
          count: tag.pages.count)
      })
    return finish(page, at: address)
  }

  func tag(_ index: Int, part number: Int) -> RenderedPage {
    let tag = plan.tags[index]
    let path = SiteRoutes.tagFolder(tag.name)
    let address = SiteRoutes.list(path, part: number)
    let list = list(
      ListParts(count: tag.pages.count, length: plan.settings.listLength), part: number, of: path,
      cards: { range in tag.pages[range].map { card($0, on: address) } })
    let page = ListPage(
      site: site,
      page: frame(
        address, title: tag.title,
        above: [.home, Crumb(.tags, at: SiteRoutes.tags)], feed: tag.hasNews ? feed(of: path) : nil),
      list: list)
    return finish(page, at: address)
  }

  // MARK: Parts of the pages

  private func list(
    _ parts: ListParts, part number: Int, of path: SitePath, text: SafeHTML? = nil,
    sections: [CountedLink] = [], cards: (Range<Int>) -> [PageCard]
  ) -> ListBody {
    let address = SiteRoutes.list(path, part: number)
    func part(_ other: Int) -> SafeURL? {
      (1...parts.number).contains(other)
        ? SafeURL(from: address, to: SiteRoutes.list(path, part: other)) : nil
    }
    let cards = cards(parts.range(of: number))
    return ListBody(
      text: text, sections: sections, pages: cards, number: number, total: parts.number,
      previous: part(number - 1), next: part(number + 1),
      isDated: cards.contains { $0.date != nil })
  }

  func card(_ page: ListedPage, on address: SitePath) -> PageCard {
    PageCard(
      title: page.title, href: SafeURL(from: address, to: page.address),
      summary: page.summary, date: page.date?.day.description)
  }

  func links(to sections: [SitePath], on page: SitePath) -> [CountedLink] {
    sections.compactMap { path in plan.section(at: path) }.map { section in
      CountedLink(
        title: section.title, href: SafeURL(from: page, to: SiteRoutes.list(section.path, part: 1)),
        count: section.pages.count)
    }
  }

  private func crumbs(above path: SitePath) -> [Crumb] {
    var crumbs: [Crumb] = []
    var above = path.folder
    while !above.text.isEmpty {
      let title = plan.section(at: above)?.title ?? above.name
      crumbs.append(Crumb(title: title, address: SiteRoutes.list(above, part: 1)))
      above = above.folder
    }
    return [.home] + crumbs.reversed()
  }

  private func neighbour(_ index: Int, in section: Section, on page: SitePath) -> Link? {
    guard section.pages.indices.contains(index) else { return nil }
    let other = section.pages[index]
    return Link(title: other.file.head.title, href: SafeURL(from: page, to: other.address))
  }

  private func tagLinks(_ head: PageHead, on page: SitePath) -> [Link] {
    head.tags.compactMap { tag in
      plan.tagNames[tag.value].map { name in
        Link(title: tag.value, href: SafeURL(from: page, to: SiteRoutes.tag(name, part: 1)))
      }
    }
  }

  func contents(_ headings: [Heading]) -> [ContentsEntry] {
    guard headings.count > 1 else { return [] }
    return headings.filter { (2...3).contains($0.level) }.map { heading in
      ContentsEntry(
        title: heading.text.text { _ in "…" }, href: SafeURL(fragment: heading.id),
        level: heading.level)
    }
  }
}

/// Words are stretches without white space.
func wordCount(_ text: ArraySlice<UInt8>) -> Int {
  text.withUnsafeBufferPointer { text in
    guard let first = text.first else { return 0 }
    var words = first > 0x20 ? 1 : 0
    var start = 1
    while start < text.count {
      // In steps that a byte can count, and without a branch, so that the compiler takes many bytes
      // at a time.
      let end = min(start + 255, text.count)
      var found: UInt8 = 0
      for index in start..<end {
        found &+= (text[index &- 1] <= 0x20 ? 1 : 0) & (text[index] > 0x20 ? 1 : 0)
      }
      words += Int(found)
      start = end
    }
    return words
  }
}

/// At 200 words a minute, at least one.
func readingMinutes(words: Int) -> Int { max(1, (words + 100) / 200) }
