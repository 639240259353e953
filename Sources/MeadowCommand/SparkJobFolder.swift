package import Basics
internal import Measures
internal import MeasuresSQL
package import SiteBuild
internal import SparkJob

/// A folder with all that measuring on a Spark cluster needs: the job, its SQL, and what the site tells.
package struct SparkJobFolder {
  private let path: String
  /// The cluster, as `spark-submit --master` takes it; nil for the one that Spark is configured for.
  private let master: String?

  package init(_ path: String, master: String?) {
    self.path = path
    self.master = master
  }

  /// Writes every file anew.
  package func write(_ inputs: [UInt8], _ named: [UInt8]) throws(FileError) {
    // The folder itself need not be there, the one it lies in must.
    guard let (disk, name) = CapturedFile.place(path) else {
      throw FileError("write", path, reason: "this is no name of a folder")
    }
    let sql =
      [("tables", MetricSQL.tables), ("share", MetricSQL.share)] + MetricSQL.forPages
      + MetricSQL.queries
    for file in SparkJob.files { try disk.write(file.bytes, to: place(name, file.name)) }
    for (query, text) in sql {
      try disk.write(Array(text.utf8), to: place(name, "sql/\(query).sql"))
    }
    try disk.write(inputs, to: place(name, "inputs.json"))
    try disk.write(named, to: place(name, "named.json"))
  }

  /// What to type for each community: this program starts no other.
  package func commands(_ communities: [ClusterCommunity], in site: String) -> String {
    let cluster = master.map { " --master " + shellWord($0) } ?? ""
    return communities.map { community in
      let snapshots = (site == "." ? "" : site + "/") + "Content/snapshots/" + community.folder
      let name = community.folder == community.slug ? "" : " --name " + shellWord(community.slug)
      return """
        spark-submit\(cluster) \(shellWord(path + "/" + SparkJob.driver)) \\
          \(shellWord(snapshots)) \(shellWord(path + "/measured/" + community.folder)) \\
          --inputs \(shellWord(path + "/inputs.json")) --named \(shellWord(path + "/named.json")) \\
          --k \(community.publicThreshold) --k-consent \(community.consentThreshold)\(name)

        """
    }.joined()
  }

  private func place(_ folder: String, _ name: String) throws(FileError) -> SitePath {
    do {
      return try SitePath(folder + "/" + name)
    } catch {
      throw FileError("write", name, reason: error.description)
    }
  }
}
