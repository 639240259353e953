internal import Foundation
internal import Templating

// template-bench VALUES.json TEMPLATES OUTPUT [ENGINE [WORKLOAD]]: prints engine, workload and nanoseconds.
let arguments = CommandLine.arguments
guard arguments.count >= 4 else {
  print("usage: template-bench VALUES.json TEMPLATES OUTPUT [ENGINE [WORKLOAD]]")
  exit(64)
}
let templates = arguments[2]
let measuring = Measuring(folder: arguments[3])
let wanted = arguments.count > 4 ? arguments[4] : nil

func measure(_ workload: Workload) throws {
  if wanted == nil || wanted == "meadow" { try measureMeadow(workload) }
  if wanted == nil || wanted == "hand" { try measureHand(workload) }
  if wanted == nil || wanted == "mustache" {
    try measuring.run(
      "swift-mustache", workload, slowness: 40,
      try mustache(workload, templates: templates + "/mustache"))
  }
  if wanted == nil || wanted == "stencil" {
    try measuring.run(
      "Stencil", workload, slowness: 200, try stencil(workload, templates: templates + "/stencil"))
  }
}

func measureMeadow(_ workload: Workload) throws {
  let engine = try MeadowEngine(workload, templates: templates + "/meadow")
  var machine = TemplateMachine(engine.set)
  let page = try machine.render(engine.entry, engine.page)
  try measuring.keep(page, "Meadow", workload)
  try measuring.time("Meadow", workload, slowness: 1) {
    try machine.render(engine.entry, engine.page) { _ in }
  }
  try measureCopying(page, workload)
}

/// The least that anything takes which has this page as its output.
func measureCopying(_ page: [UInt8], _ workload: Workload) throws {
  let target = UnsafeMutablePointer<UInt8>.allocate(capacity: page.count)
  defer { target.deallocate() }
  try measuring.time("memcpy of the output", workload, slowness: 1) {
    page.withUnsafeBufferPointer { source in
      if let start = source.baseAddress { memcpy(target, start, source.count) }
    }
  }
}

func measureHand(_ workload: Workload) throws {
  var writer = HandWriter()
  let values = workload.values
  switch workload.name {
  case "table":
    let rows = (values["table"] as? [[Any]] ?? []).map { row in
      row.map { cell in (cell as? Int).map { Cell.number($0) } ?? .text(cell as? String ?? "") }
    }
    try run(&writer, workload) { $0.table(rows) }
  case "teams":
    let year = values["year"] as? Int ?? 0
    let teams = values.records("teams").map { ($0.text("name"), $0["score"] as? Int ?? 0) }
    try run(&writer, workload) { $0.teams(year, teams) }
  default:
    let page = HandPage(values)
    try run(&writer, workload) { $0.page(page) }
  }
}

func run(_ writer: inout HandWriter, _ workload: Workload, _ write: (inout HandWriter) -> Void)
  throws
{
  write(&writer)
  try measuring.keep(Array(writer.bytes), "Swift by hand", workload)
  try measuring.time("Swift by hand", workload, slowness: 1) {
    writer.clear()
    write(&writer)
  }
}

for workload in try Workload.all(in: arguments[1])
where arguments.count < 6 || arguments[5] == workload.name { try measure(workload) }
