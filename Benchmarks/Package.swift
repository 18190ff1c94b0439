// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "peakplan-benchmarks",
  dependencies: [.package(name: "peakplan", path: "..")],
  targets: [
    // GLPK as it is, to compare with; the product itself only enters it through its guard.
    .systemLibrary(name: "CGLPKRaw", providers: [.apt(["libglpk-dev"])]),
    .executableTarget(
      name: "peakplan-benchmarks",
      dependencies: ["CGLPKRaw", .product(name: "PeakPlan", package: "peakplan")],
      swiftSettings: [.swiftLanguageMode(.v6), .enableUpcomingFeature("ExistentialAny")]),
  ])
