internal import Basics
internal import CommunityData

extension TextFindings {
  /// What is found in the texts, of which only those are read that no earlier run read.
  init(
    _ community: Community, _ inputs: MeasureInputs, keptIn cache: CacheFolder,
    _ notes: inout [Diagnostic]
  ) {
    let past = community.known.map { [$0.key] } ?? []
    let keys = ([community.key].compactMap { $0 } + past).map { key in
      CacheKey([Array(key.text.utf8), TextFindings.reading(of: community, inputs)])
    }
    let name = community.slug + ".findings"
    let (known, note) = cache.read(name, of: keys) { input, number in
      let count = number == 0 ? community.items.count : nil
      return TextFindings(&input, rows: count).map { ($0, isWhole: number == 0) }
    }
    if let note { notes.append(note) }
    if let known, known.isWhole {
      self = known.0
      return
    }
    self.init(
      community, inputs, known.map { PastFindings($0.0, rows: community.known?.rows) })
    let findings = self
    if community.textFault == nil, let key = keys.first {
      cache.write(name, of: key) { findings.write(to: &$0) }
    }
  }

  /// All that decides about what is found in a text besides itself.
  private static func reading(of community: Community, _ inputs: MeasureInputs) -> [UInt8] {
    let own = LinkFinder(community).ownDomain ?? ""
    return Array("\(own)\n".utf8) + MeasureInputs(codex: inputs.codex, jobs: inputs.jobs).json()
  }

  // MARK: Columns

  private func write(to output: inout CacheOutput) {
    output.texts(codes.names)
    output.column(areRead.map { $0 ? 1 : UInt8(0) })
    codes.write(to: &output)
    output.column(links.rows)
    output.column(links.pages)
    output.texts(links.links.map(\.page))
    output.column(links.links.map { Int32($0.domain.utf8.count) })
  }

  /// nil when the columns do not fit each other, or are not of so many rows.
  private init?(_ input: inout CacheInput, rows: Int?) {
    let names = input.texts()
    let areRead = input.column(of: UInt8.self).map { $0 == 1 }
    let codes = ItemCodes(&input, names: names, rows: areRead.count)
    guard let codes, rows.map({ $0 == areRead.count }) ?? true,
      let links = LinkColumns(&input, itemRows: areRead.count)
    else { return nil }
    self.init(codes: codes, links: links, areRead: areRead)
  }
}

extension LinkColumns {
  fileprivate init?(_ input: inout CacheInput, itemRows: Int) {
    let rows = input.column(of: Int32.self)
    let pages = input.column(of: Int32.self)
    let texts = input.texts()
    let lengths = input.column(of: Int32.self)
    guard input.isGood, rows.count == pages.count, texts.count == lengths.count,
      zip(rows, rows.dropFirst()).allSatisfy({ $0 <= $1 }),
      rows.allSatisfy({ $0 >= 0 && Int($0) < itemRows }),
      pages.allSatisfy({ $0 >= 0 && Int($0) < texts.count }),
      zip(texts, lengths).allSatisfy({ $1 >= 0 && Int($1) <= $0.utf8.count })
    else { return nil }
    let links = zip(texts, lengths).map { text, length in
      Array(text.utf8).withUnsafeBufferPointer { SharedLink($0, Int(length)) }
    }
    self.init(rows: rows, pages: pages, links: links)
  }
}
