internal import Foundation

/// The values of one workload as JSON gave them.
struct Workload {
  var name: String
  /// How often it is rendered in one round by the fastest engines.
  var count: Int
  var values: [String: Any]

  static func all(in file: String) throws -> [Workload] {
    let data = try Data(contentsOf: URL(fileURLWithPath: file))
    guard let given = try JSONSerialization.jsonObject(with: data) as? [String: [String: Any]]
    else { throw Unreadable(what: file) }
    return [("table", 40), ("teams", 50_000), ("page", 2_000)].map { name, count in
      Workload(name: name, count: count, values: given[name] ?? [:])
    }
  }
}

struct Unreadable: Error {
  var what: String
}

/// `2026-03-12` → `12 March 2026`, the one filter that every engine is given.
func longDate(_ text: String) -> String {
  let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
  let parts = text.split(separator: "-").compactMap { Int($0) }
  return "\(parts[2]) \(months[parts[1] - 1]) \(parts[0])"
}
