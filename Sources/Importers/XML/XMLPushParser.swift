internal import CXML2

/// Owns a libxml2 push parser that never loads anything and never declares an entity.
struct XMLPushParser: ~Copyable {
  private let context: xmlParserCtxtPtr
  let events: XMLEvents

  init(events: XMLEvents) throws(ImportError) {
    self.events = events
    var handler = XMLPushParser.handler()
    let user = Unmanaged.passUnretained(events).toOpaque()
    guard let context = xmlCreatePushParserCtxt(&handler, user, nil, 0, nil) else {
      throw unreadable(events.file, "there is no memory left")
    }
    self.context = context
    // Without NOENT, `&amp;` in an attribute would come out as `&#38;`. Nothing else is replaced,
    // since there is no handler that could give an entity a value.
    xmlCtxtUseOptions(context, Int32(XML_PARSE_NONET.rawValue | XML_PARSE_NOENT.rawValue))
    events.offset = { Int(xmlByteConsumed(context)) }
  }

  deinit {
    xmlFreeParserCtxt(context)
  }

  /// Reads a piece of the file; what was in it is in `events` afterwards. A fault ends the reading.
  func read(_ bytes: ArraySlice<UInt8>, isLast: Bool = false) {
    bytes.withUnsafeBytes { buffer in
      let start = buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
      _ = xmlParseChunk(context, start, Int32(clamping: buffer.count), isLast ? 1 : 0)
    }
  }

  /// What made the document not well-formed, in libxml2's words; nil while it is.
  var fault: String? {
    guard context.pointee.wellFormed == 0 else { return nil }
    guard let text = context.pointee.lastError.message else { return "it is not well-formed" }
    return String(cString: text).split(whereSeparator: \.isNewline).joined(separator: " ")
  }

  /// The name of the character encoding when it is not UTF-8.
  var foreignEncoding: String? {
    guard let input = context.pointee.input, let buffer = input.pointee.buf,
      buffer.pointee.encoder != nil
    else { return nil }
    guard let name = context.pointee.encoding ?? input.pointee.encoding else {
      return "another encoding"
    }
    return String(cString: name)
  }

  private static func handler() -> xmlSAXHandler {
    var sax = xmlSAXHandler()
    sax.initialized = UInt32(XML_SAX2_MAGIC)
    sax.startElementNs = { user, name, _, _, _, _, count, _, attributes in
      guard let name else { return }
      listener(user)?.start(name, XMLEvents.Attributes(count: Int(count), list: attributes))
    }
    sax.endElementNs = { user, _, _, _ in listener(user)?.end() }
    sax.characters = { user, text, count in
      listener(user)?.characters(UnsafeBufferPointer(start: text, count: Int(count)))
    }
    sax.cdataBlock = sax.characters
    sax.entityDecl = { user, _, _, _, _, _ in listener(user)?.entityDeclaration() }
    sax.unparsedEntityDecl = { user, _, _, _, _ in listener(user)?.entityDeclaration() }
    // Without this, libxml2 prints its errors.
    sax.serror = { user, error in
      if error?.pointee.code == Int32(XML_WAR_UNDECLARED_ENTITY.rawValue) {
        listener(user)?.undeclaredEntity()
      }
    }
    return sax
  }
}

private func listener(_ user: UnsafeMutableRawPointer?) -> XMLEvents? {
  user.map { Unmanaged<XMLEvents>.fromOpaque($0).takeUnretainedValue() }
}
