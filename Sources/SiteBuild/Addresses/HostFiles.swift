internal import Basics

/// What hosts are told about old addresses, in the forms that they read.
struct HostFiles {
  let history: AddressHistory
  /// What stands before every path, without percent signs: `/reports` where the site lies in a
  /// folder, else nothing.
  let prefix: String

  /// Netlify, Cloudflare Pages and others read this one by itself.
  static let lines = path("_redirects")
  static let nginx = path("redirects/nginx.conf")
  static let apache = path("redirects/apache.conf")
  static let caddy = path("redirects/caddy.conf")
  static let paths = [lines, nginx, apache, caddy]

  /// None where nothing moved and nothing is gone.
  var files: [OutputFile] {
    if history.isEmpty { return [] }
    return [
      file(HostFiles.lines, redirectLines), file(HostFiles.nginx, nginxText),
      file(HostFiles.apache, apacheText), file(HostFiles.caddy, caddyText),
    ]
  }

  private var moves: [(from: SitePath, to: SitePath)] {
    history.redirects.sorted { $0.key < $1.key }.map { (from: $0.key, to: $0.value) }
  }

  // MARK: Lines

  /// A gone address has no line: hosts of this kind know no status for it, and the page is there.
  private var redirectLines: String {
    moves.flatMap { move in
      spellings(of: move.from).map { "\(encoded($0)) \(target(move.to)) 301\n" }
    }.joined()
  }

  // MARK: nginx

  private var nginxText: String {
    let moved = moves.flatMap { move in
      spellings(of: move.from).map {
        "location = \(quoted($0)) { return 301 \(quoted(target(move.to))); }\n"
      }
    }
    // The page at the address is shown with the status, so each spelling needs the other's file.
    let gone = history.gone.filter { isPage($0.path) }.map { entry in
      // nginx takes `$` for the start of a variable, and a text cannot hold it otherwise.
      let hasDollar = file(entry.path).contains("$")
      let page = hasDollar ? "\"${uri}index.html\"" : quoted(file(entry.path))
      let folder = spellings(of: entry.path).filter { $0 != file(entry.path) }.map {
        "location = \(quoted($0)) { error_page 410 \(page); return 410; }\n"
      }
      return folder.joined()
    }
    let plain = history.gone.filter { !isPage($0.path) }.map {
      "location = \(quoted(file($0.path))) { return 410; }\n"
    }
    return "# Inside a `server` block: include this file.\n" + (moved + gone + plain).joined()
  }

  // MARK: Apache

  private var apacheText: String {
    let moved = moves.map { move in
      "RedirectMatch 301 \"^\(pattern(of: move.from))$\" \"\(target(move.to))\"\n"
    }
    let gone = history.gone.map { entry in
      let folder = spellings(of: entry.path).first ?? file(entry.path)
      return "RedirectMatch 410 \"^\(escapedPattern(folder))$\"\n"
    }
    return "# In the server's configuration or in `.htaccess`; needs mod_alias.\n"
      + (moved + gone).joined()
  }

  private func pattern(of path: SitePath) -> String {
    guard path.name == "index.html" else { return escapedPattern(file(path)) }
    return escapedPattern(folder(of: path)) + "(index\\.html)?"
  }

  private func escapedPattern(_ path: String) -> String {
    path.map { "\\.^$|?*+()[]{}\"".contains($0) ? "\\\($0)" : String($0) }.joined()
  }

  // MARK: Caddy

  private var caddyText: String {
    let moved = moves.enumerated().flatMap { index, move -> [String] in
      let target = quoted(target(move.to))
      if needsPattern(move.from) {
        let name = "@moved\(index + 1)"
        return [caddyMatcher(name, move.from), "redir \(name) \(target) permanent\n"]
      }
      return spellings(of: move.from).map { "redir \(quoted($0)) \(target) permanent\n" }
    }
    let gone = history.gone.enumerated().flatMap { index, entry -> [String] in
      let name = "@gone\(index + 1)"
      // The server finds the page by itself; a name with braces cannot be written there.
      let rewrite =
        needsPattern(entry.path) ? "" : "\trewrite * \(quoted(file(entry.path)))\n"
      let page =
        isPage(entry.path)
        ? rewrite + "\tfile_server {\n\t\tstatus 410\n\t}\n"
        : "\trespond 410\n"
      return [caddyMatcher(name, entry.path), "handle \(name) {\n\(page)}\n"]
    }
    return "# Inside a site block that has `root` and `file_server`: import this file.\n"
      + (moved + gone).joined()
  }

  /// Signs by which Caddy's paths match more than themselves, or stand for something else.
  private func needsPattern(_ path: SitePath) -> Bool {
    file(path).contains { "*?[]{}".contains($0) }
  }

  private func caddyMatcher(_ name: String, _ path: SitePath) -> String {
    if needsPattern(path) {
      // In quotation marks, where Caddy reads no other backslash than that of a mark.
      return "\(name) path_regexp \"^\(pattern(of: path))$\"\n"
    }
    return "\(name) path \(spellings(of: path).map(quoted).joined(separator: " "))\n"
  }

  // MARK: Paths

  private func isPage(_ path: SitePath) -> Bool { path.fileExtension == "html" }

  /// `/insights/old/` and `/insights/old/index.html`.
  private func spellings(of path: SitePath) -> [String] {
    path.name == "index.html" ? [folder(of: path), file(path)] : [file(path)]
  }

  private func folder(of path: SitePath) -> String { "\(prefix)/\(publicPath(path))" }
  private func file(_ path: SitePath) -> String { "\(prefix)/\(path)" }

  private func target(_ path: SitePath) -> String { encoded("\(prefix)/\(publicPath(path))") }

  private func encoded(_ path: String) -> String { PercentCoding.encoded(path: path) }

  private func quoted(_ path: String) -> String {
    let plain = path.utf8.allSatisfy { byte in
      byte > 0x20 && byte < 0x7F && !"\"'{};#\\$`".utf8.contains(byte)
    }
    if plain { return path }
    let escaped = path.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    return "\"\(escaped)\""
  }

  private func file(_ path: SitePath, _ text: String) -> OutputFile {
    OutputFile(path: path, bytes: Array(text.utf8))
  }

  private static func path(_ text: String) -> SitePath {
    do {
      return try SitePath(text)
    } catch {
      preconditionFailure("\(error)")
    }
  }
}
