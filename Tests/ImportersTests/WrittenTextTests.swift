import Basics
import Importers
import Testing

/// Times and character sets as they are found, not as they should be.
struct WrittenTextTests {
  @Test(arguments: [
    ("Fri, 22 May 2015 06:38:22 -0500", "2015-05-22T11:38:22Z"),
    ("22 May 2015 06:38 +0000", "2015-05-22T06:38:00Z"),
    ("Fri May 22 13:38:22 2015", "2015-05-22T13:38:22Z"),
    ("Fri May 22 13:38:22 EDT 2015", "2015-05-22T17:38:22Z"),
    ("Mon, 05 Jul 99 10:00:00 GMT", "1999-07-05T10:00:00Z"),
    ("Mon, 5 Jul 03 10:00:00 PST", "2003-07-05T18:00:00Z"),
    ("Thu, 5 Jul 100 10:00:00 +0000", "2000-07-05T10:00:00Z"),
    ("Fri, 22-May-2015 06:38:22 GMT", "2015-05-22T06:38:22Z"),
    ("Fri, 22 May 2015 06:38:22 +0200 (CEST)", "2015-05-22T04:38:22Z"),
    ("May 22, 2015 6:38 PM", "2015-05-22T18:38:00Z"),
    ("Fri, 22 May 2015 12:05 a.m. GMT", "2015-05-22T00:05:00Z"),
    ("22 May 2015 12:05pm", "2015-05-22T12:05:00Z"),
    ("22 May 2015 6:38:22PM -0500", "2015-05-22T23:38:22Z"),
    ("22 May 2015 18:38 PM", "2015-05-22T18:38:00Z"),
    ("22 May 2015 06:38:22-0500", "2015-05-22T11:38:22Z"),
    ("22 May 2015 06:38:22EST", "2015-05-22T11:38:22Z"),
    ("22 May 2015 06:38:22.5Z", "2015-05-22T06:38:22Z"),
    ("Fri, 22 May 2015 06:38:22 GMT+0200", "2015-05-22T04:38:22Z"),
    ("Seg, 24 Set 2018 19:42:40 -0300", "2018-09-24T22:42:40Z"),
    ("ter, 06 fev 2018 08:00:00 -0300", "2018-02-06T11:00:00Z"),
    ("mar, 25 sep 2018 10:00:00 +0000", "2018-09-25T10:00:00Z"),
    ("mar., 4 déc. 2018 10:00:00 +0100", "2018-12-04T09:00:00Z"),
    ("mar, 6 mar 2018 10:00:00 +0000", "2018-03-06T10:00:00Z"),
    ("Mi, 03 Okt 2018 10:00:00 +0200", "2018-10-03T08:00:00Z"),
    ("Fri, 22 May 2015 06:38:22 (no zone)", "2015-05-22T06:38:22Z"),
    ("Fri, 22 May 2015 06:38:22 +9999", "2015-05-22T06:38:22Z"),
    ("Fri, 22 May 2015 06:38:60 +0530", "2015-05-22T01:08:59Z"),
    ("2015-05-22T06:38:22.5+02:00", "2015-05-22T04:38:22Z"),
    ("2015-05-22T06:38:22", "2015-05-22T06:38:22Z"), ("2015-05-22", "2015-05-22T00:00:00Z"),
    ("2015-05-22 06:38", "2015-05-22T06:38:00Z"), ("2015/05/22 06:38:22", "2015-05-22T06:38:22Z"),
    ("2015-05-22 06:38:22 UTC", "2015-05-22T06:38:22Z"),
    ("2015-05-22 06:38:22 +0200", "2015-05-22T04:38:22Z"), ("1432276702", "2015-05-22T06:38:22Z"),
    ("1432276702.75", "2015-05-22T06:38:22Z"), ("1432276702123", "2015-05-22T06:38:22Z"),
    ("1432276702123456", "2015-05-22T06:38:22Z"), (" 2015-05-22 \n", "2015-05-22T00:00:00Z"),
  ])
  func readsTime(text: String, expected: String) {
    #expect(WrittenTime.timestamp(text.utf8)?.description == expected)
  }

  /// A moment that is cut off is the day or minute that is left of it, or none; `lengths` are those at
  /// which something whole is left.
  @Test(arguments: [
    ("2015-05-22T06:38:22+02:00", [10, 16, 19, 25]),
    ("2015-05-22 06:38:22 +0200", [10, 11, 16, 19, 20, 25]),
    ("2015/05/22 06:38:22 UTC", [10, 11, 16, 19, 20, 23]),
    ("2015-05-22T06:38:22.5Z", [10, 16, 19, 21, 22]), ("2015-05-22 06:38Z", [10, 11, 16, 17]),
  ])
  func readsWhatIsLeftOfATime(text: String, lengths: [Int]) {
    let read = (0...text.utf8.count).filter { WrittenTime.timestamp(text.utf8.prefix($0)) != nil }
    #expect(read == lengths)
  }

  @Test(arguments: [
    "", "yesterday", "Fri, 31 Feb 2015 06:38:22 -0500", "Fri, 22 May 06:38:22", "22 May 2015",
    "22 May 2015 06:38:22x", "22 May 2015 06:38:22x0500", "22 May 2015 18:38 AM",
    "Fri, 22 May 2015 25:00:00 +0000", "2015-13-01", "12", "99999999999999999999", "((((", "::::",
    "-", "2015-05-22T", "0x5f",
  ])
  func findsNoTime(text: String) {
    #expect(WrittenTime.timestamp(text.utf8) == nil)
  }

  /// Bytes, what was declared, what it says, and what it was read as.
  @Test(
    arguments: [
      ([0x61], nil, "a", nil), ([0xC3, 0xA4], nil, "ä", nil),
      ([0xC3, 0xA4], "iso-8859-1", "ä", nil),
      ([0xE4], nil, "ä", "windows-1252"), ([0xE4], "utf-8", "ä", "windows-1252"),
      ([0x93, 0x80, 0x94], "ISO-8859-1", "“€”", "windows-1252"),
      ([0xEF, 0xBB, 0xBF, 0x61], nil, "a", nil), ([0xFF, 0xFE, 0x61, 0], nil, "a", "utf-16le"),
      ([0xFE, 0xFF, 0, 0x61], "utf-8", "a", "utf-16be"),
      ([0xF0, 0xC5, 0xD4], "koi8-r", "Пет", "koi8-r"),
      ([0xA4], "iso-8859-15", "€", "iso-8859-15"), ([0xE4], "no-such-set", "ä", "windows-1252"),
      ([0x1B, 0x24, 0x42, 0x46, 0x7C, 0x1B, 0x28, 0x42], "iso-2022-jp", "日", "iso-2022-jp"),
      ([0x82, 0xA0, 0xFF], "shift_jis", "あ\u{FFFD}", "shift_jis"),
      ([0x81], nil, "\u{FFFD}", "windows-1252"),
      ([], nil, "", nil),
    ] as [([UInt8], String?, String, String?)])
  func readsCharacters(bytes: [UInt8], declared: String?, expected: String, set: String?) {
    let decoded = CharacterSet.decoded(bytes, declared: declared)
    #expect(String(decoding: decoded.text, as: UTF8.self) == expected)
    #expect(decoded.set == set)
  }
}
