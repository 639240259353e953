internal import Basics
internal import JSONText

/// What the reload script is told: the newest version, and what is wrong with it.
///
///     {"version":3,"diagnostics":[{"severity":"error","code":"S002","text":"error[S002]: …"}]}
func changesReply(_ edition: PreviewEdition) -> PreviewReply {
  var writer = JSONWriter()
  writer.object { object in
    object.field("version", edition.version)
    object.array("diagnostics") { array in
      for diagnostic in edition.diagnostics {
        array.object { entry in
          entry.field("severity", diagnostic.severity.rawValue)
          entry.field("code", diagnostic.code.id)
          entry.field("explanation", diagnostic.code.explanation)
          entry.field("text", diagnostic.text)
        }
      }
    }
  }
  return PreviewReply(200, writer.bytes, type: "application/json")
}
