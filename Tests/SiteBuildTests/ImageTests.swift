import Basics
import TestSupport
import Testing

/// Images in an author's text: their size, their caption, and what is wrong with them.
@Suite struct ImageTests {
  private static let png: [UInt8] =
    [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + Array("IHDR".utf8)
    + [0, 0, 2, 0x80, 0, 0, 1, 0xE0]
  private static let gif: [UInt8] = Array("GIF89a".utf8) + [0x40, 0x01, 0xC8, 0x00]
  private static let webPLossy: [UInt8] =
    Array("RIFF....WEBPVP8 ....".utf8) + [0, 0, 0, 0x9D, 0x01, 0x2A, 0x20, 0x03, 0x58, 0x02]
  /// 320 × 200: 14 bits each, less one.
  private static let webPLossless: [UInt8] =
    Array("RIFF....WEBPVP8L....".utf8) + [0x2F, 0x3F, 0xC1, 0x31, 0x00, 0, 0, 0, 0, 0]
  private static let webPExtended: [UInt8] =
    Array("RIFF....WEBPVP8X....".utf8) + [0, 0, 0, 0, 0x3F, 0x01, 0x00, 0xC7, 0x00, 0x00]
  private static let frame: [UInt8] = [0xFF, 0xC0, 0, 17, 8, 0x01, 0xE0, 0x02, 0x80, 3, 0, 0, 0]
  private static let jpeg: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 0, 0] + frame
  /// A camera held upright: orientation 6.
  private static let turned: [UInt8] =
    [0xFF, 0xD8, 0xFF, 0xE1, 0, 34] + Array("Exif\0\0MM".utf8)
    + [0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0] + frame

  static let files: [(name: String, bytes: [UInt8], size: String)] = [
    ("a.png", png, "640\" height=\"480"), ("a.gif", gif, "320\" height=\"200"),
    ("lossy.webp", webPLossy, "800\" height=\"600"),
    ("lossless.webp", webPLossless, "320\" height=\"200"),
    ("extended.webp", webPExtended, "320\" height=\"200"),
    ("a.jpg", jpeg, "640\" height=\"480"), ("turned.jpg", turned, "480\" height=\"640"),
    (
      "a.svg", Array("<svg xmlns='http://www.w3.org/2000/svg' width=\"12\" height='7.5px'/>".utf8),
      "12\" height=\"8"
    ),
    (
      "box.svg", Array("<svg xmlns='http://www.w3.org/2000/svg' viewBox=\"0 0 30 20\"/>".utf8),
      "30\" height=\"20"
    ),
  ]

  private func build(_ name: String, _ bytes: [UInt8], _ text: String) throws -> SampleBuild {
    let disk = try SampleSite().with([
      "Content/pages/about.md": "---\ntitle: About\n---\n\n\(text)\n"
    ]).onDisk()
    try disk.write(bytes, to: SitePath("Content/static/\(name)"))
    return try SampleSite.build(disk)
  }

  @Test(arguments: files.indices)
  func tellsItsSize(index: Int) throws {
    let (name, bytes, size) = Self.files[index]
    let build = try build(name, bytes, "![A drawing](/\(name))")
    #expect(build.findings == [])
    #expect(
      build.page("about/index.html").contains(
        "<img src=\"../\(name)\" alt=\"A drawing\" width=\"\(size)\" />"))
  }

  @Test(arguments: files.indices)
  func survivesAnyCut(index: Int) throws {
    let (name, bytes, _) = Self.files[index]
    for end in 0..<min(bytes.count, 44) {
      _ = try build(name, Array(bytes[..<end]), "![A](/\(name))")
    }
  }

  @Test func saysWhatItCannotRead() throws {
    #expect(
      try build("a.png", Array("no image".utf8), "![A drawing](/a.png)").findings == [
        """
        warning[S031]: the size of `a.png` cannot be read
          --> Content/pages/about.md:5:14
        5 | ![A drawing](/a.png)
          |              ^^^^^^ use PNG, JPEG, GIF, WebP or SVG with `width` and `height` or a `viewBox`
        """
      ])
  }

  @Test func missesAnImage() throws {
    #expect(
      try build("a.png", Self.png, "![A drawing](/b.png)").findings == [
        """
        error[S005]: the link `/b.png` leads to no file of this site
          --> Content/pages/about.md:5:14
        5 | ![A drawing](/b.png)
          |              ^^^^^^ did you mean `/a.png`?
        """
      ])
  }
}
