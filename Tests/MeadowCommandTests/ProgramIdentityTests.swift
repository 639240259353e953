import MeadowCommand
import Testing

@Suite struct ProgramIdentityTests {
  /// As the kernel writes them: the file begins in a column of its own.
  @Test(arguments: [
    (
      "7f84233b8000-7f842340f000 r--p 00000000 fe:00 323409                     "
        + "/usr/lib/x86_64-linux-gnu/libcmark.so.0.30.2\n",
      "/usr/lib/x86_64-linux-gnu/libcmark.so.0.30.2" as String?
    ),
    (
      "7f84233b8000-7f842340f000 r-xp 00002000 00:1f 1234567890123456789012345 /lib/a b.so\n",
      "/lib/a b.so"
    ),
    ("55dc1fefb000-55dc1ff1c000 rw-p 00000000 00:00 0                          [heap]\n", nil),
    (
      "7f84233b8000-7f842340f000 r--p 00000000 fe:00 323409                     "
        + "/usr/lib/locale/C.utf8/LC_CTYPE\n",
      nil
    ),
    ("7f84233b8000-7f842340f000 rw-p 00000000 00:00 0 \n", nil), ("", nil),
  ])
  func readsTheLibrariesThatAreMapped(line: String, file: String?) {
    #expect(ProgramIdentity.library(mappedBy: line) == file)
  }
}
