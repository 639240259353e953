internal import CArena
internal import CMark

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// Owns a libcmark tree and frees it exactly once.
///
/// All its memory lies in one arena: a page has hundreds of nodes, and malloc was half of libcmark's
/// time.
struct CMarkDocument: ~Copyable {
  let root: CMarkNode
  private let arena: OpaquePointer

  init(_ markdown: [UInt8], smartPunctuation: Bool = false) {
    let options = smartPunctuation ? CMARK_OPT_SMART : CMARK_OPT_DEFAULT
    guard let arena = carena_open() else { preconditionFailure("there is no memory") }
    let root = using(arena) {
      let parser = cmark_parser_new_with_mem(options, ArenaAllocator.memory)
      defer { cmark_parser_free(parser) }
      markdown.withUnsafeBytes {
        cmark_parser_feed(parser, $0.bindMemory(to: CChar.self).baseAddress, $0.count)
      }
      return cmark_parser_finish(parser)
    }
    guard let root else { preconditionFailure("libcmark parses any text") }
    self.root = CMarkNode(pointer: root)
    self.arena = arena
  }

  deinit { carena_close(arena) }

  /// Changes what a text node says.
  borrowing func setText(of node: CMarkNode, to text: [UInt8]) {
    _ = using(arena) {
      (text + [0]).withUnsafeBytes {
        cmark_node_set_literal(node.pointer, $0.bindMemory(to: CChar.self).baseAddress)
      }
    }
  }

  /// libcmark's own HTML with raw HTML and every address kept: what the specification shows.
  borrowing func specificationHTML() -> [UInt8] {
    using(arena) {
      cmark_render_html(root.pointer, CMARK_OPT_UNSAFE).map { Array(CMarkNode.bytes($0)) } ?? []
    }
  }
}

/// Calls `body` with this thread's libcmark allocating in an arena.
private func using<Result>(_ arena: OpaquePointer, _ body: () -> Result) -> Result {
  let before = carena_use(arena)
  defer { _ = carena_use(before) }
  return body()
}

/// libcmark's allocator, which it keeps by its address.
private enum ArenaAllocator {
  // Written once and only read from then on.
  nonisolated(unsafe) static let memory: UnsafeMutablePointer<cmark_mem> = {
    let memory = UnsafeMutablePointer<cmark_mem>.allocate(capacity: 1)
    memory.initialize(
      to: cmark_mem(calloc: carena_calloc, realloc: carena_realloc, free: carena_free))
    return memory
  }()
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
