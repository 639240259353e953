/// The job that measures on a Spark cluster, kept in the program itself: Python, beside the SQL of the
/// metrics.
package enum SparkJob {
  /// One file under the name by which the job looks for it.
  package struct File: Sendable {
    package let name: String
    package let bytes: [UInt8]
  }

  /// What is given to `spark-submit`.
  package static let driver = "measure_on_spark.py"

  /// Sorted by name.
  package static let files: [File] = [
    File(name: driver, bytes: PackageResources.measure_on_spark_py),
    File(name: "meadow_codex.py", bytes: PackageResources.meadow_codex_py),
    File(name: "meadow_lines.py", bytes: PackageResources.meadow_lines_py),
    File(name: "meadow_measured.py", bytes: PackageResources.meadow_measured_py),
    File(name: "meadow_readers.py", bytes: PackageResources.meadow_readers_py),
    File(name: "meadow_records.py", bytes: PackageResources.meadow_records_py),
    File(name: "meadow_snapshots.py", bytes: PackageResources.meadow_snapshots_py),
    File(name: "meadow_sql.py", bytes: PackageResources.meadow_sql_py),
  ]
}
