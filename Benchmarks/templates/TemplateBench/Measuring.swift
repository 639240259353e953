internal import Foundation

/// Runs one engine over one workload, keeps what it wrote, and prints the median time of a render.
struct Measuring {
  /// Where the outputs go; a script holds them against each other.
  var folder: String
  let rounds = 9

  func run(
    _ engine: String, _ workload: Workload, slowness: Int = 1, _ render: () throws -> [UInt8]
  )
    throws
  {
    try keep(try render(), engine, workload)
    try time(engine, workload, slowness: slowness) { _ = try render() }
  }

  func keep(_ page: [UInt8], _ engine: String, _ workload: Workload) throws {
    let file = URL(fileURLWithPath: "\(folder)/\(engine)-\(workload.name).html")
    try Data(page).write(to: file)
  }

  /// `slowness` divides the number of renders in a round, so that slow engines take no minutes.
  func time(_ engine: String, _ workload: Workload, slowness: Int, _ render: () throws -> Void)
    throws
  {
    let count = max(1, workload.count / slowness)
    var times: [Double] = []
    for _ in 0..<rounds {
      let start = ContinuousClock.now
      for _ in 0..<count { try render() }
      times.append((ContinuousClock.now - start) / .nanoseconds(1) / Double(count))
    }
    print("\(engine)\t\(workload.name)\t\(times.sorted()[rounds / 2])")
  }
}
