internal import Basics

/// How large an image is in pixels, read from the first bytes of its file.
struct ImageSize: Sendable, Equatable {
  var width: Int
  var height: Int

  /// nil for what is no PNG, JPEG, GIF, WebP or SVG, or says no size.
  init?(_ file: [UInt8]) {
    let found =
      ImageSize.png(file) ?? ImageSize.gif(file) ?? ImageSize.webP(file) ?? ImageSize.jpeg(file)
      ?? ImageSize.svg(file)
    guard let found, found.width > 0, found.height > 0 else { return nil }
    self = found
  }

  private init(_ width: Int, _ height: Int) {
    self.width = width
    self.height = height
  }

  /// The IHDR chunk comes first (PNG 1.2, 4.1.1).
  private static func png(_ file: [UInt8]) -> ImageSize? {
    guard file.count >= 24, file.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),
      file[12..<16].elementsEqual("IHDR".utf8)
    else { return nil }
    return ImageSize(big(file, 16, 4), big(file, 20, 4))
  }

  /// The logical screen (GIF 89a, 18).
  private static func gif(_ file: [UInt8]) -> ImageSize? {
    guard file.count >= 10, file.starts(with: "GIF87a".utf8) || file.starts(with: "GIF89a".utf8)
    else { return nil }
    return ImageSize(little(file, 6, 2), little(file, 8, 2))
  }

  /// Lossy, lossless and extended (RFC 9649, 2.5 to 2.7).
  private static func webP(_ file: [UInt8]) -> ImageSize? {
    guard file.count >= 30, file.starts(with: "RIFF".utf8), file[8..<12].elementsEqual("WEBP".utf8)
    else { return nil }
    switch String(decoding: file[12..<16], as: UTF8.self) {
    case "VP8 ":
      guard file[23..<26].elementsEqual([0x9D, 0x01, 0x2A]) else { return nil }
      return ImageSize(little(file, 26, 2) & 0x3FFF, little(file, 28, 2) & 0x3FFF)
    case "VP8L":
      guard file[20] == 0x2F else { return nil }
      let bits = little(file, 21, 4)
      return ImageSize((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1)
    case "VP8X": return ImageSize(little(file, 24, 3) + 1, little(file, 27, 3) + 1)
    default: return nil
    }
  }

  /// The first frame header among the segments (ITU T.81, B.2.2); a rotation that the camera noted
  /// (Exif 2.32, 4.6.4 A) swaps the sides, as browsers do.
  private static func jpeg(_ file: [UInt8]) -> ImageSize? {
    guard file.starts(with: [0xFF, 0xD8]) else { return nil }
    var at = 2
    var isTurned = false
    while at + 9 < file.count, file[at] == 0xFF {
      let marker = file[at + 1]
      if marker == 0xFF {
        at += 1
        continue
      }
      let length = big(file, at + 2, 2)
      guard length >= 2 else { return nil }
      switch marker {
      case 0xC0...0xC3, 0xC5...0xC7, 0xC9...0xCB, 0xCD...0xCF:
        let (height, width) = (big(file, at + 5, 2), big(file, at + 7, 2))
        return isTurned ? ImageSize(height, width) : ImageSize(width, height)
      case 0xE1: isTurned = isTurned || turns(file[min(at + 4, file.count)...].prefix(length - 2))
      default: break
      }
      at += 2 + length
    }
    return nil
  }

  /// Whether an Exif segment says that the picture lies on its side: orientation 5 to 8.
  private static func turns(_ segment: ArraySlice<UInt8>) -> Bool {
    let exif = Array(segment)
    guard exif.count >= 14, exif.starts(with: "Exif\0\0".utf8) else { return false }
    let tiff = Array(exif[6...])
    let isLittle = tiff.starts(with: "II".utf8)
    func number(_ at: Int, _ count: Int) -> Int {
      guard at >= 0, at + count <= tiff.count else { return 0 }
      return isLittle ? little(tiff, at, count) : big(tiff, at, count)
    }
    let directory = number(4, 4)
    for entry in 0..<min(number(directory, 2), 200) {
      let at = directory + 2 + 12 * entry
      if number(at, 2) == 0x0112 { return (5...8).contains(number(at + 8, 2)) }
    }
    return false
  }

  /// `width` and `height` in pixels, else the sides of the `viewBox`, of the first element `svg`.
  private static func svg(_ file: [UInt8]) -> ImageSize? {
    let text = String(decoding: file.prefix(4096), as: UTF8.self)
    guard let start = text.firstRange(of: "<svg") else { return nil }
    let tag = text[start.upperBound...].prefix { $0 != ">" }
    if let width = attribute("width", of: tag).flatMap(pixels),
      let height = attribute("height", of: tag).flatMap(pixels)
    {
      return ImageSize(width, height)
    }
    let box = attribute("viewBox", of: tag)?.split { $0 == " " || $0 == "," } ?? []
    guard box.count == 4, let width = pixels(box[2]), let height = pixels(box[3]) else {
      return nil
    }
    return ImageSize(width, height)
  }

  private static func attribute(_ name: String, of tag: Substring) -> Substring? {
    for quote in ["\"", "'"] {
      for blank in [" ", "\n", "\t", "\r"] {
        guard let start = tag.firstRange(of: "\(blank)\(name)=\(quote)") else { continue }
        return tag[start.upperBound...].prefix { String($0) != quote }
      }
    }
    return nil
  }

  /// `640` and `640.5px`, rounded up; nil for other units.
  private static func pixels(_ text: Substring) -> Int? {
    let number = text.hasSuffix("px") ? text.dropLast(2) : text
    guard let value = Double(number), value > 0, value < 1_000_000 else { return nil }
    return Int(value.rounded(.up))
  }

  private static func big(_ file: [UInt8], _ at: Int, _ count: Int) -> Int {
    file[at..<at + count].reduce(0) { $0 << 8 | Int($1) }
  }

  private static func little(_ file: [UInt8], _ at: Int, _ count: Int) -> Int {
    file[at..<at + count].reversed().reduce(0) { $0 << 8 | Int($1) }
  }
}
