internal import Basics
internal import JSONText
internal import LinkDirectory
internal import OpenWeb

/// The directory for machines: OPML and JSON, and, on a site with an address, the news of it.
func directoryFiles(_ plan: SitePlan) -> [OutputFile] {
  guard let directory = plan.directory else { return [] }
  let title = directoryTitle(plan)
  let opml = OPML(
    title: title, modified: directory.changed, owner: plan.settings.organisation,
    outlines: directory.places.map { place in
      Outline(
        text: place.title, page: place.entry.link.address.text, description: place.file?.summary)
    })
  var files = [
    OutputFile(path: SiteRoutes.directoryOPML, bytes: writeOPML(opml)),
    OutputFile(path: SiteRoutes.directoryJSON, bytes: directoryJSON(directory, title: title)),
  ]
  if let base = plan.settings.baseURL?.text {
    files += feedFiles(
      directoryNews(directory, plan, base: base), atom: SiteRoutes.directoryAtom,
      json: SiteRoutes.directoryFeed)
  }
  return files
}

private func directoryTitle(_ plan: SitePlan) -> String {
  plan.wording(.directoryOf, ["organisation": .text(plan.settings.organisation)])
}

private func directoryJSON(_ directory: SiteDirectory, title: String) -> [UInt8] {
  var writer = JSONWriter(style: .pretty)
  writer.object { object in
    object.field("title", title)
    object.field("changed", directory.changed.description)
    object.array("places") { list in
      for place in directory.places {
        list.object { write(place, to: &$0) }
      }
    }
  }
  writer.endLine()
  return writer.bytes
}

private func write(_ place: SiteDirectory.Place, to object: inout JSONWriter) {
  let entry = place.entry
  object.field("id", entry.id)
  object.field("name", ifPresent: entry.name)
  object.field("url", entry.link.address.text)
  object.field("summary", ifPresent: place.file?.summary)
  object.array("languages") { list in
    for language in place.file?.languages ?? [] { list.string(language.value) }
  }
  object.field("consent_from", ifPresent: entry.role?.rawValue)
  object.field("given", entry.since.day.description)
  object.field("renewed", ifPresent: entry.renewed?.day.description)
  object.field("ask_again", entry.ends.day.description)
  object.array("allows") { list in
    for scope in entry.scopes { list.string(scope.rawValue) }
  }
}

/// Who came and who said yes again, newest first; whoever left is not named, and so not in it.
private func directoryNews(_ directory: SiteDirectory, _ plan: SitePlan, base: String) -> Feed {
  let page = base + publicPath(SiteRoutes.directory)
  var entries: [FeedEntry] = []
  for place in directory.places {
    let entry = place.entry
    entries.append(
      FeedEntry(
        title: plan.wording(.isListed, ["name": .text(place.title)]),
        address: "\(page)#\(entry.id)", published: entry.since, updated: entry.since,
        summary: place.file?.summary))
    if let renewed = entry.renewed {
      entries.append(
        FeedEntry(
          title: plan.wording(.saidYesAgain, ["name": .text(place.title)]),
          address: "\(page)#\(place.renewalAnchor)", published: renewed, updated: renewed,
          summary: place.file?.summary))
    }
  }
  entries.sort { ($1.updated, $0.address) < ($0.updated, $1.address) }
  return Feed(
    title: directoryTitle(plan), homePage: page,
    address: base + SiteRoutes.directoryAtom.text,
    jsonAddress: base + SiteRoutes.directoryFeed.text, language: plan.settings.language.value,
    author: plan.settings.organisation, updated: entries.first?.updated ?? directory.changed,
    entries: entries)
}

extension SiteDirectory.Place {
  /// The anchor of its last renewal: `c-7f3k9q-2026-09-01`.
  var renewalAnchor: String { "\(entry.id)-\((entry.renewed ?? entry.since).day)" }
}
