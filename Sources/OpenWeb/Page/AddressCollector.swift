internal import Basics

/// Gathers the addresses of a page, in the order in which they stand there.
struct AddressCollector {
  private let page: BuiltPage
  private var reader: ReferenceReader
  private var addresses: [PageAddress] = []
  /// The tag being looked at.
  private var token = 0
  private var hasBase = false
  /// The target of each address as a text, where they are wanted.
  private var targets: [AddressText]?

  private init(_ page: BuiltPage, site: SiteAddress?, keepingTexts: Bool = false) {
    self.page = page
    targets = keepingTexts ? [] : nil
    reader = ReferenceReader(pagePath: page.source.file, site: site)
    addresses.reserveCapacity(page.tokens.count / 8)
  }

  /// The addresses of a page, or of a style sheet that is a file of its own.
  static func collect(in page: BuiltPage, site: SiteAddress?) -> [PageAddress] {
    var collector = AddressCollector(page, site: site)
    collector.run()
    return collector.addresses
  }

  /// The target of an address as a text for people, and the bytes it is written with.
  typealias Found = (text: AddressText, range: Range<Int>)

  /// The same addresses with their targets as texts.
  static func texts(in page: BuiltPage, site: SiteAddress?) -> [Found] {
    var collector = AddressCollector(page, site: site, keepingTexts: true)
    collector.run()
    return zip(collector.targets ?? [], collector.addresses).map { ($0, $1.range) }
  }

  private mutating func run() {
    if page.syntax == .styleSheet {
      return add(StyleAddresses.find(in: page.source.bytes[...]), at: nil)
    }
    for (index, token) in page.tokens.enumerated() where token.kind == .startTag {
      self.token = index
      if token.attributeCount > 0 { collect(from: token) }
      if token.element == .style { collectStyle(after: index) }
    }
  }

  private mutating func collect(from token: PageToken) {
    for index in token.attributeRange {
      let attribute = page.attributes[index]
      guard attribute.name != .other, attribute.name != .handler else { continue }
      collect(attribute, of: token)
    }
  }

  private mutating func collect(_ attribute: PageAttribute, of token: PageToken) {
    switch attribute.name {
    case .href, .xlinkHref: collectReference(attribute, of: token)
    case .src: add(attribute, as: .load(load(bySourceOf: token.element)))
    case .srcset, .imagesrcset: collectSourceSet(attribute)
    case .poster, .background, .lowsrc, .dynsrc: add(attribute, as: .load(.image))
    case .data, .codebase, .classid, .code, .archive:
      if token.element == .object || token.element == .applet { add(attribute, as: .load(.object)) }
    case .action, .formaction: add(attribute, as: .submit)
    case .ping, .attributionsrc: add(attribute, as: .ping)
    case .manifest: add(attribute, as: .load(.manifest))
    case .content: if token.element == .meta { collectRefresh(attribute, of: token) }
    case .to, .from, .by, .values: collectAnimation(attribute, of: token)
    case .style, .fill, .stroke, .filter, .clipPath, .mask, .markerStart, .markerMid, .markerEnd,
      .cursor:
      collectStyle(attribute)
    default: break
    }
  }

  // MARK: Kinds of attributes

  private mutating func collectReference(_ attribute: PageAttribute, of token: PageToken) {
    switch token.element {
    case .a, .area: add(attribute, as: .link)
    case .link: add(attribute, as: page.role(ofLink: token))
    case .base: takeBase(attribute)
    default: if token.isForeign { add(attribute, as: .load(.drawing)) }
    }
  }

  private func load(bySourceOf element: ElementName) -> PageAddress.Load {
    switch element {
    case .script: .script
    case .iframe, .frame, .embed: .frame
    case .audio, .video, .source, .track, .bgsound: .media
    default: .image
    }
  }

  private mutating func collectSourceSet(_ attribute: PageAttribute) {
    for address in OpenWeb.addresses(inSourceSet: page.bytes(of: attribute)) {
      add(address, as: .load(.image), at: page.range(of: attribute))
    }
  }

  /// `0;url=next.html` in a `meta` that refreshes.
  private mutating func collectRefresh(_ attribute: PageAttribute, of token: PageToken) {
    guard page.has(.httpEquiv, of: token, equalTo: "refresh") else { return }
    let value = page.bytes(of: attribute)
    guard let address = refreshAddress(value) else { return }
    add(address, as: .refresh, at: attribute.valueRange)
  }

  private mutating func collectAnimation(_ attribute: PageAttribute, of token: PageToken) {
    guard page.value(.attributeName, of: token)?.lowercased().hasSuffix("href") == true else {
      return
    }
    for address in page.bytes(of: attribute).split(separator: UInt8(ascii: ";")) {
      add(address, as: .load(.drawing), at: page.range(of: attribute))
    }
  }

  private mutating func collectStyle(_ attribute: PageAttribute) {
    let value = page.bytes(of: attribute)
    guard value.contains(UInt8(ascii: "(")) else { return }
    add(StyleAddresses.find(in: value), at: page.range(of: attribute))
  }

  private mutating func collectStyle(after index: Int) {
    guard page.tokens[index].isForeign else {
      return add(StyleAddresses.find(in: page.source.bytes[page.rawText(after: index)]), at: nil)
    }
    // In a drawing a style is text like any other: with references, comments and CDATA.
    let end = page.tokens[(index + 1)...].firstIndex { $0.element == .style } ?? page.tokens.count
    let text = Array(page.text(of: index..<end).utf8)
    add(StyleAddresses.find(in: text[...]), at: page.tokens[index].range)
  }

  private mutating func takeBase(_ attribute: PageAttribute) {
    guard !hasBase else { return }
    hasBase = true
    reader.setBase(page.bytes(of: attribute))
  }

  // MARK: Adding

  private mutating func add(_ styles: [StyleAddresses.Found], at range: Range<Int>?) {
    for style in styles {
      add(
        style.address[...], as: .load(style.isImport ? .style : .image), at: range ?? style.range)
    }
  }

  private mutating func add(_ attribute: PageAttribute, as role: PageAddress.Role) {
    let value = page.bytes(of: attribute)
    // A browser loads nothing for an empty `src`.
    if value.isEmpty, role != .link { return }
    add(value, as: role, at: attribute.valueRange)
  }

  private mutating func add(
    _ value: ArraySlice<UInt8>, as role: PageAddress.Role, at range: Range<Int>
  ) {
    var address = PageAddress(role: role, target: .site, token: token, range: range)
    var text = AddressText(path: "", fragment: nil)
    switch reader.read(value) {
    case .site(let fragment):
      address.path = stableHash(reader.path)
      address.form = fileForm(of: reader.path)
      address.fragment = fragment.flatMap(fragmentHash)
      if targets != nil {
        text = AddressText(
          path: reader.path.text, fragment: fragment.map { placeName($0).text })
      }
    case .samePage(let fragment):
      address.target = .samePage
      address.fragment = fragment.flatMap(fragmentHash)
      if targets != nil { text.fragment = fragment.map { placeName($0).text } }
    case .outsideFolder: address.target = .outsideFolder
    case .otherSite: address.target = .otherSite
    case .data: address.target = .data
    case .script: address.target = .script
    case .otherScheme: address.target = .otherScheme
    }
    addresses.append(address)
    targets?.append(text)
  }

  private func fileForm(of path: [UInt8]) -> PageAddress.FileForm {
    if path.suffix(4).elementsEqual(".csv".utf8) { return .csv }
    return path.suffix(5).elementsEqual(".json".utf8) ? .json : .other
  }
}
