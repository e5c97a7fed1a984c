// swift-tools-version: 6.2
import PackageDescription

/// Switched on for every Swift target: see the Swift evolution proposals of these names.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "VisAVis",
  products: [
    .library(name: "VisAVis", targets: ["VisAVis", "Bitext"]),
    .executable(name: "visavis", targets: ["VisAVisCommand"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // Debian's libicu; no pkg-config, which would link it dynamically.
    .systemLibrary(name: "CLibICU", providers: [.apt(["libicu-dev"])]),
    // Debian's libcmark-gfm for Markdown, likewise.
    .systemLibrary(
      name: "CLibCMarkGFM",
      providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
    // C functions with stable names over libicu, behind an opaque header.
    .target(
      name: "CICU", dependencies: ["CLibICU"],
      // ICU goes into the binary with its data, so that it runs where no ICU is installed.
      linkerSettings: [
        .linkedLibrary(":libicui18n.a"), .linkedLibrary(":libicuuc.a"),
        .linkedLibrary(":libicudata.a"), .linkedLibrary("stdc++"),
      ]),
    // The data files, embedded.
    .target(name: "CVisAVisData"),
    // Swift owners of ICU handles; knows no French and no English.
    .target(name: "ICU", dependencies: ["CICU"]),
    // The values every stage shares.
    .target(name: "Bitext"),
    // Source side: normalise, segment, tokenise, analyse.
    .target(name: "French", dependencies: ["Bitext", "ICU"], exclude: ["Data"]),
    // Target side: inflection, articles, capitals.
    .target(name: "English", dependencies: ["Bitext"], exclude: ["Data"]),
    // Glossaries: formats, index, matching.
    .target(name: "Terminology", dependencies: ["Bitext", "ICU", "French", "English"]),
    // Titles and personal names, romanisation, dates and amounts.
    .target(
      name: "Names", dependencies: ["Bitext", "ICU", "French", "English", "Terminology"],
      exclude: ["Data"]),
    // Draft engines.
    .target(
      name: "Drafting", dependencies: ["Bitext", "French", "English"], exclude: ["RuleBased/Data"]),
    // Coverage and checks.
    .target(name: "Review", dependencies: ["Bitext", "French", "Terminology", "Names"]),
    // Bilingual documents in and out, a file per format.
    .target(
      name: "Documents", dependencies: ["Bitext", "ICU", "CLibCMarkGFM"],
      // In the binary, as ICU is.
      linkerSettings: [
        .linkedLibrary(":libcmark-gfm-extensions.a"), .linkedLibrary(":libcmark-gfm.a"),
      ]),
    // The pipeline, wired.
    .target(
      name: "VisAVis",
      dependencies: [
        "Bitext", "ICU", "CVisAVisData", "French", "English", "Terminology", "Names", "Drafting",
        "Review", "Documents", "Yams",
      ]),
    // The command.
    .executableTarget(
      name: "VisAVisCommand",
      dependencies: [
        "VisAVis", "Bitext", "Documents", "Review",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Sources/VisAVisCommand",
      // A release binary has Swift inside and runs on any Linux with glibc 2.36 or later.
      swiftSettings: [.unsafeFlags(["-static-stdlib"], .when(configuration: .release))],
      linkerSettings: [.unsafeFlags(["-static-stdlib"], .when(configuration: .release))]),
    // What tests share: the embedded data files by name.
    .target(
      name: "TestSupport", dependencies: ["Bitext", "CVisAVisData"], path: "Tests/TestSupport"),
    .testTarget(name: "FrenchTests", dependencies: ["French", "Bitext", "TestSupport"]),
    .testTarget(
      name: "DraftingTests",
      dependencies: ["Drafting", "French", "English", "Bitext", "TestSupport"]),
    .testTarget(
      name: "DocumentsTests", dependencies: ["Documents", "Bitext"], exclude: ["Fixtures"]),
    .testTarget(
      name: "NamesTests", dependencies: ["Names", "ICU", "French", "Bitext", "TestSupport"]),
    .testTarget(name: "EnglishTests", dependencies: ["English", "Bitext", "TestSupport"]),
    .testTarget(
      name: "TerminologyTests", dependencies: ["Terminology", "French", "Bitext", "TestSupport"]),
    .testTarget(
      name: "GlossaryDataTests", dependencies: ["Terminology", "Bitext", "TestSupport"]),
    .testTarget(
      name: "EndToEndTests",
      dependencies: ["VisAVis", "VisAVisCommand", "Documents", "Review", "Bitext"]),
    .testTarget(name: "ICUTests", dependencies: ["ICU"]),
    .testTarget(name: "ReviewTests", dependencies: ["Review", "Bitext"]),
    .testTarget(name: "VisAVisTests", dependencies: ["VisAVis", "Review", "Documents", "Bitext"]),
  ],
  swiftLanguageModes: [.v6]
)

// The tagger's trainer and its measurements: VISAVIS_TRAIN=1 swift build -c release -Xswiftc -enable-testing
if Context.environment["VISAVIS_TRAIN"] != nil {
  package.targets.append(
    .executableTarget(
      name: "TaggerTrainer", dependencies: ["French", "Bitext", "TestSupport"],
      path: "Tests/TaggerTrainer", exclude: ["sentences.txt"]))
}

// Speed: VISAVIS_BENCHMARKS=1 swift package --disable-sandbox --scratch-path .build-bench benchmark;
// VISAVIS_BENCHMARK_TEXT names a French text to work on; Tests/Benchmarks/compare-matching.py measures other tools.
if Context.environment["VISAVIS_BENCHMARKS"] != nil {
  package.dependencies.append(
    .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.1", traits: []))
  for (name, tested) in [
    ("SourceTextBenchmarks", []),
    ("TranslationBenchmarks", ["English", "Terminology", "Names", "VisAVis"]),
  ] {
    package.targets.append(
      .executableTarget(
        name: name,
        dependencies: ["French", "Bitext", "TestSupport"]
          + tested.map { .init(stringLiteral: $0) }
          + [.product(name: "Benchmark", package: "benchmark")],
        path: "Tests/Benchmarks/\(name)",
        plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]))
  }
}

// Fuzzing: VISAVIS_FUZZ=1 swift build --sanitize fuzzer --product SegmentFuzzer --scratch-path .build-fuzz
if Context.environment["VISAVIS_FUZZ"] != nil {
  for (name, tested) in [
    ("SegmentFuzzer", ["French"]), ("ReadingFuzzer", ["VisAVis"]), ("DraftFuzzer", ["VisAVis"]),
    ("GlossaryFuzzer", ["French", "Terminology", "VisAVis"]),
  ] {
    package.targets.append(
      .executableTarget(
        name: name,
        dependencies: ["Bitext", "TestSupport"] + tested.map { .init(stringLiteral: $0) },
        path: "Tests/Fuzzing/\(name)", swiftSettings: [.unsafeFlags(["-parse-as-library"])]))
  }
}

for target in package.targets where [.regular, .executable, .test].contains(target.type) {
  // The targets in C have no Swift settings.
  if !["CICU", "CVisAVisData"].contains(target.name) {
    target.swiftSettings = strict + (target.swiftSettings ?? [])
  }
}
