internal import Basics

/// Where the files of `Content/` lead to: links in Markdown may name the source file.
struct ContentLinks: Sendable {
  /// `Content/insights/a.md` → `insights/a/index.html`
  let addresses: [String: SitePath]
  /// Where on its page a file of a ledger stands.
  private let anchors: [String: String]
  private let staticFiles: [OutputFile]
  /// `Content/static/a.png` → its place in `staticFiles`.
  private let staticPlaces: [String: Int]
  /// What leads to another page, or nowhere, since it may not be published any more.
  private let replacements: [String: SitePath]
  /// Files that are there and whose pages are not.
  private let heldBack: [String: PageHead]

  init(_ plan: SitePlan, staticFiles: [OutputFile]) {
    var addresses: [String: SitePath] = [:]
    addresses.reserveCapacity(plan.content.sectionPages.count)
    for insight in plan.insights {
      addresses[insight.path.text] = SiteRoutes.insight(insight.addressName)
    }
    for community in plan.communities {
      addresses[community.file.path.text] = SiteRoutes.community(community.slug)
    }
    var anchors: [String: String] = [:]
    for ledger in plan.ledgers {
      for file in plan.content.files(of: ledger) {
        addresses[file.path.text] = SiteRoutes.ledger(ledger)
        anchors[file.path.text] = Ledger.anchor(of: file)
      }
    }
    for page in plan.pages { addresses[page.path.text] = SiteRoutes.plain(page.addressName) }
    for section in plan.sections {
      for page in section.pages where page.row == nil {
        addresses[page.file.path.text] = page.address
      }
      // A file that is many pages leads to where they are listed.
      for file in section.templateFiles {
        addresses[file.path.text] = SiteRoutes.list(section.path, part: 1)
      }
      if let index = section.index {
        addresses[index.path.text] = SiteRoutes.list(section.path, part: 1)
      }
    }
    for file in staticFiles { addresses["Content/static/\(file.path.text)"] = file.path }
    for address in ContentLinks.made(plan) {
      for name in [address.text, address.folder.text] where !name.isEmpty {
        // Where a page and an author's file have one name, the file is meant.
        let name = "Content/" + name
        if addresses[name] == nil { addresses[name] = address }
      }
    }
    heldBack = plan.heldBackFiles
    replacements = plan.withdrawn.replacements
    addresses.merge(replacements) { page, _ in page }
    self.addresses = addresses
    self.anchors = anchors
    self.staticFiles = staticFiles
    // Two names may be one text, in two forms; publishing refuses them.
    staticPlaces = Dictionary(
      staticFiles.enumerated().map { index, file in
        ("Content/static/\(file.path.text)", index)
      }, uniquingKeysWith: { first, _ in first })
  }

  /// Pages that are made of no file, and what is made for machines: they are named by their addresses.
  private static func made(_ plan: SitePlan) -> [SitePath] {
    planPages(plan).filter(\.isNamedByAddress).map { plan.place(of: $0).address }
      + [
        SiteRoutes.database, SiteRoutes.dataPackage, SiteRoutes.directoryOPML,
        SiteRoutes.directoryJSON,
      ]
  }

  /// The file of `static/` that an image in a content file names.
  func image(at destination: String, in file: String) -> OutputFile? {
    let path = destination.prefix { $0 != "#" && $0 != "?" }
    return staticPlaces[target(of: path, in: file)].map { staticFiles[$0] }
  }

  /// Whether what an image names may not be published any more: there is a page in its place, and no
  /// page is an image.
  func isWithdrawn(image destination: String, in file: String) -> Bool {
    let path = destination.prefix { $0 != "#" && $0 != "?" }
    return replacements[target(of: path, in: file)] != nil
  }

  /// The address of a relative link as it stands in `href` on a page.
  ///
  /// `../insights/a.md#part` in `Content/pages/about.md`, from `about/index.html` →
  /// `"../insights/a/index.html#part"`; `#part` stays as it is. `../data/`, of which there is no file,
  /// → `"../data/index.html"`.
  func address(
    of destination: String, in file: String, from page: SitePath
  ) throws(LinkFault) -> String {
    let parts = destination.split(
      separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let fragment = parts.count == 2 ? String(parts[1]) : nil
    if parts[0].isEmpty { return destination }
    let target = target(of: parts[0], in: file)
    guard let address = addresses[target] ?? addressOfPage(parts[0]) else {
      throw LinkFault(destination: destination, target: target, heldBack: heldBack[target])
    }
    return relativeAddress(from: page, to: address, fragment: fragment ?? anchors[target])
  }

  /// What `/data/` leads to, counted from the site's own beginning.
  private func addressOfPage(_ path: Substring) -> SitePath? {
    guard path.hasPrefix("/") else { return nil }
    let plain = PercentCoding.decoded(strictly: String(path)) ?? String(path)
    return addresses["Content/" + plain.split(separator: "/").joined(separator: "/")]
  }

  /// What a link that leads nowhere may mean, as it would stand in its place.
  func suggestion(for fault: LinkFault, in file: String) -> String? {
    guard let name = nearestName(to: fault.target, among: addresses.keys) else { return nil }
    let copied = "Content/static"
    if name.hasPrefix(copied + "/") { return String(name.dropFirst(copied.count)) }
    guard let here = try? SitePath(file), let there = try? SitePath(name) else { return name }
    return relativeAddress(from: here, to: there)
  }

  /// The file that a link names; `my%20photo.png` is `my photo.png` where no file has the percent sign in
  /// its name.
  private func target(of path: Substring, in file: String) -> String {
    let target = resolve(path, against: file)
    guard path.utf8.contains(UInt8(ascii: "%")), addresses[target] == nil,
      let decoded = PercentCoding.decoded(strictly: String(path))
    else { return target }
    return resolve(decoded[...], against: file)
  }

  /// `../insights/a.md` against `Content/pages/about.md` → `Content/insights/a.md`; a path that
  /// begins with `/` counts from `Content/static`.
  private func resolve(_ destination: Substring, against file: String) -> String {
    if destination.hasPrefix("/") { return "Content/static\(destination)" }
    var parts = file.split(separator: "/").dropLast()
    for part in destination.split(separator: "/") {
      switch part {
      case ".": continue
      case "..": parts = parts.dropLast()
      default: parts.append(part)
      }
    }
    return parts.joined(separator: "/")
  }
}

/// A link in Markdown that leads to no file of the site.
struct LinkFault: Error {
  var destination: String
  /// The file it would be.
  var target: String
  /// Where the file is there and its page is not yet.
  var heldBack: PageHead?

  var message: String {
    guard let heldBack else { return "the link `\(destination)` leads to no file of this site" }
    return heldBack.isDraft
      ? "the link `\(destination)` leads to a draft"
      : "the link `\(destination)` leads to a page that is still to come"
  }

  /// What to do about a page that is not there yet.
  var fix: String? {
    guard let heldBack else { return nil }
    guard !heldBack.isDraft, let date = heldBack.date else {
      return "take the link out, or publish the draft: it is in the internal edition alone"
    }
    return "take the link out, or let this page wait for \(date.day) too"
  }

  /// The community whose page is not there.
  var missing: String? {
    let folder = "\(SiteFolders.content)/\(ContentFolder.communities.rawValue)/"
    guard target.hasPrefix(folder), target.hasSuffix(".md") else { return nil }
    return String(target.dropFirst(folder.count).dropLast(".md".count))
  }
}
