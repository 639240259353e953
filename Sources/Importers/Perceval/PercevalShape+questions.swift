internal import CommunityData

/// Backends of questions and answers.
extension PercevalShape {
  static let stackExchange = PercevalShape(
    type: .question, prefix: "post-", id: ["question_id"],
    author: ["owner.user_id", "owner.display_name"], time: ["creation_date"], times: .seconds,
    edited: ["last_edit_date"], text: ["body_markdown", "body"], title: ["title"], url: ["link"],
    closed: ["closed_date"], score: ["score"], accepted: ["accepted_answer_id"],
    branches: [
      ("answers", stackExchangeAnswer), ("comments", stackExchangeComment),
    ])

  private static let stackExchangeAnswer = PercevalShape(
    type: .answer, prefix: "post-", id: ["answer_id"],
    author: ["owner.user_id", "owner.display_name"], time: ["creation_date"], times: .seconds,
    edited: ["last_edit_date"], text: ["body_markdown", "body"], url: ["link"], score: ["score"],
    branches: [("comments", stackExchangeComment)])

  private static let stackExchangeComment = PercevalShape(
    type: .comment, prefix: "comment-", id: ["comment_id"],
    author: ["owner.user_id", "owner.display_name"], time: ["creation_date"], times: .seconds,
    text: ["body_markdown", "body"], url: ["link"], score: ["score"])

  static let askbot = PercevalShape(
    type: .question, prefix: "post-", author: ["author.id", "author.username"],
    called: ["author.username"], time: ["added_at"], times: .seconds, text: ["summary"],
    mediaType: .html, title: ["title"],
    url: ["url"], score: ["score"], accepted: ["accepted_answer_id"],
    branches: [("answers", askbotAnswer), ("comments", askbotComment)])

  private static let askbotAnswer = PercevalShape(
    type: .answer, prefix: "post-", author: ["answered_by.id", "answered_by.username"],
    called: ["answered_by.username"], time: ["added_at"], times: .seconds, text: ["summary"],
    mediaType: .html, score: ["score"],
    branches: [("comments", askbotComment)])

  private static let askbotComment = PercevalShape(
    type: .comment, prefix: "comment-", author: ["user_id"], time: ["comment_added_at"],
    text: ["html"], mediaType: .html, score: ["score"])

  static let kitsune = PercevalShape(
    type: .question, prefix: "post-", author: ["creator.username"], time: ["created"],
    text: ["content"], mediaType: .html, title: ["title"], accepted: ["solution"],
    branches: [("answers_data", kitsuneAnswer)])

  private static let kitsuneAnswer = PercevalShape(
    type: .answer, prefix: "post-", author: ["creator.username"], time: ["created"],
    text: ["content"], mediaType: .html)
}
