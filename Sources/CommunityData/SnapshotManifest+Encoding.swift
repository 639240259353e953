internal import Basics
internal import JSONText

extension SnapshotManifest {
  /// The bytes of `manifest.json`: the same manifest gives the same bytes.
  package var encoded: [UInt8] {
    var json = JSONWriter(style: .pretty)
    json.object { json in
      json.field("format", SnapshotManifest.format)
      json.field("version", SnapshotManifest.version)
      if measured != nil { json.field("kind", SnapshotKind.measured.rawValue) }
      writeOrigin(to: &json)
      writeRights(to: &json)
      json.object("measurable") { json in
        for (name, flag) in measurable.flags { json.field(name, flag) }
      }
      json.object("counts", counts.write)
      if let measured { json.object("measured", measured.write) }
      json.array("files") { json in
        for file in files { json.object(file.write) }
      }
    }
    json.endLine()
    return json.bytes
  }

  private func writeOrigin(to json: inout JSONWriter) {
    json.field("community", community)
    json.field("platform", platform)
    json.field("origin", origin)
    json.field("collected", collected)
    json.object("window") { json in
      json.field("from", window.from)
      json.field("to", window.to)
    }
    json.field("complete", complete)
    json.array("gaps") { json in for gap in gaps { json.string(gap) } }
    json.object("exporter") { json in
      json.field("name", exporter.name)
      json.field("version", exporter.version)
    }
    json.field("key", ifPresent: key)
  }

  private func writeRights(to json: inout JSONWriter) {
    json.field("scope", scope.rawValue)
    json.array("licences") { json in
      for licence in licences {
        json.object { json in
          json.field("id", licence.id)
          json.field("until", ifPresent: licence.until)
          json.field("attribution", ifPresent: licence.attribution)
        }
      }
    }
  }
}

extension SnapshotManifest.Measurable {
  /// Each flag with its name, in the order in which they are written.
  var flags: [(name: String, flag: Bool)] {
    [
      ("replies", replies), ("reactions", reactions), ("threads", threads), ("urls", urls),
      ("edits", edits), ("roles", roles),
    ]
  }
}

extension SnapshotManifest.Counts {
  fileprivate func write(to json: inout JSONWriter) {
    json.field("read", read)
    json.field("items", items)
    json.field("members", members)
    json.field("channels", channels)
    json.field("quarantined", quarantined)
    json.object("withheld") { json in
      for (reason, count) in withheld.sorted(by: { $0.key < $1.key }) { json.field(reason, count) }
    }
  }
}

extension SnapshotManifest.Measured {
  fileprivate func write(to json: inout JSONWriter) {
    json.field("engine", engine)
    json.field("threshold", threshold)
    json.field("zone_offset", zoneOffset)
    json.field("last_day", lastDay.description)
    json.field("accepted", tellsAccepted)
    json.field("questions", marksQuestions)
    json.field("unlisted", unlisted)
    json.array("inputs") { json in
      for file in inputs { json.object(file.write) }
    }
  }
}

extension SnapshotManifest.File {
  fileprivate func write(to json: inout JSONWriter) {
    json.field("path", path)
    json.field("sha256", sha256)
    json.field("rows", rows)
  }
}
