internal import Basics
internal import Measures
internal import Templating

/// A metric's worked example as two small tables: what was written, and what is counted.
struct MetricExample {
  private let metric: Metric
  private let wording: Wording

  init(_ metric: Metric, _ wording: Wording) {
    self.metric = metric
    self.wording = wording
  }

  var html: SafeHTML {
    let example = metric.example
    var output: [UInt8] = []
    output += "<div class=\"two\">".utf8
    let tellsText = example.posts.contains { !$0.text.isEmpty }
    table(
      wording(.examplePosts, ["day": .text(example.until)]),
      [.exampleThread, .exampleWho, .exampleWhen] + (tellsText ? [.exampleText] : []),
      example.posts.map { [$0.thread, who($0), $0.at] + (tellsText ? [told($0)] : []) }, times: 2,
      to: &output)
    table(
      wording(.exampleCounted), [.exampleName, .examplePeriod, .exampleSegment, .exampleValue],
      example.results.map { result in
        [
          MetricName(metric.id, result.part).description, result.period, result.segment,
          value(result),
        ]
      }, times: 1, to: &output)
    output += "</div>".utf8
    return SafeHTML(trusted: output)
  }

  private func who(_ post: WorkedExample.Post) -> String {
    post.count == 1
      ? post.author
      : wording(.exampleTimes, ["name": .text(post.author), "n": .count(post.count)])
  }

  /// The text of a post, with its tags and the codes that a person gave it.
  private func told(_ post: WorkedExample.Post) -> String {
    func words(_ word: SiteWord, _ names: [String]) -> String {
      names.isEmpty
        ? "" : wording(word, ["names": .text(names.joined(separator: wording.listSeparator))])
    }
    return [post.text, words(.exampleTagged, post.tags), words(.exampleCoded, post.codes)]
      .filter { !$0.isEmpty }.joined(separator: "; ")
  }

  private func value(_ result: WorkedExample.Result) -> String {
    guard let value = result.value else { return "–" }
    let unit = metric.parts.first { $0.name == result.part }?.unit ?? .items
    return wording.value(value, in: unit)
  }

  /// `times`: the column whose moments or periods stay on one line.
  private func table(
    _ caption: String, _ head: [SiteWord], _ rows: [[String]], times: Int,
    to output: inout [UInt8]
  ) {
    output += "<div class=\"tw\" tabindex=\"0\" role=\"region\" aria-label=\"".utf8
    HTMLEscaping.append(caption.utf8, to: &output)
    output += "\"><table><caption>".utf8
    HTMLEscaping.append(caption.utf8, to: &output)
    output += "</caption><thead><tr>".utf8
    for cell in head { element("th scope=\"col\"", "th", wording(cell), to: &output) }
    output += "</tr></thead><tbody>".utf8
    for row in rows {
      output += "<tr>".utf8
      for (column, cell) in row.enumerated() {
        element(column == times ? "td class=\"nw\"" : "td", "td", cell, to: &output)
      }
      output += "</tr>".utf8
    }
    output += "</tbody></table></div>".utf8
  }

  private func element(
    _ start: String, _ name: String, _ text: String, to output: inout [UInt8]
  ) {
    output += "<\(start)>".utf8
    HTMLEscaping.append(text.utf8, to: &output)
    output += "</\(name)>".utf8
  }
}
