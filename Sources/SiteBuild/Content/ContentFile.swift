internal import Basics
internal import MarkdownHTML

/// A Markdown file of a collection: its front matter as a value and its body still as text.
struct ContentFile<Fields: Sendable>: Sendable {
  var slug: String
  /// `Content/insights/first-reply.md`
  var path: SitePath
  var source: SourceText
  var fields: Fields
  var bodyStart: Int

  /// Reads one file by its schema; nil when its front matter or its name cannot be read at all.
  static func read(
    _ path: SitePath, _ bytes: [UInt8], _ schema: Schema<Fields>, empty: Fields,
    diagnostics: inout [Diagnostic]
  ) -> ContentFile? {
    let source = SourceText(file: path.text, bytes: bytes)
    guard let slug = Slug(path.stem) else {
      diagnostics.append(
        Diagnostic(
          SiteBuildCodes.badFileName, "the file name `\(path.name)` is no address",
          at: SourceLocation(file: path.text, line: 1),
          fix: "rename it in small letters, digits and hyphens"))
      return nil
    }
    do throws(Diagnostic) {
      let front = try readFrontMatter(source)
      var fields = empty
      diagnostics += schema.read(front.values, of: source, into: &fields)
      return ContentFile(
        slug: slug.text, path: path, source: source, fields: fields, bodyStart: front.bodyStart)
    } catch {
      diagnostics.append(error)
      return nil
    }
  }

  /// The place of a front matter value.
  func excerpt(at place: YAMLPlace) -> SourceExcerpt { source.excerpt(at: place) }
}
