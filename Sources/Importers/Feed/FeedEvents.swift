internal import CXML2

/// Gathers what libxml2 reports of a feed into its entries.
///
/// A class, since libxml2 keeps a pointer to it and calls back into it.
final class FeedEvents {
  /// Bytes kept of one entry: more is no text for reading.
  private static let longestEntry = 8 << 20
  private static let prefixes: [String: String] = [
    "http://www.w3.org/2005/Atom": "", "http://purl.org/atom/ns#": "",
    "http://purl.org/rss/1.0/": "", "http://my.netscape.com/rdf/simple/0.9/": "",
    "http://purl.org/rss/1.0/modules/content/": "content:",
    "http://purl.org/dc/elements/1.1/": "dc:", "http://purl.org/dc/terms/": "dcterms:",
    "http://purl.org/syndication/thread/1.0": "thr:",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf:",
  ]

  private(set) var root: String?
  private(set) var feed = FeedEntry()
  private(set) var entries: [FeedEntry] = []
  private(set) var declaresEntities = false
  /// Elements that are open, from the root.
  private var path: [String] = []
  private var entry: (value: FeedEntry, depth: Int, size: Int)?
  private var node: (value: FeedNode, depth: Int)?
  /// Set by the parser once it exists.
  var line: () -> Int = { 0 }

  func entityDeclaration() { declaresEntities = true }

  func start(_ name: String, _ attributes: [String: String]) {
    path.append(name)
    if root == nil { root = name }
    if node != nil { return startInside(name, attributes) }
    if entry == nil, name == "item" || name == "entry" {
      entry = (FeedEntry(line: line()), path.count, 0)
      if let about = attributes["rdf:about"] {
        entry?.value.nodes.append(FeedNode(name: "rdf:about", text: Array(about.utf8)))
      }
    } else if isPart {
      node = (FeedNode(name: name, attributes: attributes), path.count)
    }
  }

  /// Whether the element just opened belongs directly to an entry or to the feed.
  private var isPart: Bool {
    if let entry { return path.count == entry.depth + 1 }
    let above = path.dropLast().last
    return above == "channel" || above == "feed"
  }

  private func startInside(_ name: String, _ attributes: [String: String]) {
    guard node?.value.attributes["type"] == "xhtml" else { return }
    var tag = "<\(name)"
    for attribute in ["alt", "href"] {
      guard let value = attributes[attribute] else { continue }
      let escaped = value.replacing("&", with: "&amp;").replacing("\"", with: "&quot;")
      tag += " \(attribute)=\"\(escaped)\""
    }
    append(Array((tag + ">").utf8))
  }

  func end() {
    let depth = path.count
    guard let name = path.popLast() else { return }
    if let open = node {
      if depth == open.depth {
        close(open.value)
        node = nil
      } else if open.value.attributes["type"] == "xhtml" {
        append(Array("</\(name)>".utf8))
      }
    } else if let open = entry, depth == open.depth {
      entries.append(open.value)
      entry = nil
    }
  }

  private func close(_ value: FeedNode) {
    if entry == nil { feed.nodes.append(value) } else { entry?.value.nodes.append(value) }
  }

  func characters(_ text: UnsafeBufferPointer<UInt8>) {
    let isMarkup = node?.value.attributes["type"] == "xhtml"
    append(isMarkup ? FeedEvents.escaped(text) : Array(text))
  }

  private func append(_ bytes: [UInt8]) {
    guard let open = node else { return }
    if let size = entry?.size, size + bytes.count > FeedEvents.longestEntry { return }
    entry?.size += bytes.count
    if path.count > open.depth, open.value.attributes["type"] != "xhtml", let inner = path.last {
      node?.value.parts[inner, default: []] += bytes
    } else {
      node?.value.text += bytes
    }
  }

  private static func escaped(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    text.flatMap { byte -> [UInt8] in
      switch byte {
      case UInt8(ascii: "<"): Array("&lt;".utf8)
      case UInt8(ascii: "&"): Array("&amp;".utf8)
      default: [byte]
      }
    }
  }

  /// The name with the prefix that its vocabulary is known by, whatever the feed calls it.
  static func name(_ local: String, prefix: String?, vocabulary: String?) -> String {
    if let vocabulary, let known = prefixes[vocabulary] { return known + local }
    return prefix.map { "\($0):\(local)" } ?? local
  }
}
