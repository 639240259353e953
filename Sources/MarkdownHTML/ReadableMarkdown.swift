package import Basics

/// Why a file of so many bytes is not read as Markdown, which its size alone tells; nil when it is.
package func findingOfMarkdownSize(
  _ size: Int, of file: String, _ limits: MarkdownLimits = MarkdownLimits()
) -> Diagnostic? {
  guard size > limits.fileSize else { return nil }
  return Diagnostic(
    MarkdownCodes.fileTooLarge, "this file has \(size) bytes, \(limits.fileSize) are allowed",
    at: SourceLocation(file: file, line: 1), fix: "split the page")
}

/// Whether a file is one that a page may be made of; says why not.
func isReadableMarkdown(
  _ source: SourceText, _ limits: MarkdownLimits, _ findings: inout Findings
) -> Bool {
  guard isBoundedMarkdown(source, limits, &findings) else { return false }
  guard let offset = firstInvalidUTF8(source.bytes) else { return true }
  findings.add(
    MarkdownCodes.invalidUTF8, "this file is not UTF-8", at: offset..<offset + 1,
    fix: "save the file as UTF-8")
  return false
}

/// Whether libcmark reads a file in a time that grows with its size alone; says why not.
func isBoundedMarkdown(
  _ source: SourceText, _ limits: MarkdownLimits, _ findings: inout Findings
) -> Bool {
  let bytes = source.bytes
  if let finding = findingOfMarkdownSize(bytes.count, of: source.file, limits) {
    findings.add(finding)
    return false
  }
  if hasTooManyImages(bytes) {
    findings.add(
      MarkdownCodes.tooManyImages, "this page has more than \(maximumImages) images", at: 0..<0,
      fix: "split the page")
    return false
  }
  // A list to open and a line to leave blank take a byte each: a short file has not enough of both.
  if bytes.count * (bytes.count / 4 + 1) <= maximumBlankLineSteps { return true }
  let containers = OpenContainers(bytes)
  if containers.blankLineSteps > maximumBlankLineSteps {
    findings.add(
      MarkdownCodes.tooDeep, "too many blank lines stand inside the lists that this line opens",
      at: containers.deepestLine..<containers.deepestLine, fix: "write it flatter")
    return false
  }
  return true
}

// A second of libcmark's time; the deepest lists that can be shown allow a million blank lines.
private let maximumBlankLineSteps = 50_000_000

// libcmark 0.30.2 looks at every open `![` again for each link: 300,000 of them take minutes.
private let maximumImages = 20_000

private func hasTooManyImages(_ bytes: [UInt8]) -> Bool {
  guard bytes.count > 2 * maximumImages else { return false }
  var count = 0
  for index in 1..<bytes.count where bytes[index] == UInt8(ascii: "[") {
    if bytes[index - 1] == UInt8(ascii: "!") { count += 1 }
  }
  return count > maximumImages
}
