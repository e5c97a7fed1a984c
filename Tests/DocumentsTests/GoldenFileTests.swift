import Bitext
import Foundation
import Testing

@testable import Documents

/// Every format writes the same two documents, one from plain text and one from Markdown, and each file is
/// compared with the one in Fixtures. `VISAVIS_RECORD=1` writes those anew; look at the difference then.
struct GoldenFileTests {
  static let writers: [(name: String, make: @Sendable () -> any DocumentWriter)] = [
    (
      "columns.txt", { ColumnsWriter(width: 80, isColored: false, measure: SampleDocument.measure) }
    ),
    (
      "stacked.txt", { ColumnsWriter(width: 40, isColored: false, measure: SampleDocument.measure) }
    ),
    ("txt", { PlainTextWriter() }), ("md", { MarkdownWriter() }),
    ("stacked.md", { MarkdownWriter(layout: .stacked) }),
    ("interleaved.md", { MarkdownWriter(layout: .interleaved) }),
    ("target.md", { MarkdownWriter(side: .target) }), ("html", { HTMLWriter() }),
    ("json", { JSONWriter() }), ("xlf", { XLIFFWriter() }), ("xliff2.xlf", { XLIFF2Writer() }),
    ("tmx", { TMXWriter() }), ("tsv", { DelimitedWriter(.tsv) }),
    ("csv", { DelimitedWriter(.csv) }),
  ]

  @Test(arguments: writers.indices)
  func `is as recorded`(index: Int) throws {
    let (name, make) = Self.writers[index]
    var writer = make()
    var output: [UInt8] = []
    var markdown = DocumentInfo(path: "everything.fr.md", syntax: .markdown)
    markdown.toolVersion = "1.0"
    let paragraphs = MarkdownReader.paragraphs(of: MarkdownReaderTests.fixture)
    for (info, paragraphs) in [
      (SampleDocument.info, SampleDocument.paragraphs),
      (markdown, MarkdownWriterTests.bilingual(paragraphs)),
    ] {
      writer.begin(info, into: &output)
      for paragraph in paragraphs { writer.write(paragraph, into: &output) }
      writer.end(into: &output)
    }
    writer.finish(into: &output)
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Fixtures/documents.en.\(name)")
    if ProcessInfo.processInfo.environment["VISAVIS_RECORD"] != nil {
      try Data(output).write(to: file)
    }
    let expected = try [UInt8](Data(contentsOf: file))
    #expect(String(decoding: output, as: UTF8.self) == String(decoding: expected, as: UTF8.self))
  }
}
