/// What somebody is to the community when they write: by role, and without one by time here.
package enum PersonClass: String, Sendable, CaseIterable {
  case moderator, newcomer, regular, staff
}

extension Frame {
  /// nil when the account is gone, or not a person's.
  func personClass(of row: Int) -> PersonClass? {
    let traits = traits[row]
    guard traits.contains(.byPerson) else { return nil }
    if traits.contains(.byStaff) { return .staff }
    if traits.contains(.byModerator) { return .moderator }
    return people.isByNewcomer(row) == true ? .newcomer : .regular
  }
}
