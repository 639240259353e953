internal import Basics
internal import MarkdownHTML

/// The keys of one kind of content: what is checked, what is read and what the reference lists.
struct Schema<Root: Sendable>: Sendable {
  /// What diagnostics call it: ``unknown key `titel` in an insight``.
  var kind: String
  var keys: [SchemaKey<Root>]
  var rules: [SchemaRule<Root>] = []

  /// Fills `root` from a map; every fault is noted, and what is wrong keeps its initial value.
  func read(_ values: YAMLValue, _ reading: inout SchemaReading, into root: inout Root) {
    guard let entries = values.entries else {
      reading.note(
        SiteBuildCodes.wrongType, "\(kind) is a map of keys, and this is \(values.kindText)",
        at: values.place)
      return
    }
    var faulty: Set<String> = []
    // A key that was meant and misspelt is not missing besides.
    let meant = Set(
      entries.compactMap { entry in
        keys.contains { $0.name == entry.key }
          ? nil : nearestName(to: entry.key, among: keys.map(\.name))
      })
    for entry in entries where !read(entry, &reading, into: &root) { faulty.insert(entry.key) }
    let missing = keys.filter { key in
      key.isRequired && !entries.contains { $0.key == key.name }
    }
    for key in missing where !meant.contains(key.name) {
      reading.note(
        SiteBuildCodes.missingKey, "\(kind) lacks the key `\(key.name)`", at: values.place,
        fix: "add `\(key.name):` with \(key.typeName)")
    }
    // What a misspelt key was to say is not known, so nothing can be said about what is missing.
    guard faulty.isEmpty || faulty.isSubset(of: keys.map(\.name)) else { return }
    for rule in rules where rule.isBroken(root, faulty: faulty.union(missing.map(\.name))) {
      reading.note(
        SiteBuildCodes.keysDisagree, rule.message,
        at: entries.first { $0.key == rule.key }?.value.place ?? values.place, fix: rule.fix)
    }
  }

  /// False, with the fault noted, when the entry is no key or not written as the key wants it.
  private func read(
    _ entry: YAMLEntry, _ reading: inout SchemaReading, into root: inout Root
  ) -> Bool {
    guard let key = keys.first(where: { $0.name == entry.key }) else {
      reading.note(
        SiteBuildCodes.unknownKey, "unknown key `\(entry.key)` in \(kind)", at: entry.keyPlace,
        fix: suggestion(for: entry.key, among: keys.map(\.name))
          ?? "known: " + keys.map(\.name).joined(separator: ", "))
      return false
    }
    if !key.isRequired, entry.value.isNull { return true }
    return key.set(&root, entry.value, &reading)
  }
}
