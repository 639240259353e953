internal import Basics
internal import CommunityData

/// A member that the snapshot names, with the handle that only the importer knows.
struct NamedMember: Sendable {
  var handle: String
  var member: Member
  /// False for somebody who is only mentioned.
  var wrote: Bool
}

/// Whom an import met, and which of them the snapshot names.
///
/// Members are numbered, so that an author of thousands of items is found by bytes.
struct MemberRoster: Sendable {
  private var handles = TextIndex()
  /// By the numbers of the handles.
  private var ids: [String] = []
  /// The number of each id.
  private var numbers: [String: Int] = [:]
  private var wrote: [Bool] = []
  private var isNamed: [Bool] = []
  /// Second names, where the platform has both an id and a name; the request may use either.
  private var names: [Int: String] = [:]
  /// What the platform itself says of somebody.
  private var described: [String: Member] = [:]

  func number(of handle: UnsafeBufferPointer<UInt8>) -> Int? { handles.find(handle) }

  func id(of number: Int) -> String { ids[number] }

  /// The number of a handle that was not known.
  mutating func remember(_ handle: UnsafeBufferPointer<UInt8>, as id: String) -> Int {
    let number = handles.add(handle)
    ids.append(id)
    numbers[id] = number
    wrote.append(false)
    isNamed.append(false)
    return number
  }

  mutating func remember(secondName name: String, of number: Int) { names[number] = name }

  /// Notes what the platform tells of a member, such as that it is a bot.
  mutating func describe(_ id: String, _ change: (inout Member) -> Void) {
    change(&described[id, default: Member(id: id)])
  }

  mutating func noteAuthor(_ id: String?) {
    if let id, let number = numbers[id] { noteAuthor(number) }
  }

  mutating func noteAuthor(_ number: Int) {
    wrote[number] = true
    isNamed[number] = true
  }

  mutating func noteMentioned(_ id: String) {
    if let number = numbers[id] { isNamed[number] = true }
  }

  /// Which of some names somebody has, and which nobody has, in their order. One that nobody has as
  /// it is written is whose it is in lower case: mail addresses are kept so.
  func resolved(_ wanted: Set<String>) -> (found: Set<String>, missing: [String]) {
    if wanted.isEmpty { return ([], []) }
    let second = Set(names.values)
    let isKnown = { (name: String) in handles.find(name) != nil || second.contains(name) }
    var found: Set<String> = []
    var missing: [String] = []
    for name in wanted.sorted() {
      let forms = [name, name.lowercased()]
      if let form = forms.first(where: isKnown) { found.insert(form) } else { missing.append(name) }
    }
    return (found, missing)
  }

  /// By id; the request says who is staff and who a bot.
  func named(_ request: ImportRequest) -> [NamedMember] {
    let staff = resolved(request.staff).found
    let bots = resolved(request.bots).found
    let named = isNamed.indices.filter { isNamed[$0] && numbers[ids[$0]] == $0 }
    return named.sorted { ids[$0] < ids[$1] }.map { number in
      let handle = handles.text(number)
      var member = described[ids[number]] ?? Member(id: ids[number])
      let called = [handle, names[number] ?? handle]
      if !bots.isDisjoint(with: called) { member.kind = .bot }
      if !staff.isDisjoint(with: called) { member.role = .staff }
      return NamedMember(handle: handle, member: member, wrote: wrote[number])
    }
  }
}
