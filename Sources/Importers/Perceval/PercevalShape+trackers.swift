internal import CommunityData

/// Backends of issue trackers.
extension PercevalShape {
  static let gitLab = PercevalShape(
    type: .issue, prefix: "issue-", author: ["author.username"], time: ["created_at"],
    text: ["description"], title: ["title"], url: ["web_url"], state: ["state"],
    closed: ["closed_at"], notPublic: ["confidential"], branches: [("notes_data", gitLabNote)])

  private static let gitLabNote = PercevalShape(
    type: .comment, prefix: "comment-", author: ["author.username"], time: ["created_at"],
    text: ["body"], remark: ["system"], notPublic: ["confidential", "internal"])

  static let pagure = PercevalShape(
    type: .issue, prefix: "issue-", author: ["user.name"], time: ["date_created"],
    times: .seconds, text: ["content"], title: ["title"], state: ["status"],
    closed: ["closed_at"], notPublic: ["private"], branches: [("comments", pagureComment)])

  private static let pagureComment = PercevalShape(
    type: .comment, prefix: "comment-", author: ["user.name"], time: ["date_created"],
    times: .seconds, edited: ["edited_on"], text: ["comment"])

  static let launchpad = PercevalShape(
    type: .issue, prefix: "issue-", id: ["bug_data.id", "self_link"],
    author: ["owner_data.name", "bug_data.owner_link"], time: ["date_created"],
    text: ["bug_data.description"], mediaType: .plain, title: ["bug_data.title", "title"],
    url: ["web_link"], state: ["status"], closed: ["date_closed"],
    notPublic: ["bug_data.private"],
    branches: [("messages_data", launchpadMessage)])

  private static let launchpadMessage = PercevalShape(
    type: .comment, prefix: "comment-", id: ["self_link"],
    author: ["owner_data.name", "owner_link"], time: ["date_created"], text: ["content"],
    mediaType: .plain)

  static let phabricator = PercevalShape(
    type: .issue, prefix: "issue-",
    author: ["fields.authorData.fields.username", "fields.authorPHID"],
    time: ["fields.dateCreated"], times: .seconds, text: ["fields.description.raw"],
    title: ["fields.name"], state: ["fields.status.value"],
    branches: [("transactions", phabricatorTransaction)])

  private static let phabricatorTransaction = PercevalShape(
    type: .comment, prefix: "comment-", id: ["transactionID"],
    author: ["authorData.userName", "authorPHID"], time: ["dateCreated"], times: .seconds,
    text: ["comments"])

  static let redmine = PercevalShape(
    type: .issue, prefix: "issue-", author: ["author.id", "author.name"], time: ["created_on"],
    text: ["description"], title: ["subject"], state: ["status.name"], closed: ["closed_on"],
    notPublic: ["is_private"],
    branches: [("journals", redmineJournal)])

  private static let redmineJournal = PercevalShape(
    type: .comment, prefix: "comment-", author: ["user.id", "user.name"], time: ["created_on"],
    text: ["notes"], notPublic: ["private_notes"])

  static let jira = PercevalShape(
    type: .issue, prefix: "issue-",
    author: [
      "fields.reporter.name", "fields.reporter.accountId", "fields.creator.name",
      "fields.creator.accountId",
    ], called: ["fields.reporter.name", "fields.reporter.accountId"],
    time: ["fields.created"], text: ["fields.description"], mediaType: .plain,
    namesInBrackets: true, title: ["fields.summary"], state: ["fields.status.name"],
    closed: ["fields.resolutiondate"], notPublic: ["fields.security.name"],
    branches: [("comments_data", jiraComment), ("fields.comment.comments", jiraComment)])

  private static let jiraComment = PercevalShape(
    type: .comment, prefix: "comment-", author: ["author.name", "author.accountId"],
    called: ["author.name", "author.accountId"], time: ["created"], text: ["body"],
    mediaType: .plain, namesInBrackets: true, notPublic: ["visibility.value"])

  static let bugzillaREST = PercevalShape(
    type: .issue, prefix: "issue-", author: ["creator_detail.id", "creator"],
    time: ["creation_time"], text: [], mediaType: .plain, title: ["summary"], state: ["status"],
    branches: [("comments", bugzillaRESTComment)])

  private static let bugzillaRESTComment = PercevalShape(
    type: .comment, prefix: "comment-", author: ["creator", "author"],
    time: ["creation_time", "time"], text: ["text"], mediaType: .plain, notPublic: ["is_private"])
}
