internal import Basics
internal import OpenWeb

/// The check of built pages: any bytes have tags in order and findings with places, and the check
/// during a build says what the check of a folder says.
@_cdecl("LLVMFuzzerTestOneInput")
func checkPages(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = UnsafeBufferPointer(start: start, count: count)
  let names = ["index.html", "drawing.svg", "style.css", "robots.txt"]
  let first = Int(bytes.first ?? 0)
  let parts = bytes.dropFirst().split(separator: 0, maxSplits: 1, omittingEmptySubsequences: false)
  var files: [OutputFile] = []
  for (number, part) in parts.enumerated() {
    let name = number == 0 ? names[first % names.count] : "folder/page.html"
    guard let path = try? SitePath(name) else { continue }
    files.append(OutputFile(path: path, bytes: Array(part)))
  }
  for file in files {
    for syntax in [BuiltPage.Syntax.html, .svg] {
      checkTokens(BuiltPage(SourceText(file: file.path.text, bytes: file.bytes), syntax: syntax))
    }
  }
  let site = BuiltSite(files: files)
  let base = first & 4 != 0 ? "https://insights.example/reports/" : nil
  let found = checkSite(site, baseURL: base)
  for finding in found { precondition(!finding.text.isEmpty) }
  let inspector = SiteInspector(baseURL: base)
  var memory = PageMemory()
  let during = inspector.findings(
    about: site, reports: files.map { inspector.report(on: $0, using: &memory) })
  precondition(during == found.filter { $0.code.id != "O11" }, "both checks agree")
  return 0
}

private func checkTokens(_ page: BuiltPage) {
  var end = 0
  for token in page.tokens {
    precondition(token.range.lowerBound >= end, "tags do not overlap")
    end = token.range.upperBound
    precondition(end <= page.source.bytes.count, "a tag ends in the file")
    var last = token.range.lowerBound
    for attribute in page.attributes(of: token) {
      precondition(attribute.nameRange.lowerBound >= last, "attributes do not overlap")
      last = max(attribute.nameRange.upperBound, attribute.valueRange.upperBound)
      precondition(last <= end, "an attribute ends in its tag")
      _ = page.value(of: attribute)
    }
  }
}
