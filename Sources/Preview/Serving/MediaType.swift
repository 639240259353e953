/// The type a web host would send with a file.
func mediaType(of path: String) -> String {
  let name = path.split(separator: "/").last ?? ""
  let ending = name.contains(".") ? name.split(separator: ".").last.map(String.init) ?? "" : ""
  return mediaTypes[ending.lowercased()] ?? "application/octet-stream"
}

private let mediaTypes = [
  "html": "text/html; charset=utf-8", "css": "text/css; charset=utf-8",
  "txt": "text/plain; charset=utf-8", "csv": "text/csv; charset=utf-8",
  "json": "application/json", "xml": "application/xml", "opml": "text/x-opml; charset=utf-8",
  "svg": "image/svg+xml", "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg",
  "gif": "image/gif", "webp": "image/webp", "avif": "image/avif", "ico": "image/x-icon",
  "pdf": "application/pdf", "eml": "message/rfc822", "woff2": "font/woff2",
  "sqlite": "application/vnd.sqlite3", "ndjson": "application/x-ndjson",
]
