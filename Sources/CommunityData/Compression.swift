internal import Basics
internal import CArchive

/// How a file of a snapshot may be compressed; its name tells.
enum Compression: String, CaseIterable {
  case gzip = ".gz"
  case zstandard = ".zst"

  /// nil for a plain file.
  init?(of path: SitePath) {
    guard let found = Compression.allCases.first(where: { path.name.hasSuffix($0.rawValue) })
    else { return nil }
    self = found
  }

  /// libarchive's number of its filter.
  var filter: Int32 {
    switch self {
    case .gzip: ARCHIVE_FILTER_GZIP
    case .zstandard: ARCHIVE_FILTER_ZSTD
    }
  }

  var name: String {
    switch self {
    case .gzip: "gzip"
    case .zstandard: "Zstandard"
    }
  }
}
