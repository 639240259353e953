package import Basics

/// Takes a person's details out of the people file, and what the person wrote out of the evidence.
///
/// The event must have been entered before, so that an interrupted erasure is found and finished.
/// Gives the files that are gone; evidence of others that names the person is not among them.
package func erasePerson(
  _ id: String, of book: ConsentBook, in fileSystem: any FileSystem
) throws(FileError) -> [String] {
  var gone: [String] = []
  do {
    let people = book.people.filter { $0.id != id }
    if people.count != book.people.count {
      try fileSystem.write(PeopleFile.bytes(of: people), to: SitePath(LedgerFile.people))
      gone.append("the line of \(id) in \(LedgerFile.people)")
    }
    for event in book.ledger.events where event.subject.description == id {
      guard let file = event.evidence?.file, book.evidence[file] != nil else { continue }
      try fileSystem.remove(SitePath("\(LedgerFile.folder)/\(file)"))
      gone.append("\(LedgerFile.folder)/\(file)")
    }
    try fileSystem.synchronize(SitePath(LedgerFile.folder))
  } catch let error as FileError {
    throw error
  } catch {
    throw FileError("remove", LedgerFile.people, reason: "\(error)")
  }
  return gone
}
