internal import Basics

/// The answer to a request: from the edition and nothing else.
package func answer(
  _ request: PreviewRequest, _ edition: PreviewEdition, _ addresses: PreviewAddresses
) -> PreviewReply {
  PreviewAnswer(addresses: addresses, edition: edition).reply(to: request)
}

/// Answers requests from an edition; looks at nothing else, so no path can lead out of the site.
struct PreviewAnswer: Sendable {
  let addresses: PreviewAddresses
  let edition: PreviewEdition

  func reply(to request: PreviewRequest) -> PreviewReply {
    if let refusal = refusal(of: request) { return refusal }
    guard let parts = request.parts else { return notFound }
    let base = addresses.base
    guard parts.starts(with: base), parts.count > base.count else {
      return parts == [""] || parts == base
        ? redirect(to: addresses.root) : notFound
    }
    return page(Array(parts.dropFirst(base.count)), asked: request.path)
  }

  /// What is refused whatever is asked for.
  func refusal(of request: PreviewRequest) -> PreviewReply? {
    guard addresses.isOurs(host: request.host) else {
      return .sentence(403, "The preview answers to localhost alone.")
    }
    guard addresses.isOurs(origin: request.origin) else {
      return .sentence(403, "The preview does not answer pages of other sites.")
    }
    guard request.method == "GET" || request.method == "HEAD" else {
      return .sentence(405, "Only GET and HEAD are answered.", more: ["Allow": "GET, HEAD"])
    }
    return nil
  }

  private func page(_ parts: [String], asked: String) -> PreviewReply {
    if edition.files.isEmpty { return emptySite }
    let path = parts.joined(separator: "/")
    let file = parts.last == "" ? path + "index.html" : path
    if let bytes = edition.files[file] { return found(bytes, at: file, status: 200) }
    if edition.files["\(path)/index.html"] != nil { return redirect(to: asked + "/") }
    return notFound
  }

  private func found(_ bytes: [UInt8], at path: String, status: Int) -> PreviewReply {
    let type = mediaType(of: path)
    let isPage = type.hasPrefix("text/html")
    return PreviewReply(
      status, isPage ? withReload(bytes, version: edition.version) : bytes, type: type)
  }

  private func redirect(to path: String) -> PreviewReply {
    .sentence(307, "The page is at \(path)", more: ["Location": path])
  }

  private var notFound: PreviewReply {
    guard let page = edition.files["404.html"] else {
      return .sentence(404, "There is no such page.")
    }
    return found(page, at: "404.html", status: 404)
  }

  /// A page that stands in until the first build succeeds; the overlay on it tells what is wrong.
  private var emptySite: PreviewReply {
    let page = """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width,initial-scale=1">
      <title>Nothing built yet</title>
      </head>
      <body>
      <h1>Nothing built yet</h1>
      <p>The site appears here as soon as it has no errors.</p>
      </body>
      </html>

      """
    return PreviewReply(
      503, withReload(Array(page.utf8), version: edition.version),
      type: "text/html; charset=utf-8")
  }
}
