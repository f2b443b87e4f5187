// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let subprocess = Target.Dependency.product(name: "Subprocess", package: "swift-subprocess")

/// One stage of the pipeline: what it may import is all it can import.
func stage(
  _ name: String, _ dependencies: [Target.Dependency] = [], exclude: [String] = []
) -> Target {
  .target(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: settings)
}

func command(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .executableTarget(name: name, dependencies: dependencies, swiftSettings: settings)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(
    name: name, dependencies: dependencies + ["TestSupport"], swiftSettings: settings)
}

let package = Package(
  name: "gangyao",
  products: [
    .executable(name: "gangyao", targets: ["gangyao"]),
    .executable(name: "bigram", targets: ["bigram"]),
    .executable(name: "gangyao-bench", targets: ["gangyao-bench"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
  ],
  targets: [
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(
      name: "CArchive", pkgConfig: "libarchive", providers: [.apt(["libarchive-dev"])]),
    .systemLibrary(
      name: "CXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .systemLibrary(
      name: "CPCRE2", pkgConfig: "libpcre2-8", providers: [.apt(["libpcre2-dev"])]),

    // Below all stages.
    .target(name: "HardwareCRC"),
    stage("ByteAccess", ["HardwareCRC"]),
    stage("TextFolding"),
    stage("PlanDocument"),

    // Where Linux finds functions of three of them, so that they are loaded only where they are used.
    .target(name: "LateLibraries", dependencies: ["CLibXML2", "CArchive", "CXLSXWriter"]),

    // File to targets.
    stage(
      "DocumentReading",
      ["PlanDocument", "ByteAccess", "CLibXML2", "CArchive", "LateLibraries", subprocess]),
    stage("PlanOutline", ["PlanDocument"]),
    stage("TargetExtraction", ["PlanDocument"]),

    // What the targets of plans are to each other.
    stage("PlanComparison", ["PlanDocument"]),

    // How right they are, and how sure that is.
    stage("TargetEvaluation", ["PlanDocument"]),

    // Index and search.
    stage("BigramIndex", ["ByteAccess", "TextFolding"], exclude: ["FORMAT.md"]),
    stage("PlanQuery", ["BigramIndex", "ByteAccess", "TextFolding", "CPCRE2"]),

    // A library on disk.
    stage("PlanCatalog", ["PlanDocument", "TextFolding", grdb]),
    stage("PlanExport", ["PlanDocument", "ByteAccess"]),
    // Apart, so that only the command that writes workbooks uses libxlsxwriter.
    stage(
      "PlanWorkbook", ["PlanExport", "PlanDocument", "ByteAccess", "CXLSXWriter", "LateLibraries"]),
    stage(
      "PlanPipeline",
      [
        "ByteAccess", "TextFolding", "PlanDocument", "DocumentReading", "PlanOutline",
        "TargetExtraction", "BigramIndex", "PlanQuery", "PlanCatalog", "PlanExport",
      ]),

    // Commands.
    command(
      "gangyao",
      [
        "BigramIndex", "PlanDocument", "DocumentReading", "PlanQuery", "PlanCatalog", "PlanExport",
        "PlanPipeline", "PlanWorkbook", "PlanComparison", "TargetExtraction", "TargetEvaluation",
        "ByteAccess", "TextFolding", argumentParser,
      ]),
    command("bigram", ["ByteAccess", "TextFolding", "BigramIndex", "PlanQuery", argumentParser]),
    command(
      "gangyao-bench",
      [
        "ByteAccess", "TextFolding", "PlanDocument", "DocumentReading", "PlanOutline",
        "TargetExtraction", "PlanComparison", "TargetEvaluation", "BigramIndex", "PlanQuery",
        "PlanPipeline",
        argumentParser,
      ]),

    // Tests mirror the stages.
    .target(
      name: "TestSupport", dependencies: ["TextFolding"], path: "Tests/TestSupport",
      swiftSettings: settings),
    tests("ByteAccessTests", ["ByteAccess"]),
    tests("TextFoldingTests", ["TextFolding"]),
    tests("PlanDocumentTests", ["PlanDocument"]),
    tests("DocumentReadingTests", ["DocumentReading", "PlanDocument"]),
    tests("PlanOutlineTests", ["PlanOutline", "PlanDocument"]),
    tests(
      "TargetExtractionTests",
      ["TargetExtraction", "DocumentReading", "PlanOutline", "PlanDocument"]),
    tests("PlanComparisonTests", ["PlanComparison", "PlanDocument"]),
    tests(
      "TargetEvaluationTests",
      [
        "TargetEvaluation", "TargetExtraction", "DocumentReading", "PlanOutline", "PlanDocument",
      ]),
    tests("BigramIndexTests", ["BigramIndex", "ByteAccess", "TextFolding"]),
    tests("PlanQueryTests", ["PlanQuery", "BigramIndex", "TextFolding"]),
    tests("PlanCatalogTests", ["PlanCatalog", "PlanDocument"]),
    tests("PlanExportTests", ["PlanExport", "PlanDocument"]),
    tests(
      "PlanPipelineTests",
      ["PlanPipeline", "PlanCatalog", "PlanQuery", "TargetExtraction", "PlanDocument"]),
    tests("EndToEndTests", ["TextFolding"]),
  ]
)
