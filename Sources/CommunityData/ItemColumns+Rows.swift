/// Whole rows: putting columns behind others, and choosing rows in an order.
extension ItemColumns {
  /// Makes room in the columns that always have values.
  mutating func reserveCapacity(_ rows: Int) {
    types.reserveCapacity(rows)
    authors.reserveCapacity(rows)
    published.reserveCapacity(rows)
    tagStarts.reserveCapacity(rows + 1)
    mentionStarts.reserveCapacity(rows + 1)
    codeStarts.reserveCapacity(rows + 1)
  }

  /// Appends the rows of a batch, whose ids and other texts now lie elsewhere; links are resolved
  /// later.
  mutating func append(
    _ other: ItemColumns, idsAt idOffset: Int, textsAt offset: Int, _ names: inout ColumnNames
  ) {
    ids.append(contentsOf: other.ids, movedBy: idOffset)
    titles.append(contentsOf: other.titles, movedBy: offset)
    contents.append(contentsOf: other.contents, movedBy: offset)
    urls.append(contentsOf: other.urls, movedBy: offset)
    licences.append(contentsOf: other.licences, movedBy: offset)
    appendValues(of: other)
    appendNamed(other, &names)
  }

  private mutating func appendValues(of other: ItemColumns) {
    types.append(contentsOf: other.types)
    authors.append(contentsOf: other.authors)
    published.append(contentsOf: other.published)
    channels.append(contentsOf: other.channels)
    updated.append(contentsOf: other.updated)
    deleted.append(contentsOf: other.deleted)
    closed.append(contentsOf: other.closed)
    scores.append(contentsOf: other.scores)
    mediaTypes.append(contentsOf: other.mediaTypes)
    reactions.append(contentsOf: other.reactions)
    hasDerivedParent.append(contentsOf: other.hasDerivedParent)
    coders.append(contentsOf: other.coders)
  }

  /// Columns of numbers of names, and columns of several values a row.
  private mutating func appendNamed(_ other: ItemColumns, _ names: inout ColumnNames) {
    let tagNumbers = other.tags.map { names.tags.number(of: $0) }
    let codeNumbers = other.codeNames.map { names.codes.number(of: $0) }
    let languageNumbers = other.languageTags.map { names.languages.number(of: $0) }
    let stateNumbers = other.stateNames.map { names.states.number(of: $0) }
    languages.append(contentsOf: other.languages.mapPresent { languageNumbers[Int($0)] })
    states.append(contentsOf: other.states.mapPresent { stateNumbers[Int($0)] })
    let tagBase = Int32(tagNames.count)
    tagNames.append(contentsOf: other.tagNames.lazy.map { tagNumbers[Int($0)] })
    tagStarts.append(contentsOf: other.tagStarts.dropFirst().lazy.map { $0 + tagBase })
    let mentionBase = Int32(mentions.count)
    mentions.append(contentsOf: other.mentions)
    mentionStarts.append(contentsOf: other.mentionStarts.dropFirst().lazy.map { $0 + mentionBase })
    let codeBase = Int32(codes.count)
    codes.append(contentsOf: other.codes.lazy.map { codeNumbers[Int($0)] })
    codeStarts.append(contentsOf: other.codeStarts.dropFirst().lazy.map { $0 + codeBase })
  }

  /// Keeps only some rows, in the order given.
  mutating func choose(_ rows: [Int32]) {
    ids.choose(rows)
    titles.choose(rows)
    contents.choose(rows)
    urls.choose(rows)
    licences.choose(rows)
    types = rows.map { types[Int($0)] }
    authors = rows.map { authors[Int($0)] }
    published = rows.map { published[Int($0)] }
    channels.choose(rows)
    updated.choose(rows)
    deleted.choose(rows)
    closed.choose(rows)
    scores.choose(rows)
    mediaTypes.choose(rows)
    reactions.choose(rows)
    languages.choose(rows)
    states.choose(rows)
    hasDerivedParent.choose(rows)
    tagNames = chosen(rows, tagNames, &tagStarts)
    mentions = chosen(rows, mentions, &mentionStarts)
    var codeStarts = codeStarts
    coders = chosen(rows, coders, &codeStarts)
    codes = chosen(rows, codes, &self.codeStarts)
  }
}

/// The values of chosen rows where a row has several, one row after the other.
private func chosen<Value>(_ rows: [Int32], _ values: [Value], _ starts: inout [Int32]) -> [Value] {
  var chosen: [Value] = []
  chosen.reserveCapacity(values.count)
  var newStarts: [Int32] = [0]
  newStarts.reserveCapacity(rows.count + 1)
  for row in rows {
    chosen.append(contentsOf: values[Int(starts[Int(row)])..<Int(starts[Int(row) + 1])])
    newStarts.append(Int32(chosen.count))
  }
  starts = newStarts
  return chosen
}
