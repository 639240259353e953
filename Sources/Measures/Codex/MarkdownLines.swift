/// Tells, line after line, what in a Markdown text is not its author's own prose: quotations, headings,
/// and blocks of code, fenced or indented.
///
/// Where lists make it doubtful whether a line is code or goes on with what was said, it is prose.
struct MarkdownLines {
  private enum Standing {
    /// Behind nothing, an empty line, a heading or code: what is indented now is code.
    case apart
    /// In a paragraph, which an underline makes a heading; with where it begins.
    case paragraph(Int)
    /// In what may go on with an item of a list or with a quotation.
    case carried
  }

  private var standing = Standing.apart
  private var fence: CodeFence?
  private var isInList = false

  /// What is no prose now that a line is read: the line, the paragraph that it underlines, or nothing.
  mutating func hidden(by line: ArraySlice<UInt8>) -> Range<Int>? {
    let bare = line.drop(while: \.isIndent)
    if let open = fence {
      if bare.closes(open) { fence = nil }
      return line.indices
    }
    if bare.isBlankLine {
      standing = .apart
      return nil
    }
    if case .apart = standing {
      if !isInList, line.isIndentedAsCode { return line.indices }
      if line.startIndex == bare.startIndex, !bare.isListItem { isInList = false }
    }
    return hidden(by: line, bare)
  }

  /// `bare`: the line without its indentation; it is neither empty nor in a block of code.
  private mutating func hidden(
    by line: ArraySlice<UInt8>, _ bare: ArraySlice<UInt8>
  ) -> Range<Int>? {
    if let opening = bare.openingFence {
      fence = opening
      standing = .apart
      return line.indices
    }
    if bare.isHeading {
      standing = .apart
      return line.indices
    }
    if bare.first == UInt8(ascii: ">") {
      standing = .carried
      return line.indices
    }
    return paragraph(underlinedBy: line, bare)
  }

  private mutating func paragraph(
    underlinedBy line: ArraySlice<UInt8>, _ bare: ArraySlice<UInt8>
  ) -> Range<Int>? {
    let isUnderline = bare.isUnderline && !line.isIndentedAsCode
    switch standing {
    case .paragraph(let start) where isUnderline:
      standing = .apart
      return start..<line.startIndex
    case _ where bare.isListItem:
      isInList = true
      standing = .carried
    case .apart where !isUnderline:
      standing = isInList ? .carried : .paragraph(line.startIndex)
    default: break
    }
    return nil
  }
}
