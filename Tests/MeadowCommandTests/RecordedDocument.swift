import Foundation
import Testing

/// Holds a generated page against the one in the repository; `RECORD_GOLDEN=1` writes it anew and
/// fails, so that nobody takes a recording for a test.
func expectRecorded(
  _ wanted: String, at path: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let file = repository.appendingPathComponent(path)
  if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" {
    try wanted.write(to: file, atomically: true, encoding: .utf8)
    Issue.record(
      "\(path) is written anew; run again without RECORD_GOLDEN", sourceLocation: sourceLocation)
  }
  let text = try? String(contentsOf: file, encoding: .utf8)
  #expect(text == wanted, sourceLocation: sourceLocation)
}
