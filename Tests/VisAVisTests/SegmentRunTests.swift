import Foundation
import Testing

@testable import VisAVis

@Suite struct SegmentRunTests {
  /// What `visavis segment` writes for a file.
  private func segmented(
    _ text: String, name: String = "a.txt", isWrapped: Bool = false
  ) throws -> String {
    let folder = NSTemporaryDirectory() + "/visavis-segment-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try Data(text.utf8).write(to: URL(filePath: folder + "/" + name))
    var run = SegmentRun(try SourceSegmenter())
    run.reading.isWrapped = isWrapped
    var output: [UInt8] = []
    _ = try run.run([folder + "/" + name]) { bytes in
      output += bytes
      bytes = []
    }
    return String(decoding: output, as: UTF8.self)
  }

  @Test(arguments: [
    ("Il part.  Elle reste.\n\n\nFin\n", "Il part.\nElle reste.\n\nFin\n"),
    (
      "«\u{A0}Je pars.\u{A0}» L\u{2019}e\u{301}te\u{301} vient.\r\n",
      "«\u{A0}Je pars.\u{A0}»\nL\u{2019}e\u{301}te\u{301} vient.\n"
    ),
    ("", ""), (" \n\n", ""),
  ])
  func `one sentence to a line in its own bytes`(text: String, expected: String) throws {
    #expect(Array(try segmented(text).utf8) == Array(expected.utf8))
  }

  @Test func `joins the lines of a wrapped sentence`() throws {
    let text = "Il part\r\ntrès tard. Elle\nreste.\n\nFin"
    #expect(
      try segmented(text, isWrapped: true) == "Il part très tard.\nElle reste.\n\nFin\n")
  }

  @Test func `leaves the code of Markdown out`() throws {
    let text = "# Un titre\n\nIl **part**. Elle reste.\n\n```\nlet a = 1. B\n```\n"
    #expect(try segmented(text, name: "a.md") == "Un titre\n\nIl **part**.\nElle reste.\n")
  }
}
