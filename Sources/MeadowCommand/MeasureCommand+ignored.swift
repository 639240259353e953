internal import ArgumentParser

extension MeasureCommand {
  /// An option that a question has no use for is an error: whoever types it expects it to be heeded.
  func refuseWhatWouldBeIgnored() throws {
    if list {
      try refuse([isInputs, isReport, isSpark] + ofTheTable, besides: "--list") { _ in
        "it names every metric, whatever the site holds"
      }
    }
    if codexReport {
      try refuse([isInputs, isSpark] + ofTheTable, besides: "--codex-report") { _ in
        "it tells of the codex and of all items coded by hand"
      }
    }
    if engine == .spark {
      try refuse([isInputs, isMetric, isPeriod, isSegment, isForm], besides: "--engine spark") {
        option in
        switch option {
        case "--inputs": "the job holds them, as inputs.json"
        case "--metric": "give it to measure_on_spark.py, which the job is started with"
        case "--as": "print the table with --as once the job has measured"
        default: "the job measures every period and every segment"
        }
      }
    }
    if inputs {
      try refuse(ofTheTable, besides: "--inputs") { option in
        option == "--as"
          ? "it prints JSON" : "it prints what the whole site tells the measures of every community"
      }
    }
  }

  private typealias Given = (option: String, isGiven: Bool)

  private var isInputs: Given { ("--inputs", inputs) }
  private var isReport: Given { ("--codex-report", codexReport) }
  private var isSpark: Given { ("--engine spark", engine == .spark) }
  private var isCommunity: Given { ("--community", community != nil) }
  private var isMetric: Given { ("--metric", metric != nil) }
  private var isPeriod: Given { ("--period", period != nil) }
  private var isSegment: Given { ("--segment", segment != nil) }
  private var isForm: Given { ("--as", form != nil) }

  /// What narrows or shapes the table, and nothing else.
  private var ofTheTable: [Given] { [isCommunity, isMetric, isPeriod, isSegment, isForm] }

  private func refuse(
    _ options: [Given], besides question: String, _ reason: (_ option: String) -> String
  ) throws {
    guard let option = options.first(where: \.isGiven)?.option else { return }
    throw ValidationError("\(option) does not go with \(question): \(reason(option))")
  }
}
