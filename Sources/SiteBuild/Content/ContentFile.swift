internal import Basics
internal import MarkdownHTML

/// A Markdown file of a collection: its front matter as a value and its body still as text.
///
/// Of many thousand files each is copied into lists, sections and plans, so the value is one
/// reference to what never changes but its fields, which are copied when they do.
struct ContentFile<Fields: PageFields>: Sendable, ContentEntry {
  private var stored: Stored

  /// The file's name without its ending: what references call it.
  var slug: String { stored.slug }
  /// `Content/insights/first-reply.md`
  var path: SitePath { stored.path }
  var source: SourceText { stored.source }
  var bodyStart: Int { stored.bodyStart }
  /// The other content that its front matter names.
  var references: [ContentReference] { stored.references }
  var head: PageHead { stored.fields.head }
  var fields: Fields {
    get { stored.fields }
    set { stored = stored.with(newValue) }
  }

  private final class Stored: Sendable {
    let slug: String
    let path: SitePath
    let source: SourceText
    let fields: Fields
    let bodyStart: Int
    let references: [ContentReference]

    init(
      slug: String, path: SitePath, source: SourceText, fields: Fields, bodyStart: Int,
      references: [ContentReference]
    ) {
      self.slug = slug
      self.path = path
      self.source = source
      self.fields = fields
      self.bodyStart = bodyStart
      self.references = references
    }

    func with(_ fields: Fields) -> Stored {
      Stored(
        slug: slug, path: path, source: source, fields: fields, bodyStart: bodyStart,
        references: references)
    }
  }

  /// Reads one file by its schema; nil when its front matter or its name cannot be read at all.
  static func read(
    _ path: SitePath, _ bytes: [UInt8], diagnostics: inout [Diagnostic]
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
      if !front.isThere, let missing = missingFrontMatter(of: source) { throw missing }
      var fields = Fields()
      var reading = SchemaReading(source)
      Fields.schema.read(front.values, &reading, into: &fields)
      diagnostics += reading.diagnostics
      let stored = Stored(
        slug: slug.text, path: path, source: source, fields: fields, bodyStart: front.bodyStart,
        references: reading.references)
      return ContentFile(stored: stored)
    } catch {
      diagnostics.append(error)
      return nil
    }
  }

  /// Said once of a file that lacks all of it, and not of each key that would have stood there; nil
  /// where no key must.
  private static func missingFrontMatter(of source: SourceText) -> Diagnostic? {
    guard let key = Fields.schema.keys.first(where: \.isRequired) else { return nil }
    return Diagnostic(
      SiteBuildCodes.missingKey,
      "\(Fields.schema.kind) begins with front matter, and this file has none",
      at: source.excerpt(line: 1, column: 1, length: 1),
      fix: "begin it with `---`, then `\(key.name): …`, and end it with another `---`")
  }

  /// The place of a front matter value.
  func excerpt(at place: YAMLPlace) -> SourceExcerpt { source.excerpt(at: place) }
}

/// What is the same for files of every kind.
protocol ContentEntry: Sendable {
  var slug: String { get }
  var path: SitePath { get }
  var source: SourceText { get }
  var head: PageHead { get }
  var bodyStart: Int { get }
  var references: [ContentReference] { get }
}

extension ContentEntry {
  /// `Content/insights/first-reply.md` → `insights/first-reply`
  var name: String { String(path.text.dropFirst(SiteFolders.content.count + 1).dropLast(3)) }

  /// The listed folder it lies in; nil for a page of a plain section.
  var folder: ContentFolder? {
    let parts = path.parts
    return parts.count == 3 ? ContentFolder(rawValue: String(parts[1])) : nil
  }

  /// The community that a text is about: the one that its blocks and values mean where they name none.
  var subject: String? {
    if folder == .communities { return slug }
    let named = (self as? ContentFile<Insight>)?.fields.communities ?? []
    return named.count == 1 ? named[0].value : nil
  }
}
