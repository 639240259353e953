/// The type a web host would send with a file.
func mediaType(of path: String) -> String {
  let name = path.split(separator: "/").last ?? ""
  let ending = name.contains(".") ? name.split(separator: ".").last.map(String.init) ?? "" : ""
  return mediaTypes[ending.lowercased()] ?? "application/octet-stream"
}

/// The site's own files, and what people put into `static/`: told to guess nothing, a browser shows
/// no page and plays no film that comes without its type.
private let mediaTypes = [
  "html": "text/html; charset=utf-8", "css": "text/css; charset=utf-8",
  "htm": "text/html; charset=utf-8", "xhtml": "application/xhtml+xml",
  "md": "text/markdown; charset=utf-8", "vtt": "text/vtt; charset=utf-8",
  "tsv": "text/tab-separated-values; charset=utf-8", "ics": "text/calendar; charset=utf-8",
  "js": "text/javascript; charset=utf-8", "geojson": "application/geo+json",
  "webmanifest": "application/manifest+json", "zip": "application/zip",
  "mp4": "video/mp4", "webm": "video/webm", "mp3": "audio/mpeg", "ogg": "audio/ogg",
  "opus": "audio/ogg", "wav": "audio/wav", "ttf": "font/ttf", "otf": "font/otf",
  "txt": "text/plain; charset=utf-8", "csv": "text/csv; charset=utf-8",
  "json": "application/json", "xml": "application/xml", "opml": "text/x-opml; charset=utf-8",
  "svg": "image/svg+xml", "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg",
  "gif": "image/gif", "webp": "image/webp", "avif": "image/avif", "ico": "image/x-icon",
  "pdf": "application/pdf", "eml": "message/rfc822", "woff2": "font/woff2",
  "sqlite": "application/vnd.sqlite3", "ndjson": "application/x-ndjson",
]
