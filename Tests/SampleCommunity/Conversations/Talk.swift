internal import CommunityData

/// What somebody does by writing.
enum Talk: Sendable, CaseIterable {
  case question, suggestion, criticism, praise, show, announcement
  case answer, explanation, agreement, remark, thanks, request

  /// The code of the codex that a human reader gives it, where there is one.
  var code: String? {
    switch self {
    case .question: "question"
    case .suggestion: "suggestion"
    case .criticism: "criticism"
    case .praise: "praise"
    default: nil
    }
  }

  /// What an item that begins a conversation is called on the platform.
  var kindOfStart: Item.Kind { self == .question ? .question : .post }

  /// Where a conversation of that kind is begun.
  var place: Place {
    switch self {
    case .question, .criticism: .help
    case .suggestion: .ideas
    case .announcement, .request: .news
    default: .show
    }
  }

  /// What people reply to it, and how often.
  var replies: [(Talk, Double)] {
    switch self {
    case .question:
      [(.answer, 66), (.agreement, 13), (.remark, 11), (.criticism, 6), (.praise, 4)]
    case .criticism:
      [(.agreement, 36), (.explanation, 26), (.criticism, 18), (.remark, 14), (.praise, 6)]
    case .suggestion: [(.agreement, 38), (.remark, 30), (.suggestion, 22), (.explanation, 10)]
    case .announcement: [(.praise, 30), (.question, 26), (.thanks, 24), (.criticism, 20)]
    case .request: [(.suggestion, 48), (.remark, 26), (.criticism, 26)]
    default: [(.praise, 46), (.remark, 28), (.question, 16), (.thanks, 10)]
    }
  }
}
