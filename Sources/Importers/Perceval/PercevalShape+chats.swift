internal import CommunityData

/// Backends of chats and feeds.
extension PercevalShape {
  static let gitter = PercevalShape(
    author: ["fromUser.username", "fromUser.id"], time: ["sent"], edited: ["editedAt"],
    text: ["text"], parent: ["parentId"])

  static let mattermost = PercevalShape(
    author: ["user_data.username", "user_id"], time: ["create_at"], times: .milliseconds,
    edited: ["edit_at"], text: ["message"], parent: ["root_id"], remark: ["type"])

  static let rocketChat = PercevalShape(
    id: ["_id"], author: ["u.username", "u._id"], time: ["ts"], edited: ["editedAt"],
    text: ["msg"], parent: ["tmid"], remark: ["t"])

  static let telegram = PercevalShape(
    id: ["message.message_id"], author: ["message.from.id"], called: ["message.from.username"],
    time: ["message.date"], times: .seconds, edited: ["message.edit_date"],
    text: ["message.text", "message.caption"],
    mediaType: .plain, parent: ["message.reply_to_message.message_id"],
    remark: ["message.new_chat_member.id", "message.left_chat_member.id"])

  static let supybot = PercevalShape(
    id: [], author: ["nick"], time: ["timestamp"], text: ["body"], mediaType: .plain)

  static let rss = PercevalShape(
    type: .post, id: ["id", "link"], author: ["author"], time: [],
    text: ["content", "summary"], mediaType: .html, title: ["title"], url: ["link"])
}
