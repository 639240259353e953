internal import Basics

/// What Users.xml says of people, as far as it is needed: joining, and names for mentions and credit.
/// Location, web site, picture and "about me" are not read at all.
struct StackExchangeUsers {
  struct User: Sendable {
    var joined: Timestamp
    var name: String
    /// The name as it is compared with what people write.
    var folded: String
  }

  /// The user id of the site's own background account.
  static let system = "-1"

  private var users: [Int: User] = [:]
  /// By folded name; nil where several people have it.
  private var owners: [String: Int?] = [:]

  subscript(id: Int) -> User? { users[id] }

  mutating func append(_ row: XMLRow) throws(RecordFault) {
    guard let id = row.integer("Id") else {
      throw RecordFault(row.record, "`Id` is not a number")
    }
    let name = row.string("DisplayName") ?? ""
    let folded = StackExchangeName.folded(name)
    users[id] = User(joined: try row.time("CreationDate"), name: name, folded: folded)
    owners[folded] = owners[folded] == nil ? .some(id) : .some(nil)
  }

  /// The one person of the whole site with a name, which is not folded to less than four letters.
  func onlyOne(named name: String) -> Int? {
    let folded = StackExchangeName.folded(name)
    return folded.utf8.count >= 4 ? owners[folded] ?? nil : nil
  }
}
