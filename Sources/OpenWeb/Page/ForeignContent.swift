/// Follows which elements are open in SVG and MathML, where tags and `<![CDATA[` mean other things.
///
/// HTML standard, 13.2.6 and 13.2.6.5. HTML elements outside of a drawing are only counted, which
/// is enough to know whether an end tag of theirs ends the drawing.
struct ForeignContent {
  enum Space: UInt8 { case html, svg, math }

  private struct Node {
    var space: Space
    var element: ElementName
    var nameHash: UInt64
    /// Inside it, start tags are HTML (`foreignObject`, `desc`, `title`, some `annotation-xml`).
    var takesHTML = false

    /// Inside it, start tags are HTML but for `mglyph` and `malignmark`.
    var takesHTMLText: Bool {
      switch element {
      case .mi, .mo, .mn, .ms, .mtext: space == .math
      default: false
      }
    }
  }

  /// What is asked about a start tag.
  struct Tag {
    var element: ElementName
    var nameHash: UInt64
    var isSelfClosing: Bool
    /// `font` with a `color`, `face` or `size`.
    var isStyledFont = false
    /// `annotation-xml` with an `encoding` of HTML.
    var holdsHTML = false
  }

  /// From the outermost `svg` or `math` inwards; empty in plain HTML.
  private var open: [Node] = []
  private var openHTML = OpenCounts()
  /// Browsers nest 512 deep at most; looking no further keeps hostile input linear.
  private let reach = 512

  /// Whether the whole document is XML, where nothing is HTML: an SVG file.
  let isXML: Bool

  init(isXML: Bool = false) {
    self.isXML = isXML
  }

  /// Whether `<![CDATA[` starts character data here.
  var isForeign: Bool { isXML || open.last.map { $0.space != .html } ?? false }

  /// Takes a start tag and answers whether its element is foreign.
  mutating func start(_ tag: Tag) -> Bool {
    if isXML { return true }
    guard let current = open.last else { return startInHTML(tag) }
    if readsAsHTML(tag.element, in: current) { return startInHTML(tag) }
    if tag.element.endsForeignContent || tag.isStyledFont {
      popToHTML()
      return startInHTML(tag)
    }
    if !tag.isSelfClosing { push(tag, in: current.space) }
    return true
  }

  mutating func end(_ element: ElementName, nameHash: UInt64) {
    guard let current = open.last else {
      openHTML.remove(element, nameHash)
      return
    }
    if current.space != .html, element == .p || element == .br {
      popToHTML()
    } else {
      endWalking(element, nameHash)
    }
  }

  private mutating func startInHTML(_ tag: Tag) -> Bool {
    switch tag.element {
    case .svg, .math:
      if !tag.isSelfClosing { push(tag, in: tag.element == .svg ? .svg : .math) }
      return true
    case .image:  // The standard's name for it is `img`.
      return false
    case let element where element.isVoid || element.isTablePart && !holdsTable:
      return false
    default:
      if open.isEmpty {
        openHTML.add(tag.element, tag.nameHash)
      } else {
        push(tag, in: .html)
      }
      return false
    }
  }

  private func readsAsHTML(_ element: ElementName, in current: Node) -> Bool {
    if current.space == .html || current.takesHTML { return true }
    if current.takesHTMLText { return element != .mglyph && element != .malignmark }
    return current.element == .annotationXML && current.space == .math && element == .svg
  }

  private mutating func push(_ tag: Tag, in space: Space) {
    var node = Node(space: space, element: tag.element, nameHash: tag.nameHash)
    switch (space, tag.element) {
    case (.svg, .foreignobject), (.svg, .desc), (.svg, .title): node.takesHTML = true
    case (.math, .annotationXML): node.takesHTML = tag.holdsHTML
    default: break
    }
    open.append(node)
  }

  private mutating func popToHTML() {
    while let node = open.last, node.space != .html, !node.takesHTML, !node.takesHTMLText {
      open.removeLast()
    }
  }

  /// Closes the nearest open element of that name, unless a wall of HTML in a drawing is between.
  private mutating func endWalking(_ element: ElementName, _ nameHash: UInt64) {
    var passedHTML = false
    for index in open.indices.suffix(reach).reversed() {
      let node = open[index]
      passedHTML = passedHTML || node.space == .html
      if node.nameHash == nameHash, node.space == .html || !passedHTML {
        return open.removeSubrange(index...)
      }
      if passedHTML, node.takesHTML || node.takesHTMLText { return }
      if node.space == .html, node.element.isSpecial, !element.isSpecial { return }
    }
    guard open.count <= reach, !holdsWall, element != .body, element != .html else { return }
    if openHTML.remove(element, nameHash) { open.removeAll() }
  }

  private var holdsTable: Bool {
    open.suffix(reach).contains { $0.space == .html && $0.element == .table }
  }

  /// Whether HTML in a drawing is open, which end tags from outside cannot pass.
  private var holdsWall: Bool { open.contains { $0.takesHTML || $0.takesHTMLText } }
}

/// How many HTML elements of each name are open.
private struct OpenCounts {
  /// By the one byte a name is in memory.
  private var counts = [Int32](repeating: 0, count: 256)
  /// By their hash, those the enumeration does not know.
  private var others: [UInt64: Int32] = [:]

  mutating func add(_ element: ElementName, _ hash: UInt64) {
    if element == .other {
      others[hash, default: 0] += 1
    } else {
      counts[Int(unsafeBitCast(element, to: UInt8.self))] += 1
    }
  }

  /// Whether there was one.
  @discardableResult
  mutating func remove(_ element: ElementName, _ hash: UInt64) -> Bool {
    if element == .other {
      guard let count = others[hash], count > 0 else { return false }
      others[hash] = count - 1
      return true
    }
    let index = Int(unsafeBitCast(element, to: UInt8.self))
    guard counts[index] > 0 else { return false }
    counts[index] -= 1
    return true
  }
}
