package import Basics
internal import JSONText

extension Diagnostic {
  /// One JSON object on a line of its own, for editors and for checks that run unattended; what is
  /// not known is left out, and `source_column`, where the finding begins in `source`, unless a long
  /// line is cut.
  ///
  ///     {"code":"S002","severity":"error","message":"…","file":"Content/site.yaml","line":3,
  ///      "column":1,"length":5,"source":"titel: A","fix":"…","notes":[]}
  package var json: [UInt8] {
    var writer = JSONWriter()
    writer.object { object in
      object.field("code", code.id)
      object.field("severity", severity.rawValue)
      object.field("message", message)
      object.field("file", ifPresent: location?.file)
      object.field("line", ifPresent: location?.line)
      object.field("column", ifPresent: location?.column)
      object.field("length", ifPresent: excerpt?.length)
      object.field("source", ifPresent: excerpt?.line)
      object.field("source_column", ifPresent: excerpt?.cutColumn)
      object.field("fix", ifPresent: fix)
      object.array("notes") { list in
        for note in notes { list.string(note) }
      }
    }
    writer.endLine()
    return writer.bytes
  }
}

extension SourceExcerpt {
  fileprivate var cutColumn: Int? { column == location.column ? nil : column }
}
