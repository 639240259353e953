internal import Basics
internal import MarkdownHTML
internal import Measures

/// Which insight goes to which department, and why.
struct Distribution: Sendable {
  /// Why an insight goes to a department. Where its author named departments, it goes to those alone.
  enum Reason: Sendable, Hashable {
    case named
    /// The file name of a job that both have.
    case job(String)
    /// A tag, or a word of title or summary, that the department wants to hear of.
    case topic(String)
    /// The file name of a community that the department follows.
    case community(String)
  }

  struct Delivery: Sendable, Hashable {
    /// An index into ``SiteContent/departments``.
    var department: Int
    var reason: Reason
  }

  /// Of each insight, in the order of the departments.
  let deliveries: [[Delivery]]

  /// `communities`: the file names of those that are published; of others nothing is told.
  init(_ content: SiteContent, communities: Set<String>) {
    let readers = content.departments.map { Reader($0.fields, communities) }
    deliveries = content.insights.indices.map { index in
      let insight = content.insights[index]
      return content.departments.indices.compactMap { department in
        let named = insight.fields.departments
        let reason: Reason? =
          named.isEmpty
          ? readers[department].reason(for: insight.fields)
          : named.contains { $0.value == content.departments[department].slug } ? .named : nil
        return reason.map { Delivery(department: department, reason: $0) }
      }
    }
  }

  /// Indices of the insights of a department, in the order of the insights.
  func insights(of department: Int) -> [Int] {
    deliveries.indices.filter { index in
      deliveries[index].contains { $0.department == department }
    }
  }

  /// Insights that no department is told of; none where the site has no departments. A community that
  /// said no may have been the reason, and nobody's no is a fault of the site.
  func findings(_ content: SiteContent, withheld: Set<String>) -> [Diagnostic] {
    if content.departments.isEmpty { return [] }
    return content.insights.indices.filter { index in
      deliveries[index].isEmpty
        && !content.insights[index].fields.communities.contains { withheld.contains($0.value) }
    }.map { index in
      let insight = content.insights[index]
      return Diagnostic(
        SiteBuildCodes.reachesNobody, "the insight `\(insight.head.title)` is in no brief",
        at: SourceLocation(file: insight.path.text, line: 1), severity: .warning,
        fix: "name under `departments:` whom it concerns, or under `jobs:` what it is about")
    }
  }
}

/// What a department wants to hear about.
private struct Reader {
  let jobs: Set<String>
  let communities: Set<String>
  let topics: [String]
  /// Finds the topics as the codex finds its cues: whole words, in any case, without accents.
  let finder: CodexFinder

  init(_ department: Department, _ published: Set<String>) {
    jobs = Set(department.jobs.map(\.value))
    communities = Set(department.communities.map(\.value)).intersection(published)
    topics = department.topics.map(\.value)
    finder = CodexFinder(
      Codex(
        codes: topics.enumerated().map { number, topic in
          Codex.Code(
            id: String(number), title: topic, meaning: "", phrases: [Codex.Phrase(topic)])
        }))
  }

  func reason(for insight: Insight) -> Distribution.Reason? {
    if let job = insight.jobs.first(where: { jobs.contains($0.value) }) { return .job(job.value) }
    if let topic = topic(of: insight) { return .topic(topic) }
    return insight.communities.first { communities.contains($0.value) }
      .map { .community($0.value) }
  }

  private func topic(of insight: Insight) -> String? {
    if topics.isEmpty { return nil }
    let tags = insight.head.tags.map(\.value).joined(separator: ", ")
    let text = JudgedText(
      title: insight.head.title, content: (insight.head.summary ?? "") + "\n" + tags, judged: [:])
    let found = Set(finder.hits(in: text).compactMap { Int($0.code) })
    return topics.indices.first(where: found.contains).map { topics[$0] }
  }
}
