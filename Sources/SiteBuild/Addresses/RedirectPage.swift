internal import Basics
internal import LinkDirectory

/// The page at an old address: it moves on at once, and says where to in a link.
///
/// No template makes it, since no template may write an address into `meta refresh`.
struct RedirectPage {
  let from: SitePath
  let to: SitePath
  let plan: SitePlan

  var file: OutputFile {
    var html: [UInt8] = []
    for part in parts {
      switch part {
      case .markup(let text): html += text.utf8
      case .text(let text): HTMLEscaping.append(text.utf8, to: &html)
      }
    }
    return OutputFile(path: from, bytes: html)
  }

  private enum Part: ExpressibleByStringLiteral {
    case markup(String)
    case text(String)

    init(stringLiteral value: String) { self = .markup(value) }
  }

  private var parts: [Part] {
    let wording = plan.wording
    let target = relativeAddress(from: from, to: to)
    let style = relativeAddress(from: from, to: SiteRoutes.stylesheet)
    return [
      "<!doctype html>\n<html lang=\"", .text(wording.language), "\" dir=\"",
      wording.isRightToLeft ? "rtl" : "ltr", "\">\n<head>\n<meta charset=\"utf-8\">\n",
      "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n",
      "<meta http-equiv=\"Content-Security-Policy\" ",
      "content=\"default-src 'none'; img-src 'self' data:; style-src 'self'\">\n",
      "<title>", .text(wording(.pageMoved)), " · ", .text(plan.settings.title), "</title>\n",
      "<meta http-equiv=\"refresh\" content=\"0;url=", .text(target), "\">\n",
    ] + canonical + [
      "<meta name=\"color-scheme\" content=\"light dark\">\n<link rel=\"stylesheet\" href=\"",
      .text(style), "\">\n</head>\n<body>\n<div class=\"page\">\n<main id=\"main\">\n",
      "<div class=\"head\"><h1>", .text(wording(.pageMoved)), "</h1><p class=\"lead\">",
      .text(wording(.pageMovedTo)), " <a href=\"", .text(target), "\">",
      .text(publicPath(to).isEmpty ? plan.settings.title : publicPath(to)),
      "</a></p></div>\n</main>\n</div>\n</body>\n</html>\n",
    ]
  }

  private var canonical: [Part] {
    guard let base = plan.settings.baseURL else { return [] }
    let address = webAddress(of: to, below: base.text)
    return ["<link rel=\"canonical\" href=\"", .text(address), "\">\n"]
  }
}
