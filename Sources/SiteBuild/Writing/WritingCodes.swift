package import Basics

/// The codes of publication.
package enum WritingCodes {
  static let notOwned = DiagnosticCode(
    "W001", "the output folder is not Meadow's",
    """
    Meadow publishes only in a folder that is new, empty, holds nothing but .gitkeep, or bears the \
    .meadow-manifest of an earlier publication, so that a mistyped --output cannot touch other \
    files. Name another folder, or empty this one.
    """)
  static let inTheWay = DiagnosticCode(
    "W002", "a file that Meadow did not write is in the way",
    """
    Files in the output folder that Meadow did not write are kept. This one stands where a page \
    has to go. Move it to Content/static/ or elsewhere, or give the page another address.
    """)
  static let notPlain = DiagnosticCode(
    "W003", "the output holds something that is no plain file",
    """
    The output consists of plain files and folders, so that it can be copied to any web host and \
    nothing outside it is published or written. Remove the link, pipe, socket or device.
    """)
  static let collision = DiagnosticCode(
    "W004", "two output paths are one",
    """
    Two files would be published under one path, or under paths that differ only in upper and \
    lower case or in how an accented letter is composed: on some disks and hosts one would replace \
    the other. Or one path is a file where the other needs a folder. Give one another address.
    """)
  static let reserved = DiagnosticCode(
    "W005", "an output path is reserved",
    """
    .meadow-manifest and .meadow-next at the top of the output folder are Meadow's own records. \
    Give the file another name.
    """)
  static let locked = DiagnosticCode(
    "W006", "another build is running",
    """
    One build at a time works on a site, so that the older of two cannot replace the younger. \
    Wait for the one named, or end it. A lock left by a build that died counts for nothing.
    """)
  static let damaged = DiagnosticCode(
    "W007", "a record in the output folder is damaged",
    """
    The .meadow-manifest tells which files are Meadow's; the journal in .meadow-next tells how to \
    complete an interrupted publication. This one was changed by something else. Restore it from a \
    copy, or empty the output folder and build again.
    """)
  static let exchangeRefused = DiagnosticCode(
    "W008", "the old and the new site cannot be exchanged here",
    """
    --atomic asks that the whole site changes at one stroke. That needs a place beside the output \
    folder on the same file system, and a file system that can exchange two folders. A mount point \
    is neither. Publish in a folder below it, or leave --atomic out: then the files are replaced \
    one by one under a journal, each whole at any moment.
    """)
  package static let disk = DiagnosticCode(
    "W009", "the disk refused",
    """
    The operating system refused to read or write; its own words are given. The published site is \
    as it was before, or completed by the next build if it was being replaced file by file.
    """)
  static let fileByFile = DiagnosticCode(
    "W010", "the site was replaced file by file",
    """
    Each file is whole at any moment, but for some milliseconds a reader may see pages of both \
    sites; a build that is killed meanwhile is completed by the next. This is the way on a large \
    site with few changes, where it is faster, unless --atomic asks for one stroke; and where the \
    disk cannot exchange two folders.
    """)
  static let leftover = DiagnosticCode(
    "W011", "the site before this one could not be removed",
    """
    The new site is in its place. The folder beside it holds the one before and is of no use; the \
    next build removes it, and stops with the reason if it cannot.
    """)
  static let privateFile = DiagnosticCode(
    "W012", "a private file would be published",
    """
    The consent ledger, snapshots and keys stay with those who keep them. A file of the site has \
    the very bytes of one of them, most likely by a copy in Content/static/. Remove that copy.
    """)

  static let otherAudience = DiagnosticCode(
    "W013", "the folder holds the edition for others",
    """
    The internal edition has drafts and private notes in it. It is never written into a folder that \
    held the public one, nor the public one over it: whatever serves the folder would show what it \
    must not, if only for a moment.
    """)

  static let touched = DiagnosticCode(
    "W014", "the site was changed by something else during the build",
    """
    After a small edit only the pages that it concerns are made again; the others stay as the last \
    build wrote them. One of those was changed or removed while the build ran. Nothing was \
    published; the next build makes every page again.
    """)

  static let searchIndex = DiagnosticCode(
    "W015", "the search index is of another site",
    """
    With `search: pagefind` in site.yaml, one page looks for words in `pagefind/`, an index that Pagefind \
    makes of the published folder. It holds the texts of one edition, and some of them may have been taken \
    back in the next, so a build that changes anything removes it. Until it is made again, the search page \
    is what it is without scripts.
    """)

  static let insideInput = DiagnosticCode(
    "W016", "the output would lie among what the site is made of",
    """
    `Content/`, `Templates/` and `.meadow/` are read by a build. Pages written there would be read as \
    content by the next one, or lie beside what is private. Name a folder outside of them.
    """)

  /// Every code of publication.
  package static let all = [
    notOwned, inTheWay, notPlain, collision, reserved, locked, damaged, exchangeRefused, disk,
    fileByFile, leftover, privateFile, otherAudience, touched,
    searchIndex, insideInput,
  ]
}
