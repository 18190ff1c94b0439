// swift-tools-version: 6.2
import PackageDescription

/// Settings of every Swift target: the strictest the language has.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .treatAllWarnings(as: .error),
]

/// Modules in which a plan spends little time: to optimise them takes minutes of the build and saves
/// tenths of a second.
let unoptimized: Set<String> = [
  "Scenarios", "ScenarioFiles", "PayRules", "Contracts", "Planning", "Verification", "Quoting",
  "Spreadsheets", "peakplan",
]

/// Whether modules are optimised one by one: the Makefile compiles everything without optimisation,
/// and here all but ``unoptimized`` are optimised for size. Nobody else asks for this; a package with
/// such flags could not be depended on.
let isQuickBuild = Context.environment["PEAKPLAN_BUILD"] == "quick"

/// The settings of one target.
func settings(_ name: String) -> [SwiftSetting] {
  let isForSize = isQuickBuild && !unoptimized.contains(name)
  return strict + (isForSize ? [.unsafeFlags(["-Xfrontend", "-Osize"])] : [])
}

/// One module of the pipeline. Every module may import `Units` and `BusinessCalendar`;
/// what else it may import is stated here, and the build enforces it
/// (`--explicit-target-dependency-import-check error`).
func module(_ name: String, mayImport others: [Target.Dependency] = []) -> Target {
  let foundations: [Target.Dependency] =
    switch name {
    case "Units", "LinearProgramming", "GLPK": []
    case "BusinessCalendar", "Queueing": ["Units"]
    default: ["Units", "BusinessCalendar"]
    }
  return .target(
    name: name, dependencies: foundations + others, swiftSettings: settings(name))
}

/// The tests of one module; they may look at every stage before it.
func tests(
  _ name: String, alsoImport others: [Target.Dependency] = [], excluding files: [String] = []
) -> Target {
  .testTarget(
    name: "\(name)Tests",
    dependencies: [.init(stringLiteral: name), "Units", "BusinessCalendar", "TestSupport"] + others,
    exclude: files,
    swiftSettings: strict)
}

