import Foundation
import Measures
import MeasuresSQL
import SparkJob
import Testing

@Suite struct MetricSQLTests {
  private static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Sources/MeasuresSQL")

  /// A metric is published with the query that it is held against.
  @Test func hasAQueryForEachMetric() {
    #expect(MetricSQL.metrics == Metrics.all.map(\.id.rawValue))
  }

  /// The list in `MetricSQL.swift` is written by hand.
  @Test func embedsEveryFileOfTheFolder() throws {
    let files = try FileManager.default.contentsOfDirectory(
      at: MetricSQLTests.folder, includingPropertiesForKeys: nil
    ).filter { $0.pathExtension == "sql" }
    #expect(files.count == MetricSQL.metrics.count + 2 + MetricSQL.forPages.count)
    for file in files {
      let text = try String(contentsOf: file, encoding: .utf8)
      let name = file.deletingPathExtension().lastPathComponent
      let embedded =
        switch name {
        case "tables": MetricSQL.tables
        case "share": MetricSQL.share
        default: MetricSQL.query(name) ?? MetricSQL.forPages.first { $0.name == name }?.sql
        }
      #expect(embedded == text, "\(name)")
    }
  }

  /// Each result has the name of its metric and of a part that the metric has.
  @Test(arguments: Metrics.all.map(\.id.rawValue))
  func namesThePartsOfTheMetric(id: String) throws {
    let query = try #require(MetricSQL.query(id))
    let metric = try #require(Metrics.all.first { $0.id.rawValue == id })
    for name in metric.names {
      let part = name.part.isEmpty ? id : name.part
      #expect(query.contains(part), "\(name)")
    }
  }

  /// The job lies beside its Swift, and is embedded by hand.
  @Test func embedsEveryFileOfTheJob() throws {
    let folder = MetricSQLTests.folder.deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("cluster")
    let files = try FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil
    ).filter { $0.pathExtension == "py" }.sorted { $0.path < $1.path }
    #expect(
      SparkJob.files.map(\.name).sorted() == files.map(\.lastPathComponent),
      "the job's files are listed")
    for file in files {
      let embedded = SparkJob.files.first { $0.name == file.lastPathComponent }
      #expect(embedded?.bytes == Array(try Data(contentsOf: file)), "\(file.lastPathComponent)")
    }
  }
}
