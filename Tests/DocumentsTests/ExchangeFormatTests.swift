import Bitext
import Foundation
import Testing

@testable import Documents

/// XLIFF, TMX, TSV and CSV.
struct ExchangeFormatTests {
  private static var sample: [BilingualParagraph] {
    var paragraphs = SampleDocument.paragraphs
    paragraphs[2].segments[0].findings = [
      Finding(
        rule: "unplaced", severity: .warning, message: "‘l’’ <has> no place & no \u{C} mark",
        range: SourceRange(0, 2))
    ]
    paragraphs.append(SampleDocument.paragraph(6, .verbatim, [("```\nx\n```", "```\nx\n```")]))
    paragraphs.append(SampleDocument.paragraph(7, .body, [("a\u{B}b\u{FFFE}c ]]>", "")]))
    return paragraphs
  }

  @Test(
    .enabled(if: Schemas.isUsable, "no schemas or no xmllint: exports are not validated"),
    arguments: ["xliff-1.2", "xliff-2.1", "tmx"])
  func `is valid by its schema`(format: String) throws {
    let (writer, arguments): (any DocumentWriter, [String]) =
      switch format {
      case "xliff-1.2": (XLIFFWriter(), ["--schema", "xliff1.2/xliff-core-1.2-strict.xsd"])
      case "xliff-2.1": (XLIFF2Writer(), ["--schema", "xliff2.1/core-and-glossary.xsd"])
      default: (TMXWriter(), ["--dtdvalid", "tmx/tmx14.dtd"])
      }
    for paragraphs in [Self.sample, []] {
      let file = writer.file(SampleDocument.info, paragraphs)
      let log = try Schemas.validate(file, option: arguments[0], schema: arguments[1])
      #expect(log == nil, "\(format): \(log ?? "")")
    }
  }

  @Test func `marks terms in XLIFF`() {
    let text = String(
      decoding: XLIFFWriter().file(SampleDocument.info, Self.sample), as: UTF8.self)
    #expect(
      text.contains(
        """
        <source>Le <mrk mtype="term" \
        comment="other, curated, preferred, sample.tsv">ministre norvégien</mrk> a reçu l’<mrk
        """))
    let newer = String(
      decoding: XLIFF2Writer().file(SampleDocument.info, Self.sample), as: UTF8.self)
    #expect(newer.contains("<mrk id=\"m31-1\" type=\"term\">Samedi</mrk>"))
    #expect(newer.contains("on <mrk id=\"m31-1\" type=\"term\">Saturday</mrk>."))
    #expect(newer.contains("<ignorable><source> </source></ignorable>"))
  }

  @Test(arguments: [
    ("a<b> & \"c\" 'd'", "a&lt;b&gt; &amp; &quot;c&quot; &#39;d&#39;"),
    ("a\u{C}\u{FFFE}\u{FFFF}b\u{FFFD}", "a\u{FFFD}\u{FFFD}\u{FFFD}b\u{FFFD}"),
    ("\u{FFBE}\r\n\té", "\u{FFBE}&#13;\n\té"),
  ])
  func `escapes XML`(text: String, expected: String) {
    var output: [UInt8] = []
    output.putXML(text)
    #expect(String(decoding: output, as: UTF8.self) == expected)
  }

  @Test func `writes rows`() {
    let pairs = [("Il dit\t: « a, b »", "He says: \"a, b\"")]
    let paragraph = SampleDocument.paragraph(1, .body, pairs)
    let info = SampleDocument.info
    let header = ["source", "target", "id", "paragraph", "document", "engine", "terms"]
    #expect(
      String(decoding: DelimitedWriter(.csv).file(info, [paragraph]), as: UTF8.self)
        == header.joined(separator: ",")
        + "\r\n\"Il dit\t: « a, b »\",\"He says: \"\"a, b\"\"\",10,1,notes/visite.fr.txt,terms,\r\n"
    )
    #expect(
      String(decoding: DelimitedWriter(.tsv).file(info, [paragraph]), as: UTF8.self)
        == header.joined(separator: "\t")
        + "\nIl dit : « a, b »\tHe says: \"a, b\"\t10\t1\tnotes/visite.fr.txt\tterms\t\n")
  }
}

/// The schemas of exchange formats, which are no part of the project: `VISAVIS_SCHEMAS`, or a folder
/// `shared/schemas` beside the checkout or above it.
enum Schemas {
  static let folder: String? = {
    let files = FileManager.default
    if let path = ProcessInfo.processInfo.environment["VISAVIS_SCHEMAS"] {
      return files.fileExists(atPath: path) ? path : nil
    }
    var folder = URL(fileURLWithPath: #filePath)
    for _ in 0..<6 {
      folder.deleteLastPathComponent()
      let path = folder.appendingPathComponent("shared/schemas").path
      if files.fileExists(atPath: path) { return path }
    }
    return nil
  }()

  static var isUsable: Bool { folder != nil && run("xmllint", ["--version"]) != nil }

  /// What xmllint says against `file`, nil if it is valid.
  static func validate(_ file: [UInt8], option: String, schema: String) throws -> String? {
    let folder = folder ?? ""
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("visavis-\(UUID().uuidString).xml").path
    try Data(file).write(to: URL(fileURLWithPath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    let result = run(
      "xmllint", ["--nonet", "--noout", option, "\(folder)/\(schema)", path],
      environment: ["XML_CATALOG_FILES": "\(folder)/catalog.xml"])
    return result?.status == 0 ? nil : result?.text ?? "cannot run"
  }

  /// Runs a program of the search path; nil if there is none of that name.
  static func run(
    _ program: String, _ arguments: [String], environment: [String: String] = [:],
    input: [UInt8] = []
  ) -> (status: Int32, text: String)? {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [program] + arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    let output = Pipe()
    let feed = Pipe()
    process.standardOutput = output
    process.standardError = output
    process.standardInput = feed
    guard (try? process.run()) != nil else { return nil }
    try? feed.fileHandleForWriting.write(contentsOf: Data(input))
    try? feed.fileHandleForWriting.close()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    if process.terminationStatus == 127 { return nil }
    return (process.terminationStatus, String(decoding: data, as: UTF8.self))
  }
}
