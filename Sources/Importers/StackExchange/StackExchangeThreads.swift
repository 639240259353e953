/// Who has spoken under which post so far: what a comment's `@name` can mean.
struct StackExchangeThreads {
  private struct Post {
    /// The question's id.
    var thread: Int
    var owner: Int?
    var editor: Int?
    /// Index into `comments` of the newest comment; -1 for none.
    var lastComment: Int32 = -1
  }

  /// More of the newest people under a post are not looked at.
  private static let mostPeople = 200

  private var posts: [Int: Post] = [:]
  private var comments: [(author: Int, previous: Int32)] = []

  func has(_ post: Int) -> Bool { posts[post] != nil }

  /// The question that a post belongs to; nil when the post is not there.
  func thread(of post: Int) -> Int? { posts[post]?.thread }

  mutating func note(_ post: StackExchangePost) {
    posts[post.id] = Post(thread: post.parent ?? post.id, owner: post.owner, editor: post.editor)
  }

  mutating func note(_ comment: StackExchangeComment) {
    guard let author = comment.author, var post = posts[comment.post] else { return }
    comments.append((author, post.lastComment))
    post.lastComment = Int32(clamping: comments.count - 1)
    posts[comment.post] = post
  }

  /// User ids, the newest commenter first, then the post's author and editor and the asker.
  func people(under id: Int) -> [Int] {
    guard let post = posts[id] else { return [] }
    var people: [Int] = []
    var next = Int(post.lastComment)
    while next >= 0, people.count < StackExchangeThreads.mostPeople {
      people.append(comments[next].author)
      next = Int(comments[next].previous)
    }
    people += [post.owner, post.editor, posts[post.thread]?.owner].compactMap { $0 }
    return people
  }
}
