internal import Basics
internal import Templating

/// Pages of plain text.
extension PageRenderer {
  func notFound() -> RenderedPage {
    let address = SiteRoutes.notFound
    let page = frame(address, title: "Nothing here", above: [.home])
    return finish(NotFoundPage(site: site, page: page), at: address)
  }

  func plain(_ file: ContentFile<PlainPageFile>) -> RenderedPage {
    let address = SiteRoutes.plain(file.slug)
    var prose = prose(on: address)
    let body = prose.html(of: file.source, from: file.bodyStart)
    let page = PlainPage(
      site: site,
      page: frame(
        address, title: file.head.title, description: file.head.summary, above: [.home]),
      body: body)
    return finish(page, at: address, figures: prose.figures, diagnostics: prose.diagnostics)
  }
}
