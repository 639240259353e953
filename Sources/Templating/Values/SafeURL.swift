/// An address whose scheme cannot run code: http, https, mailto, tel, or relative.
package struct SafeURL: Sendable, Equatable {
  package let text: String

  /// `SafeURL("java\tscript:alert(1)")` → nil; `SafeURL("../a.html#b")` → the same text.
  package init?(_ text: String) {
    guard URLScheme.isAllowed(Array(text.utf8)) else { return nil }
    self.text = text
  }
}

/// A file of this site, as a relative address: it has no scheme, no host and needs no encoding.
package struct AssetReference: Sendable, Equatable {
  package let path: String

  /// `AssetReference("../style.css?v=3f")` → the same text; `"//host/x.js"`, `"a b.css"` → nil.
  package init?(_ path: String) {
    let bytes = Array(path.utf8)
    guard !bytes.isEmpty, !bytes.starts(with: "//".utf8), bytes.allSatisfy(isAssetByte) else {
      return nil
    }
    self.path = path
  }
}

/// Letters, digits and the marks that mean nothing to HTML, to `srcset` and to a scheme.
private func isAssetByte(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
    UInt8(ascii: "0")...UInt8(ascii: "9"):
    true
  default: "-._~/?#=%+".utf8.contains(byte)
  }
}
