internal import CMark

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// Owns a libcmark tree and frees it exactly once.
struct CMarkDocument: ~Copyable {
  let root: CMarkNode

  init(_ markdown: [UInt8], smartPunctuation: Bool = false) {
    let options = smartPunctuation ? CMARK_OPT_SMART : CMARK_OPT_DEFAULT
    let root = markdown.withUnsafeBytes {
      cmark_parse_document($0.bindMemory(to: CChar.self).baseAddress, $0.count, options)
    }
    guard let root else { preconditionFailure("libcmark parses any text") }
    self.root = CMarkNode(pointer: root)
  }

  deinit { cmark_node_free(root.pointer) }

  /// libcmark's own HTML with raw HTML and every address kept: what the specification shows.
  borrowing func specificationHTML() -> [UInt8] {
    guard let text = cmark_render_html(root.pointer, CMARK_OPT_UNSAFE) else { return [] }
    defer { cmark_get_default_mem_allocator().pointee.free(text) }
    return Array(CMarkNode.bytes(text))
  }
}

/// A node of a tree; valid as long as its document.
struct CMarkNode: Equatable {
  /// In the order of `cmark_node_type`, so that its number is the raw value.
  enum Kind: UInt32 {
    case document = 1
    case blockQuote, list, item, codeBlock, htmlBlock, customBlock, paragraph, heading
    case thematicBreak
    case text, softBreak, lineBreak, code, htmlInline, customInline, emphasis, strong, link, image
  }

  let pointer: OpaquePointer

  var kind: Kind {
    guard let kind = Kind(rawValue: cmark_node_get_type(pointer).rawValue) else {
      preconditionFailure("libcmark has no other node types")
    }
    return kind
  }

  var firstChild: CMarkNode? { cmark_node_first_child(pointer).map(CMarkNode.init) }
  var lastChild: CMarkNode? { cmark_node_last_child(pointer).map(CMarkNode.init) }
  var next: CMarkNode? { cmark_node_next(pointer).map(CMarkNode.init) }
  var previous: CMarkNode? { cmark_node_previous(pointer).map(CMarkNode.init) }
  var parent: CMarkNode? { cmark_node_parent(pointer).map(CMarkNode.init) }

  /// The text of text, code and raw HTML.
  var literal: UnsafeBufferPointer<UInt8> { CMarkNode.bytes(cmark_node_get_literal(pointer)) }
  var url: UnsafeBufferPointer<UInt8> { CMarkNode.bytes(cmark_node_get_url(pointer)) }
  var title: UnsafeBufferPointer<UInt8> { CMarkNode.bytes(cmark_node_get_title(pointer)) }
  var fenceInfo: UnsafeBufferPointer<UInt8> { CMarkNode.bytes(cmark_node_get_fence_info(pointer)) }

  var headingLevel: Int { Int(cmark_node_get_heading_level(pointer)) }
  var isOrderedList: Bool { cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST }
  var listStart: Int { Int(cmark_node_get_list_start(pointer)) }
  var isTight: Bool { cmark_node_get_list_tight(pointer) != 0 }

  /// Lines and columns start at 1; columns count bytes. Inlines count from their block's start.
  var startLine: Int { Int(cmark_node_get_start_line(pointer)) }
  var startColumn: Int { Int(cmark_node_get_start_column(pointer)) }
  var endLine: Int { Int(cmark_node_get_end_line(pointer)) }

  fileprivate static func bytes(_ text: UnsafePointer<CChar>?) -> UnsafeBufferPointer<UInt8> {
    guard let text else { return UnsafeBufferPointer(start: nil, count: 0) }
    return UnsafeBufferPointer(
      start: UnsafeRawPointer(text).assumingMemoryBound(to: UInt8.self), count: strlen(text))
  }
}
