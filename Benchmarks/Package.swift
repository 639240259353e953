// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that what Meadow is measured against is no dependency of Meadow.
//
// The modules measured are the same files as the product's, through links in `Sources`: their
// interface is `package`, which another package cannot see through a product, and making it `public`
// for a benchmark would tell every reader something untrue.

let house: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "meadow-benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/stencilproject/Stencil", from: "0.15.1"),
  ],
  targets: [
    .target(name: "Basics", swiftSettings: house),
    .target(name: "Templating", dependencies: ["Basics"], swiftSettings: house),
    .executableTarget(
      name: "template-bench",
      dependencies: [
        "Basics", "Templating",
        .product(name: "Mustache", package: "swift-mustache"),
        .product(name: "Stencil", package: "Stencil"),
      ],
      path: "templates/TemplateBench", swiftSettings: house),
  ])
