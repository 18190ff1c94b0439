// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "peakplan-benchmarks",
  dependencies: [.package(name: "peakplan", path: "..")],
  targets: [
    .executableTarget(
      name: "peakplan-benchmarks",
      dependencies: [.product(name: "PeakPlan", package: "peakplan")],
      swiftSettings: [.swiftLanguageMode(.v6), .enableUpcomingFeature("ExistentialAny")])
  ])
