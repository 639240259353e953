internal import CXML2

/// Reads RSS 0.9 to 2.0 and Atom with libxml2, which loads nothing, declares no entity, and goes on
/// behind what is not well-formed.
enum FeedParser {
  /// What stands in a feed's file.
  struct Reading {
    var root: String?
    var feed: FeedEntry
    var entries: [FeedEntry]
    /// In libxml2's words, with its line, what was not well-formed first.
    var fault: (text: String, line: Int)?
    var declaresEntities: Bool
  }

  private static let piece = 1 << 16

  /// `text` is UTF-8, whatever its declaration says.
  static func read(_ text: [UInt8]) -> Reading {
    let events = FeedEvents()
    let body = withoutDeclaration(text)
    var handler = handler()
    let user = Unmanaged.passUnretained(events).toOpaque()
    guard let context = xmlCreatePushParserCtxt(&handler, user, nil, 0, nil) else {
      return Reading(
        root: nil, feed: FeedEntry(), entries: [], fault: ("there is no memory left", 0),
        declaresEntities: false)
    }
    defer { xmlFreeParserCtxt(context) }
    let options = XML_PARSE_NONET.rawValue | XML_PARSE_NOENT.rawValue | XML_PARSE_RECOVER.rawValue
    xmlCtxtUseOptions(context, Int32(options))
    events.line = { Int(xmlSAX2GetLineNumber(context)) }
    feed(body, to: context, events)
    let reading = Reading(
      root: events.root, feed: events.feed, entries: events.entries, fault: fault(of: context),
      declaresEntities: events.declaresEntities)
    events.line = { 0 }
    return reading
  }

  /// Stops as soon as entities are declared: what they stand for is never made.
  private static func feed(_ body: [UInt8], to context: xmlParserCtxtPtr, _ events: FeedEvents) {
    var start = 0
    while start < body.count, !events.declaresEntities {
      let end = min(body.count, start + piece)
      body[start..<end].withUnsafeBytes { bytes in
        let base = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
        _ = xmlParseChunk(context, base, Int32(bytes.count), end == body.count ? 1 : 0)
      }
      start = end
    }
  }

  private static func fault(of context: xmlParserCtxtPtr) -> (text: String, line: Int)? {
    guard context.pointee.wellFormed == 0 else { return nil }
    let error = context.pointee.lastError
    let words = error.message.map { String(cString: $0) } ?? "it is not well-formed"
    return (words.split(whereSeparator: \.isNewline).joined(separator: " "), Int(error.line))
  }

  /// The declaration's encoding was that of the file; line ends are kept for the count of lines.
  private static func withoutDeclaration(_ text: [UInt8]) -> [UInt8] {
    let start = text.end(from: 0, while: isWhiteSpace)
    let rest = Array(text[start...])
    guard rest.has("<?xml", at: 0), let end = rest.firstIndex(of: UInt8(ascii: ">")) else {
      return rest
    }
    return Array(rest[(end + 1)...].drop(while: isWhiteSpace))
  }

  /// The encoding that the first bytes of a document declare.
  static func declaredEncoding(_ bytes: [UInt8]) -> String? {
    let head = Array(bytes.prefix(400))
    guard let end = head.firstIndex(of: UInt8(ascii: ">")),
      let sign = head[..<end].indices.first(where: { head.has("encoding", at: $0) })
    else { return nil }
    let value = head[(sign + 8)..<end].drop { $0 != 0x22 && $0 != 0x27 }.dropFirst()
    return String(decoding: value.prefix { $0 != 0x22 && $0 != 0x27 }, as: UTF8.self)
  }

  private static func handler() -> xmlSAXHandler {
    var sax = xmlSAXHandler()
    sax.initialized = UInt32(XML_SAX2_MAGIC)
    sax.startElementNs = { user, name, prefix, uri, _, _, count, _, attributes in
      guard let events = listener(user), let name else { return }
      let full = FeedEvents.name(
        String(cString: name), prefix: prefix.map { String(cString: $0) },
        vocabulary: uri.map { String(cString: $0) })
      events.start(full, FeedParser.attributes(count, attributes))
    }
    sax.endElementNs = { user, _, _, _ in listener(user)?.end() }
    sax.characters = { user, text, count in
      listener(user)?.characters(UnsafeBufferPointer(start: text, count: Int(count)))
    }
    sax.cdataBlock = sax.characters
    sax.entityDecl = { user, _, _, _, _, _ in listener(user)?.entityDeclaration() }
    sax.unparsedEntityDecl = { user, _, _, _, _ in listener(user)?.entityDeclaration() }
    // Without this, libxml2 prints its errors.
    sax.serror = { _, _ in }
    return sax
  }

  private static func attributes(
    _ count: Int32, _ list: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  ) -> [String: String] {
    guard let list else { return [:] }
    var found: [String: String] = [:]
    for index in 0..<Int(count) {
      guard let name = list[index * 5], let start = list[index * 5 + 3],
        let end = list[index * 5 + 4]
      else { continue }
      let full = FeedEvents.name(
        String(cString: name), prefix: list[index * 5 + 1].map { String(cString: $0) },
        vocabulary: list[index * 5 + 2].map { String(cString: $0) })
      let value = UnsafeBufferPointer(start: start, count: end - start)
      found[full] = String(decoding: value, as: UTF8.self)
    }
    return found
  }
}

private func listener(_ user: UnsafeMutableRawPointer?) -> FeedEvents? {
  user.map { Unmanaged<FeedEvents>.fromOpaque($0).takeUnretainedValue() }
}
