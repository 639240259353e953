internal import Basics
internal import CommunityData

/// The Stack Exchange data dump: a table an XML file, a record a `<row>`.
///
/// Users come first, since comments name people by their display names; then posts, since a comment
/// knows its post but not its question. Items: `post-<Id>` for questions and answers, which share one
/// table and keep their id for good, `comment-<Id>` for comments. Every row of the four tables is
/// counted as read; users and badges are no items and count as withheld.
enum StackExchangeExport {
  static let format = ImportFormat(
    name: "stackexchange",
    title: "Stack Exchange data dump",
    files: """
      A folder or archive with Posts.xml; with Comments.xml, Users.xml and Badges.xml where they are.
      """,
    measurable: measurable,
    licences: StackExchangeLicence.history,
    example: """
      meadow import stackexchange ~/dumps/history.meta --community history-meta \
      --origin https://history.meta.stackexchange.com --date 2018-09-02
      """,
    recognition: "A file named `Posts.xml`.",
    recognises: { StackExchangeTable.posts.isFile($0.name) },
    read: { run throws(ImportError) in try read(&run) })

  private static var measurable: SnapshotManifest.Measurable {
    var measurable = SnapshotManifest.Measurable()
    measurable.replies = true
    measurable.threads = true
    measurable.urls = true
    measurable.edits = true
    return measurable
  }

  private static func read(_ run: inout ImportRun) throws(ImportError) {
    try StackExchangeTable.announce(&run)
    var users = StackExchangeUsers()
    var threads = StackExchangeThreads()
    try readUsers(&run, &users)
    try readPosts(&run, users, &threads)
    try readComments(&run, users, &threads)
    try readBadges(&run)
    writeMembers(&run, users)
    if run.request.until != nil { sayWhatCannotBeUndone(&run) }
  }

  private static func readUsers(
    _ run: inout ImportRun, _ users: inout StackExchangeUsers
  ) throws(ImportError) {
    try StackExchangeTable.users.read(&run) { row, run throws(RecordFault) in
      try users.append(row)
      run.withhold("not a conversation: member record")
    }
  }

  private static func readPosts(
    _ run: inout ImportRun, _ users: StackExchangeUsers, _ threads: inout StackExchangeThreads
  ) throws(ImportError) {
    try StackExchangeTable.posts.read(&run) { row, run throws(RecordFault) in
      let post = try StackExchangePost(row, run.limit)
      guard let kind = post.itemKind else {
        run.withhold("not a conversation: \(post.typeName)")
        return
      }
      threads.note(post)
      run.keep(post.item(kind, users, &run), from: row.record)
    }
  }

  private static func readComments(
    _ run: inout ImportRun, _ users: StackExchangeUsers, _ threads: inout StackExchangeThreads
  ) throws(ImportError) {
    var orphans = 0
    try StackExchangeTable.comments.read(&run) { row, run throws(RecordFault) in
      let comment = try StackExchangeComment(row, run.limit)
      if !threads.has(comment.post) { orphans += 1 }
      run.keep(comment.item(users, threads, &run), from: row.record)
      threads.note(comment)
    }
    if orphans == 1 {
      run.tally.note("1 comment belongs to a post that is not in the export")
    } else if orphans > 1 {
      run.tally.note("\(orphans) comments belong to posts that are not in the export")
    }
  }

  private static func readBadges(_ run: inout ImportRun) throws(ImportError) {
    try StackExchangeTable.badges.read(&run) { _, run throws(RecordFault) in
      // A badge tells what somebody once did, none that they are a moderator today.
      run.withhold("not a conversation: badge")
    }
  }

  /// Users who neither wrote nor are mentioned are not written: nothing is measured from them.
  private static func writeMembers(_ run: inout ImportRun, _ users: StackExchangeUsers) {
    for named in run.namedMembers() {
      var member = named.member
      let user = Int(named.handle).flatMap { users[$0] }
      if named.handle == StackExchangeUsers.system { member.kind = .system }
      member.joined = user?.joined
      run.append(member)
      if named.wrote, member.kind == .person, let user {
        run.append(
          Attribution(
            member: member.id, name: Minimisation.minimised(user.name.utf8),
            profile: "\(run.request.origin)/users/\(named.handle)"))
      }
    }
  }

  private static func sayWhatCannotBeUndone(_ run: inout ImportRun) {
    run.tally.gap("cut from an export of \(run.request.collected): texts carry later edits")
    run.tally.gap("scores and accepted answers as of then are not known")
  }
}