let package = Package(
  name: "peakplan",
  products: [
    .executable(name: "peakplan", targets: ["peakplan"]),
    // The queueing mathematics by itself.
    .library(name: "PeakPlanQueueing", targets: ["Units", "Queueing"]),
    // The pay rules by themselves.
    .library(name: "PeakPlanPay", targets: ["Units", "BusinessCalendar", "PayRules"]),
    .library(
      name: "PeakPlan",
      targets: [
        "Units", "BusinessCalendar", "Queueing", "LinearProgramming", "GLPK", "Scenarios",
        "ScenarioFiles", "Forecasting", "Staffing", "CapacityPlanning", "Costing", "Planning",
        "Spreadsheets", "Reporting", "Storage",
      ]),
    // Made-up scenarios for the benchmarks.
    .library(name: "PeakPlanCapacityScenarios", targets: ["CapacityScenarios"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
  ],
  targets: [
    module("Units"),
    .testTarget(name: "UnitsTests", dependencies: ["Units"], swiftSettings: strict),
    // Golden files, acceptance tables, seeded numbers; no part of the product.
    .target(
      name: "TestSupport", dependencies: ["Units"], path: "Tests/TestSupport",
      swiftSettings: strict),
    .testTarget(
      name: "TestSupportTests", dependencies: ["TestSupport"], swiftSettings: strict),
    module("BusinessCalendar"),
    .testTarget(
      name: "BusinessCalendarTests", dependencies: ["BusinessCalendar", "TestSupport"],
      swiftSettings: strict),
    module("Queueing"),
    // Simulations that check the formulas; shares no code with them, and is no part of the product.
    .target(name: "QueueSimulation", path: "Tests/QueueSimulation", swiftSettings: strict),
    tests("Queueing", alsoImport: ["QueueSimulation"]),

    module("LinearProgramming"),
    .testTarget(
      name: "LinearProgrammingTests", dependencies: ["LinearProgramming", "TestSupport"],
      swiftSettings: strict),
    .systemLibrary(name: "CGLPK", providers: [.apt(["libglpk-dev"])]),
    .target(
      name: "CGLPKGuard", dependencies: ["CGLPK"], linkerSettings: [.linkedLibrary("glpk")]),
    module("GLPK", mayImport: ["LinearProgramming", "CGLPKGuard"]),
    .testTarget(
      name: "GLPKTests",
      dependencies: ["GLPK", "LinearProgramming", "CGLPKGuard", "TestSupport"],
      swiftSettings: strict),

    module("PayRules"),
    tests("PayRules"),
    module("Contracts"),
    tests("Contracts"),
    module("Scenarios", mayImport: ["PayRules", "Contracts"]),
    module(
      "ScenarioFiles",
      mayImport: [
        "Scenarios", "PayRules", "Contracts", .product(name: "Yams", package: "Yams"),
      ]),
    .testTarget(
      name: "ScenarioFilesTests",
      dependencies: [
        "ScenarioFiles", "Scenarios", "PayRules", "Contracts", "Units", "BusinessCalendar",
        "TestSupport",
      ],
      exclude: ["Broken"], swiftSettings: strict),

    // Other systems' layouts.
    module("Interchange", mayImport: ["Scenarios"]),
    tests("Interchange", alsoImport: ["Scenarios", "PlanningFixtures"]),

    module("Forecasting", mayImport: ["Scenarios"]),
    tests("Forecasting", alsoImport: ["Scenarios", "PayRules"]),
    module("Staffing", mayImport: ["Scenarios", "Forecasting", "Queueing"]),
    tests("Staffing", alsoImport: ["Scenarios", "Forecasting", "Queueing", "PayRules"]),
    module(
      "CapacityPlanning",
      mayImport: ["Scenarios", "Staffing", "PayRules", "Contracts", "LinearProgramming"]),
    // Small scenarios for the tests of the planning stages; no part of the product.
    .target(
      name: "PlanningFixtures",
      dependencies: [
        "Units", "BusinessCalendar", "PayRules", "Contracts", "Scenarios", "Staffing",
      ],
      path: "Tests/PlanningFixtures", swiftSettings: strict),
    // Makes scenarios of any size from a seed; no part of the product.
    .target(
      name: "CapacityScenarios", dependencies: ["BusinessCalendar"],
      path: "Benchmarks/Sources/CapacityScenarios", swiftSettings: strict),
    tests(
      "CapacityPlanning",
      alsoImport: [
        "Scenarios", "Staffing", "PayRules", "Contracts", "LinearProgramming", "GLPK",
        "PlanningFixtures",
      ], excluding: ["Golden"]),
    module(
      "ShiftScheduling",
      mayImport: [
        "Scenarios", "Staffing", "CapacityPlanning", "PayRules", "Contracts", "LinearProgramming",
      ]),
    tests(
      "ShiftScheduling",
      alsoImport: [
        "Scenarios", "Staffing", "CapacityPlanning", "PayRules", "Contracts", "LinearProgramming",
        "GLPK",
      ], excluding: ["Golden"]),
    module(
      "Costing",
      mayImport: [
        "Scenarios", "Forecasting", "Staffing", "CapacityPlanning", "ShiftScheduling", "PayRules",
        "Contracts",
      ]),
    // Recomputes plans from their decisions; imports no solver and no program.
    module(
      "Verification",
      mayImport: [
        "Scenarios", "Staffing", "CapacityPlanning", "ShiftScheduling", "Costing", "PayRules",
        "Contracts",
      ]),
    tests(
      "Verification",
      alsoImport: [
        "PlanningFixtures", "Scenarios", "Staffing", "CapacityPlanning", "ShiftScheduling",
        "Costing", "PayRules", "Contracts", "GLPK",
      ]),
    module(
      "Planning",
      mayImport: [
        "Scenarios", "Forecasting", "Staffing", "CapacityPlanning", "ShiftScheduling", "Costing",
        "Contracts", "LinearProgramming",
      ]),
    .target(
      name: "PlanFixtures",
      dependencies: [
        "Units", "BusinessCalendar", "PayRules", "Contracts", "Scenarios", "Forecasting",
        "Staffing", "CapacityPlanning", "ShiftScheduling", "Costing", "Planning",
      ],
      path: "Tests/PlanFixtures", swiftSettings: strict),
    tests(
      "Costing",
      alsoImport: [
        "PlanFixtures", "PayRules", "Contracts", "Scenarios", "Forecasting", "CapacityPlanning",
        "ShiftScheduling", "Planning",
      ]),
    tests(
      "Planning",
      alsoImport: [
        "PlanFixtures", "PlanningFixtures", "Scenarios", "Forecasting", "Staffing",
        "CapacityPlanning", "ShiftScheduling", "Costing", "LinearProgramming", "GLPK",
      ]),

    module(
      "Quoting",
      mayImport: [
        "Contracts", "PayRules", "Queueing", "LinearProgramming", "Scenarios", "Forecasting",
        "Staffing", "CapacityPlanning", "Costing", "Planning",
      ]),
    tests(
      "Quoting",
      alsoImport: [
        "Contracts", "PayRules", "Scenarios", "Forecasting", "Staffing", "CapacityPlanning",
        "Costing", "Planning", "GLPK", "LinearProgramming", "ShiftScheduling", "ScenarioFiles",
        "PlanningFixtures", "PlanFixtures",
      ]),

    // Excel files.
    .systemLibrary(name: "CXlsxWriter", providers: [.apt(["libxlsxwriter-dev"])]),
    module("Spreadsheets", mayImport: ["CXlsxWriter"]),
    tests("Spreadsheets"),
    module(
      "Reporting",
      mayImport: [
        "Spreadsheets", "Planning", "PayRules", "Contracts", "Scenarios", "Forecasting", "Queueing",
        "Staffing",
        "CapacityPlanning", "ShiftScheduling", "Costing", "Quoting",
      ]),
    tests(
      "Reporting",
      alsoImport: [
        "Planning", "Scenarios", "Forecasting", "Staffing", "CapacityPlanning", "ShiftScheduling",
        "Costing", "PayRules", "Contracts", "Spreadsheets", "PlanFixtures", "PlanningFixtures",
        "Quoting", "GLPK",
      ], excluding: ["Golden"]),
    module(
      "Storage",
      mayImport: [
        "Planning", "Scenarios", "Forecasting", "Staffing", "CapacityPlanning", "ShiftScheduling",
        "Costing", .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    tests(
      "Storage",
      alsoImport: [
        "PlanFixtures", "Planning", "Scenarios", "Forecasting", "Staffing", "CapacityPlanning",
        "ShiftScheduling", "Costing", .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    .executableTarget(
      name: "peakplan",
      dependencies: [
        "Units", "BusinessCalendar", "LinearProgramming", "GLPK", "PayRules", "Contracts",
        "Scenarios", "ScenarioFiles", "Forecasting", "Interchange", "Queueing", "Staffing",
        "CapacityPlanning", "ShiftScheduling", "Costing", "Planning", "Quoting", "Reporting",
        "Spreadsheets", "Storage", "Verification",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings("peakplan")),
    .testTarget(
      name: "CommandTests",
      dependencies: ["peakplan", "TestSupport", .product(name: "GRDB", package: "GRDB.swift")],
      swiftSettings: strict),
    .testTarget(
      name: "ScenarioTests",
      dependencies: [
        "Units", "BusinessCalendar", "GLPK", "Scenarios", "ScenarioFiles", "Forecasting",
        "Staffing", "CapacityPlanning", "ShiftScheduling", "Costing", "Planning", "Quoting",
        "Reporting",
        "Verification", "TestSupport", "CapacityScenarios",
      ],
      exclude: ["Golden"], swiftSettings: strict),
  ])
