internal import CommunityData

/// Where the fields of an item stand in a backend's answer. A path names the objects on the way
/// (`user.name`); of several the first that is there is taken.
struct PercevalShape: Sendable {
  var type = Item.Kind.message
  /// Before ids that are unique among their kind only.
  var prefix = ""
  var id: [String] = ["id"]
  var author: [String]
  /// The name that texts call the author by, where that is not what stands in `author`.
  var called: [String] = []
  var time: [String]
  var times = TimeForm.iso
  var edited: [String] = []
  var text: [String]
  var mediaType = Item.MediaType.markdown
  /// Whether texts name people as `[~ann]`.
  var namesInBrackets = false
  var title: [String] = []
  var url: [String] = []
  /// The id of the item it answers, of those with the same prefix.
  var parent: [String] = []
  var state: [String] = []
  var closed: [String] = []
  var score: [String] = []
  /// The id of the accepted answer.
  var accepted: [String] = []
  /// It is a remark of the platform when there is something here other than false.
  var remark: [String] = []
  /// Only some may read it when there is something here other than false.
  var notPublic: [String] = []
  /// What hangs on it: the path of a list, and the shape of its elements.
  var branches: [(list: String, shape: PercevalShape)] = []

  /// What it and all that hangs on it tell.
  var measurable: SnapshotManifest.Measurable {
    let answers = !parent.isEmpty || !branches.isEmpty
    var measurable = SnapshotManifest.Measurable(
      replies: answers, threads: answers, urls: !url.isEmpty, edits: !edited.isEmpty)
    for branch in branches { measurable.formUnion(branch.shape.measurable) }
    return measurable
  }

  /// Categories that tell of things and events, not of what people say.
  static let others: Set<String> = ["repository", "event", "commit", "page", "user"]

  /// By backend.
  static let shapes: [String: PercevalShape] = [
    "Askbot": askbot, "BugzillaREST": bugzillaREST, "GitLab": gitLab,
    "Gitter": gitter, "Jira": jira, "Kitsune": kitsune, "Launchpad": launchpad,
    "Mattermost": mattermost, "Pagure": pagure, "Phabricator": phabricator, "Redmine": redmine,
    "RocketChat": rocketChat, "RSS": rss, "StackExchange": stackExchange, "Supybot": supybot,
    "Telegram": telegram,
  ]
}
