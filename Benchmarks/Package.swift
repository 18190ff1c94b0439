// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6), .enableUpcomingFeature("ExistentialAny"),
]

let package = Package(
  name: "peakplan-benchmarks",
  dependencies: [.package(name: "peakplan", path: "..")],
  targets: [
    .target(name: "Measuring", swiftSettings: strict),
    // GLPK as it is, to compare with; the product itself only enters it through its guard.
    .systemLibrary(name: "CGLPKRaw", providers: [.apt(["libglpk-dev"])]),
    .executableTarget(
      name: "peakplan-benchmarks",
      dependencies: ["Measuring", "CGLPKRaw", .product(name: "PeakPlan", package: "peakplan")],
      swiftSettings: strict),
    .executableTarget(
      name: "queueing-benchmarks",
      dependencies: ["Measuring", .product(name: "PeakPlanQueueing", package: "peakplan")],
      swiftSettings: strict),
    .executableTarget(
      name: "pay-benchmarks",
      dependencies: ["Measuring", .product(name: "PeakPlanPay", package: "peakplan")],
      swiftSettings: strict),
    .executableTarget(
      name: "ledger-benchmarks",
      dependencies: ["Measuring", .product(name: "PeakPlan", package: "peakplan")],
      swiftSettings: strict),
    .executableTarget(
      name: "capacity-benchmarks",
      dependencies: [
        "Measuring", .product(name: "PeakPlan", package: "peakplan"),
        .product(name: "PeakPlanCapacityScenarios", package: "peakplan"),
      ],
      swiftSettings: strict),
  ])
