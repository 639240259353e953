/// The numbers that stand for kinds of items and of texts in the cache.
extension Item.Kind {
  var code: UInt8 {
    switch self {
    case .post: 0
    case .reply: 1
    case .question: 2
    case .answer: 3
    case .comment: 4
    case .issue: 5
    case .message: 6
    case .boost: 7
    case .system: 8
    }
  }

  init?(code: UInt8) {
    switch code {
    case 0: self = .post
    case 1: self = .reply
    case 2: self = .question
    case 3: self = .answer
    case 4: self = .comment
    case 5: self = .issue
    case 6: self = .message
    case 7: self = .boost
    case 8: self = .system
    default: return nil
    }
  }
}

extension Item.MediaType {
  var code: UInt8 {
    switch self {
    case .markdown: 0
    case .html: 1
    case .plain: 2
    }
  }

  init?(code: UInt8) {
    switch code {
    case 0: self = .markdown
    case 1: self = .html
    case 2: self = .plain
    default: return nil
    }
  }
}
