internal import Basics
internal import JSONText

extension ManifestFields {
  /// A file is listed once; the items are whole, or in parts numbered from 0 without a gap.
  mutating func checkNames(ofFiles values: [JSONValue], isMeasured: Bool) {
    var seen: Set<String> = []
    var parts = 0
    for value in values {
      guard let path = value["path"]?.string, let name = SnapshotFileName(path: path) else {
        continue
      }
      if !isMeasured, SnapshotFileName.measured.contains(name) {
        refuse(value, "only a measured snapshot has `\(path)`", fix: "import again")
      }
      let part = SnapshotFileName.part(of: path)
      let plainName = part.map(SnapshotFileName.items(part:)) ?? name.rawValue
      let isMixed =
        part == nil ? name == .items && parts > 0 : seen.contains(SnapshotFileName.items.rawValue)
      if !seen.insert(plainName).inserted {
        refuse(
          value, "`files` lists `\(plainName)` twice", fix: "keep it either plain or compressed")
      } else if isMixed {
        refuse(value, "`files` lists the items whole and in parts", fix: "import again")
      } else if let part, part != parts {
        let wanted = SnapshotFileName.items(part: parts)
        refuse(
          value, "`files` lists `\(plainName)` where `\(wanted)` should stand",
          fix: "restore the manifest, or import again")
      }
      if let part { parts = part + 1 }
    }
  }

  private mutating func refuse(_ value: JSONValue, _ message: String, fix: String) {
    report(CommunityDataCodes.badValue, message, at: value["path"], fix: fix)
  }
}
