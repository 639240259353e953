// swift-tools-version: 6.2
import PackageDescription

let house: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// One room of the house: a module under `Sources`, in the order data flows.
func room(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: house)
}

/// The tests of one room; fixtures are read from where they lie.
func tests(
  of room: String, using others: [Target.Dependency] = [], leavingOut excluded: [String] = []
) -> Target {
  let below: [Target.Dependency] = room == "Basics" ? ["TestSupport"] : ["Basics", "TestSupport"]
  return .testTarget(
    name: room + "Tests",
    dependencies: [.target(name: room)] + below + others, exclude: excluded,
    swiftSettings: house)
}

/// The files of the default theme, each embedded in the program.
let theme = [
  "a-to-z.html", "base.html", "brief-file.html", "brief-mail.html", "brief.html", "briefs.html",
  "change-list.html", "changes.html", "communities-table.html", "communities.html",
  "community.html", "contents.html",
  "counted-links.html", "credits.html", "data.html", "directory.html", "figure.html", "gone.html",
  "home.html",
  "insight-list.html", "insight.html", "insights.html", "key-figures.html", "ledger-entries.html",
  "ledger.html", "list.html",
  "method.html", "metric.html", "not-found.html", "note.html", "page-list.html", "page.html",
  "paraphrase.html", "places.html", "query.html", "quote.html", "search.css",
  "search.html", "section-page.html", "style.css",
  "tags.html",
  "topics.html",
  "waiting.html",
  "withdrawn.html",
  // The texts of the user interface
  "strings/ar.yaml", "strings/de.yaml", "strings/en.yaml",
]

/// The SQL of the metrics, a file each, embedded in the program.
let metricSQL = [
  "activity", "activity_times", "answered_within", "bot_activity", "burstiness",
  "campaign_effect", "codes", "contributor_absence_factor", "contributors", "conversion",
  "criticism_status", "give_and_take", "helpers", "inactive_contributors", "jobs",
  "links_shared", "listed", "new_contributors", "occasional_contributors", "participation_depth",
  "people",
  "praise_and_criticism", "response_matrix", "response_parity", "response_sources", "retention",
  "returning_contributors", "share", "spoken_to", "tables", "time_to_answer",
  "time_to_first_response", "topics", "unanswered",
]

/// The job that measures on a cluster, embedded in the program.
let sparkJob = [
  "measure_on_spark", "meadow_codex", "meadow_lines", "meadow_measured", "meadow_readers",
  "meadow_records", "meadow_snapshots", "meadow_sql",
]

