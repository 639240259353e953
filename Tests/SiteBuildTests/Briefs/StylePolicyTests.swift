import SiteBuild
import Testing

/// The policy binds whatever a theme's template looks like.
@Suite struct StylePolicyTests {
  private static let meta = "\n<meta http-equiv=\"Content-Security-Policy\" content=\""

  private func sealed(_ page: String) -> String {
    let page = Array(page.utf8)
    return String(decoding: StylePolicy(of: page).sealed(page), as: UTF8.self)
  }

  @Test(arguments: [
    ("<!doctype html><html><head><title>x</title>", "<head>"),
    ("<!DOCTYPE html><html><HEAD lang=\"en\"><title>x</title>", "<HEAD lang=\"en\">"),
    ("<!doctype html><header>x</header>", "<!doctype html>"),
  ])
  func standsBeforeWhatItBinds(page: String, behind tag: String) {
    let text = sealed(page)
    #expect(text.contains(tag + Self.meta), "\(text)")
  }

  @Test func standsFirstWhereThereIsNothingElse() {
    #expect(sealed("<p>x</p>").hasPrefix(Self.meta))
  }

  /// `printf 'p{}' | openssl dgst -sha256 -binary | base64`
  @Test(arguments: [
    "<style>p{}</style>", "<style media=\"print\">p{}</style>", "<STYLE>p{}</style>",
  ])
  func allowsEachStyleOfThePage(style: String) {
    let policy = StylePolicy(of: Array("<head>\(style)</head>".utf8)).text
    #expect(
      policy
        == "default-src 'none'; style-src 'sha256-gG2yISYereRMiG2lMXrbiUgi0Ubw9p7QCeWcroOvy9Y='")
  }
}
