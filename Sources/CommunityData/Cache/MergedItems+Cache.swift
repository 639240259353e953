internal import Basics

/// Items as columns of an entry of the cache; what is read back is held against the number of rows, so
/// that no index leads outside.
extension MergedItems {
  func write(to output: inout CacheOutput) {
    output.number(count)
    write(text, to: &output)
    output.column(items.types.map(\.code))
    output.column(items.authors)
    output.column(items.published)
    for column in MergedItems.moments { output.column(items[keyPath: column].values) }
    for column in MergedItems.numbers { output.column(items[keyPath: column].values) }
    for column in MergedItems.texts {
      output.column(items[keyPath: column].offsets)
      output.column(items[keyPath: column].lengths)
    }
    output.column(items.mediaTypes.values.map { $0.map { $0.code + 1 } ?? 0 })
    output.column(items.hasDerivedParent.values.map { $0 ? 1 : UInt8(0) })
    output.column(hasVanished.values.map { $0 ? 1 : UInt8(0) })
    writeLists(to: &output)
    writeLinks(to: &output)
  }

  private func writeLists(to output: inout CacheOutput) {
    output.column(items.tagStarts)
    output.column(items.tagNames)
    output.column(items.mentionStarts)
    output.column(items.mentions)
    output.column(items.codeStarts)
    output.column(items.codes)
    output.column(items.coders.map { $0 == .human ? 1 : UInt8(0) })
    for names in [items.tags, items.languageTags, items.stateNames, items.codeNames] {
      output.texts(names)
    }
  }

  /// What leads to rows, and then what a newer snapshot may have to do with.
  private func writeLinks(to output: inout CacheOutput) {
    output.column(items.parents)
    output.column(items.threads)
    output.column(idHashes)
    output.column(contexts)
    output.column(strangers.values)
    for lost in [lostParents, lostAccepted] {
      output.column(lost.map(\.row))
      output.column(lost.map(\.id))
    }
    for index in [strangerIDs, lostIDs, lostMentions] { output.texts(index.texts) }
  }

  private func write(_ text: TextStore, to output: inout CacheOutput) {
    output.number(text.sources.count)
    for source in text.sources {
      switch source {
      case .memory(let bytes):
        output.text("")
        output.column(bytes)
      case .file(let path, _): output.text(path.text)
      }
    }
  }

  private static var moments: [WritableKeyPath<ItemColumns, Column<Int64>>] {
    [\.updated, \.deleted, \.closed]
  }
  private static var numbers: [WritableKeyPath<ItemColumns, Column<Int32>>] {
    [\.channels, \.accepted, \.scores, \.languages, \.states, \.reactions]
  }
  static var texts: [WritableKeyPath<ItemColumns, TextColumn>] {
    [\.ids, \.titles, \.contents, \.urls, \.licences]
  }

  // MARK: Reading

  /// nil when the columns do not fit each other.
  init?(
    _ input: inout CacheInput, _ fileSystem: any FileSystem,
    _ counts: (members: Int, channels: Int), isWhole: Bool
  ) {
    let rows = input.number()
    guard rows >= 0, rows < Int(Int32.max) else { return nil }
    self.init(rows: 0)
    guard readText(&input, fileSystem) else { return nil }
    let types = input.column(of: UInt8.self)
    items.types = types.compactMap(Item.Kind.init(code:))
    items.authors = input.column(of: Int32.self)
    items.published = input.column(of: Int64.self)
    for column in MergedItems.moments { items[keyPath: column].read(&input, rows) }
    for column in MergedItems.numbers { items[keyPath: column].read(&input, rows) }
    for column in MergedItems.texts { items[keyPath: column].read(&input, rows) }
    readFlags(&input, rows)
    readLists(&input)
    items.parents = input.column(of: Int32.self)
    items.threads = input.column(of: Int32.self)
    if !isWhole { readLinks(&input, rows) }
    guard input.isGood, fits(rows, counts.members, counts.channels),
      isWhole || linksFit(rows)
    else { return nil }
  }

  private mutating func readText(_ input: inout CacheInput, _ fileSystem: any FileSystem) -> Bool {
    let count = input.number()
    guard count >= 1, count <= TextRange.mostSources else { return false }
    var sources: [TextStore.Source] = []
    for _ in 0..<count {
      let path = input.text()
      if path.isEmpty {
        sources.append(.memory(input.column(of: UInt8.self)))
      } else {
        guard let path = try? SitePath(path) else { return false }
        sources.append(.file(path, fileSystem))
      }
    }
    text = TextStore(sources: sources)
    return true
  }

  private mutating func readFlags(_ input: inout CacheInput, _ rows: Int) {
    let media = input.column(of: UInt8.self).map { $0 == 0 ? nil : Item.MediaType(code: $0 - 1) }
    items.mediaTypes = Column(absent: nil, values: media, rows: rows)
    let derived = input.column(of: UInt8.self).map { $0 == 1 }
    items.hasDerivedParent = Column(absent: false, values: derived, rows: rows)
    let vanished = input.column(of: UInt8.self).map { $0 == 1 }
    hasVanished = Column(absent: false, values: vanished, rows: rows)
  }

  private mutating func readLists(_ input: inout CacheInput) {
    items.tagStarts = input.column(of: Int32.self)
    items.tagNames = input.column(of: Int32.self)
    items.mentionStarts = input.column(of: Int32.self)
    items.mentions = input.column(of: Int32.self)
    items.codeStarts = input.column(of: Int32.self)
    items.codes = input.column(of: Int32.self)
    items.coders = input.column(of: UInt8.self).map { $0 == 1 ? .human : .machine }
    items.tags = input.texts()
    items.languageTags = input.texts()
    items.stateNames = input.texts()
    items.codeNames = input.texts()
  }

  private mutating func readLinks(_ input: inout CacheInput, _ rows: Int) {
    idHashes = input.column(of: UInt64.self)
    contexts = input.column(of: Int32.self)
    strangers.read(&input, rows)
    lostParents = MergedItems.lost(&input)
    lostAccepted = MergedItems.lost(&input)
    strangerIDs = TextIndex(input.texts())
    lostIDs = TextIndex(input.texts())
    lostMentions = TextIndex(input.texts())
  }

  private static func lost(_ input: inout CacheInput) -> [Lost] {
    let rows = input.column(of: Int32.self)
    return zip(rows, input.column(of: Int32.self)).map { Lost(row: $0, id: $1) }
  }
}

extension Column where Value: FixedWidthInteger {
  fileprivate mutating func read(_ input: inout CacheInput, _ rows: Int) {
    self = Column(absent: absent, values: input.column(of: Value.self), rows: rows)
    if !values.isEmpty, values.count != rows { input.fail() }
  }
}

extension TextColumn {
  fileprivate mutating func read(_ input: inout CacheInput, _ rows: Int) {
    let offsets = input.column(of: Int.self)
    self = TextColumn(offsets: offsets, lengths: input.column(of: Int32.self), rows: rows)
    if offsets.count != lengths.count || !offsets.isEmpty && offsets.count != rows { input.fail() }
  }
}