let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let flyingFox = [
  Target.Dependency.product(name: "FlyingFox", package: "FlyingFox"),
  Target.Dependency.product(name: "FlyingSocks", package: "FlyingFox"),
]
let arguments = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
  name: "meadow",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "meadow", targets: ["meadow"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
  ],
  targets: [
    // C libraries
    .systemLibrary(
      name: "CMark", pkgConfig: "libcmark",
      providers: [.apt(["libcmark-dev"]), .brew(["cmark"])]),
    .systemLibrary(
      name: "CXML2", pkgConfig: "libxml-2.0",
      providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
    .systemLibrary(
      name: "CArchive", pkgConfig: "libarchive",
      providers: [.apt(["libarchive-dev"]), .brew(["libarchive"])]),
    // SQLite with a clock that stands.
    .target(name: "CSQLite", linkerSettings: [.linkedLibrary("sqlite3")]),
    // Memory for libcmark, given back page by page.
    .target(name: "CArena"),
    .target(name: "CFileSystem"),
    .target(name: "CHeap"),
    // Loads GMime when a mail needs it: linked, it would be loaded at every start.
    .target(name: "CGMime"),
    .target(
      name: "CSimdjson",
      // Debug builds would compile simdjson itself at -O0, and a test run would crawl.
      cxxSettings: [.unsafeFlags(["-O2"], .when(configuration: .debug))],
      linkerSettings: [.linkedLibrary("simdjson")]),

    // Read, model, measure
    room("Basics", []),
    room("JSONText", ["Basics", "CSimdjson"]),
    room("CommunityData", ["Basics", "JSONText", "CArchive", crypto]),
    room(
      "Importers",
      [
        "Basics", "CommunityData", "JSONText", "CXML2", "CArchive", "CGMime",
        "CFileSystem", crypto,
      ]),
    room("Measures", ["Basics", "CommunityData", "JSONText"]),
    .target(
      name: "MeasuresSQL", exclude: ["README.md"],
      resources: metricSQL.map { .embedInCode($0 + ".sql") }, swiftSettings: house),
    .target(
      name: "SparkJob", path: "cluster",
      resources: sparkJob.map { .embedInCode($0 + ".py") }, swiftSettings: house),
    room("LinkDirectory", ["Basics", "JSONText", crypto]),
    // The site that `meadow new` writes.
    room("Starter", ["Basics", "CommunityData", "LinkDirectory"]),

    // Render
    room("MarkdownHTML", ["Basics", "CArena", "CMark", yams]),
    room("Templating", ["Basics"]),
    room("ChartSVG", ["Basics"]),
    .target(
      name: "DefaultTheme", path: "Templates",
      resources: theme.map { .embedInCode($0) },
      swiftSettings: house),

    // Check, write
    .target(
      name: "OpenWeb", dependencies: ["Basics", "JSONText"],
      resources: [.embedInCode("Search/search.js")], swiftSettings: house),
    room("OpenData", ["Basics", "JSONText", "CSQLite"]),
    room(
      "SiteBuild",
      [
        "Basics", "CommunityData", "Measures", "MeasuresSQL", "LinkDirectory", "MarkdownHTML",
        "Templating", "ChartSVG", "OpenWeb", "OpenData", "DefaultTheme", "JSONText", "CFileSystem",
        "CHeap",
      ]),
    .target(
      name: "Preview", dependencies: ["Basics", "JSONText"] + flyingFox,
      resources: [.embedInCode("reload.js"), .embedInCode("overlay.css")], swiftSettings: house),
    room(
      "MeadowCommand",
      [
        "Basics", "CommunityData", "Preview", "Importers", "Measures", "MeasuresSQL",
        "LinkDirectory", "MarkdownHTML", "SparkJob",
        "Templating", "ChartSVG", "SiteBuild", "OpenWeb", "JSONText", "Starter", "CHeap",
        arguments,
      ]),
    .executableTarget(
      name: "meadow", dependencies: ["MeadowCommand", "CHeap"], swiftSettings: house),

    // Tests
    .target(
      name: "TestSupport", dependencies: ["Basics"], path: "Tests/TestSupport",
      swiftSettings: house),
    // A program for developers: makes the sample community that the demonstration shows.
    .target(
      name: "SampleCommunity", dependencies: ["Basics", "CommunityData"],
      path: "Tests/SampleCommunity", swiftSettings: house),
    .executableTarget(
      name: "sample-community", dependencies: ["Basics", "CommunityData", "SampleCommunity"],
      path: "Tests/SampleCommunityProgram", swiftSettings: house),
    tests(of: "Basics"),
    tests(of: "JSONText"),
    tests(of: "CommunityData", using: ["JSONText", crypto], leavingOut: ["Fixtures"]),
    tests(of: "Importers", using: ["CommunityData", "JSONText", crypto], leavingOut: ["Fixtures"]),
    tests(of: "Measures", using: ["CommunityData", "JSONText", crypto]),
    tests(of: "LinkDirectory"),
    tests(of: "MarkdownHTML", leavingOut: ["Fixtures"]),
    tests(of: "Templating", leavingOut: ["Fixtures"]),
    tests(of: "ChartSVG", using: ["SiteBuild"]),
    tests(of: "Preview"),
    tests(of: "OpenWeb", using: [crypto], leavingOut: ["Fixtures"]),
    tests(
      of: "SiteBuild",
      using: [
        "ChartSVG", "CGMime", "CHeap", "CommunityData", "DefaultTheme", "LinkDirectory", "Measures",
        "OpenData", "OpenWeb",
      ], leavingOut: ["Fixtures"]),
    tests(of: "OpenData"),
    tests(of: "SampleCommunity", using: ["CommunityData"]),
    tests(of: "Starter", using: ["CommunityData", "LinkDirectory", "OpenWeb", "SiteBuild"]),
    tests(
      of: "MeadowCommand",
      using: ["CommunityData", "Importers", "Measures", "SiteBuild", "Starter", "Templating"]),
    .testTarget(
      name: "HouseTests", dependencies: ["DefaultTheme", "Measures", "MeasuresSQL", "SparkJob"],
      swiftSettings: house),
  ],
  cxxLanguageStandard: .cxx17
)
