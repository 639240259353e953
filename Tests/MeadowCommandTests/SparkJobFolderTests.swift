import Basics
import MeadowCommand
import SiteBuild
import TestSupport
import Testing

@Suite struct SparkJobFolderTests {
  @Test func writesAllThatTheJobLooksFor() throws {
    try withTemporaryFolder { root in
      try SparkJobFolder(root + "/job", master: nil).write(Array("{}".utf8), Array("{ }".utf8))
      let disk = DiskFileSystem(root: root + "/job")
      #expect(try disk.read(SitePath("inputs.json")) == Array("{}".utf8))
      #expect(try disk.read(SitePath("named.json")) == Array("{ }".utf8))
      var modules: [Substring] = []
      for file in try disk.entries(in: .root) where file.path.name.hasSuffix(".py") {
        let text = String(decoding: try disk.read(file.path), as: UTF8.self)
        modules += text.matches(of: /(?m)^(?:from|import) (meadow_[a-z]+)/).map(\.1)
      }
      #expect(modules.contains("meadow_lines"))
      for module in modules {
        #expect(try disk.entry(at: SitePath(module + ".py")) != nil, "\(module)")
      }
      let queries = try disk.entries(in: SitePath("sql")).map(\.path.name)
      for name in ["tables", "share", "people", "listed"] {
        #expect(queries.contains(name + ".sql"))
      }
      #expect(queries.contains("time_to_first_response.sql"))
    }
  }

  @Test func saysWhatToTypeForEachCommunity() {
    let job = SparkJobFolder("../job", master: "local-cluster[2,1,1536]")
    let communities = [
      community("forum", "forum"),
      community("guild", "c-29fn5dz30w"),
    ]
    #expect(
      job.commands(communities, in: ".") == """
        spark-submit --master 'local-cluster[2,1,1536]' ../job/measure_on_spark.py \\
          Content/snapshots/forum ../job/measured/forum \\
          --inputs ../job/inputs.json --named ../job/named.json \\
          --k 5 --k-consent 10
        spark-submit --master 'local-cluster[2,1,1536]' ../job/measure_on_spark.py \\
          Content/snapshots/guild ../job/measured/guild \\
          --inputs ../job/inputs.json --named ../job/named.json \\
          --k 5 --k-consent 10 --name c-29fn5dz30w

        """)
  }

  private func community(_ folder: String, _ slug: String) -> ClusterCommunity {
    ClusterCommunity(folder: folder, slug: slug, publicThreshold: 5, consentThreshold: 10)
  }

  @Test func quotesWhatAShellWouldTakeApart() {
    let job = SparkJobFolder("it's here", master: nil)
    let commands = job.commands(
      [community("forum", "forum")], in: "my site")
    #expect(commands.hasPrefix(#"spark-submit 'it'\''s here/measure_on_spark.py' \"#))
    #expect(commands.contains("'my site/Content/snapshots/forum'"))
  }
}
