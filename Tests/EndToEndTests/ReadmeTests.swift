import Documents
import Foundation
import Testing
import VisAVis

/// What the README shows is what the tool prints.
@Suite struct ReadmeTests {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../..").standardized

  private var readme: String {
    get throws {
      try String(contentsOf: Self.root.appendingPathComponent("README.md"), encoding: .utf8)
    }
  }

  @Test func `shows real columns`() throws {
    let blocks = try readme.components(separatedBy: "```\n")
    let shown = try #require(blocks.first { $0.hasPrefix("Français") })
    let path = NSTemporaryDirectory() + "visavis-readme.fr.txt"
    let sentence =
      "Le ministre russe des Affaires étrangères Sergueï Lavrov a rencontré lundi son homologue "
      + "turc au Caire.\n"
    try sentence.write(toFile: path, atomically: true, encoding: .utf8)
    var run = DocumentRun(try SharedPipeline.draft.get())
    run.width = 92
    var output: [UInt8] = []
    _ = try run.run([path]) { bytes in
      output += bytes
      bytes.removeAll()
    }
    #expect(trimmed(String(decoding: output, as: UTF8.self)) == trimmed(shown))
  }

  /// Lines without spaces at their ends, and without the empty row after a paragraph.
  private func trimmed(_ text: String) -> [String] {
    text.split(separator: "\n").map { line in
      String(line.reversed().drop { $0 == " " }.reversed())
    }.filter { $0.trimmingCharacters(in: .whitespaces) != "│" }
  }

  @Test func `names files that exist`() throws {
    for path in [
      "Sources/VisAVis/Pipeline.swift", "Glossaries/README.md", "Tests/Samples/summit.fr.txt",
    ] {
      #expect(try readme.contains(path))
      #expect(FileManager.default.fileExists(atPath: Self.root.appendingPathComponent(path).path))
    }
  }
}
