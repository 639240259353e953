internal import Basics

/// One file under the rules: what they see of it, and what they found.
struct Inspection {
  let path: SitePath
  let page: BuiltPage
  let site: SiteAddress?
  let addresses: [PageAddress]
  /// Hashes of the ids and anchor names of the page, sorted.
  let places: [UInt64]
  /// Indexes of the start tags that some rule asks for by name.
  private let watched: [Int]
  private(set) var findings: [Finding] = []
  private(set) var links: [SiteLink] = []
  /// Addresses that are a figure's data, which are reported as such when they lead nowhere.
  var figureData: Set<Int> = []

  init(
    _ path: SitePath, _ bytes: [UInt8], site: SiteAddress?, using memory: inout PageMemory
  ) {
    self.path = path
    self.site = site
    page = BuiltPage(
      SourceText(file: path.text, bytes: bytes), syntax: syntax(of: path), using: &memory)
    addresses = AddressCollector.collect(in: page, site: site)
    places = placeHashes(in: page)
    watched = page.tokens.indices.filter { [tokens = page.tokens] index in
      tokens[index].element.isWatched && tokens[index].kind == .startTag
    }
  }

  mutating func report(
    _ code: DiagnosticCode, _ message: String, at range: Range<Int>, fix: String? = nil
  ) {
    findings.append(Finding(code: code, message: message, fix: fix, range: range))
  }

  mutating func warn(
    _ code: DiagnosticCode, _ message: String, at range: Range<Int>, fix: String? = nil
  ) {
    findings.append(
      Finding(code: code, severity: .warning, message: message, fix: fix, range: range))
  }

  mutating func follow(_ address: PageAddress, number: Int, _ purpose: SiteLink.Purpose) {
    if links.isEmpty { links.reserveCapacity(addresses.count - number) }
    links.append(
      SiteLink(
        path: address.path, fragment: address.fragment, purpose: purpose, address: Int32(number)))
  }

  func hasPlace(_ hash: UInt64) -> Bool { places.holds(hash) }

  /// Start tags of some of the watched elements, with their index.
  func startTags(_ isWanted: (ElementName) -> Bool) -> [(index: Int, token: PageToken)] {
    watched.lazy.map { ($0, page.tokens[$0]) }.filter { isWanted($0.1.element) }
  }

  /// Where the element ends whose start tag stands at an index, others of its name inside left out;
  /// the page's end for one that is never closed.
  func end(ofElementAt start: Int) -> Int {
    let name = page.tokens[start].element
    var depth = 0
    for index in start..<page.tokens.count where page.tokens[index].element == name {
      switch page.tokens[index].kind {
      case .startTag: depth += 1
      case .endTag: depth -= 1
      default: continue
      }
      if depth == 0 { return index }
    }
    return page.tokens.count
  }

  /// An address as its author wrote it, for a message.
  func text(_ address: PageAddress) -> String {
    let text = CharacterReferences.decoded(
      page.source.bytes[address.range], inAttribute: true)[...].text
    return text.unicodeScalars.count > 80 ? String(text.unicodeScalars.prefix(79)) + "…" : text
  }
}

/// What a file is read as, by its name.
func syntax(of path: SitePath) -> BuiltPage.Syntax {
  let name = path.text.utf8.suffix(6).lazy.map(lowercased)
  for (ending, syntax) in endings where name.suffix(ending.utf8.count).elementsEqual(ending.utf8) {
    return syntax
  }
  return .plain
}

private let endings: [(String, BuiltPage.Syntax)] = [
  (".html", .html), (".htm", .html), (".xhtml", .html), (".svg", .svg), (".css", .styleSheet),
]

private func placeHashes(in page: BuiltPage) -> [UInt64] {
  var hashes: [UInt64] = []
  for token in page.tokens where token.kind == .startTag {
    for index in token.attributeRange {
      let attribute = page.attributes[index]
      guard attribute.name == .id || attribute.name == .name && token.element == .a else {
        continue
      }
      let name = page.bytes(of: attribute)
      hashes.append(stableHash(name))
      // Browsers look for a fragment as it is written before they decode it; links are kept decoded.
      if name.contains(UInt8(ascii: "%")) {
        hashes.append(stableHash(PercentCoding.decoded(Array(name))[...]))
      }
    }
  }
  hashes.sort()
  return hashes
}

extension [UInt64] {
  /// Whether a sorted array has a value.
  func holds(_ value: UInt64) -> Bool {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < value { low = middle + 1 } else { high = middle }
    }
    return low < count && self[low] == value
  }
}

extension ElementName {
  /// Whether some rule asks for these elements by name.
  var isWatched: Bool {
    switch self {
    case .article, .meta, .base, .iframe, .script, .style, .figure, .head, .form, .input, .textarea,
      .select, .keygen, .isindex, .noscript, .ol, .table:
      true
    default: false
    }
  }
}
