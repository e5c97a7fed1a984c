import Bitext
import Documents
import Foundation
import Testing

@testable import VisAVis

@Suite struct AlignRunTests {
  private static let pipeline = try? Pipeline(Configuration())

  private func aligned(
    _ french: String, _ english: String, _ format: DocumentFormat = .tsv,
    unit: AlignmentUnitKind = .auto, extension name: String = "txt"
  ) throws -> (text: String, notices: [String]) {
    var run = AlignRun(try #require(Self.pipeline))
    run.format = format
    run.unit = unit
    var output: [UInt8] = []
    let notices = try run.run(
      try CheckRunTests.write(french, "a.fr.\(name)"),
      try CheckRunTests.write(english, "a.en.\(name)")
    ) { bytes in
      output += bytes
      bytes = []
    }
    return (String(decoding: output, as: UTF8.self), notices)
  }

  private static let french = """
    M. Dupont est arrivé à Moscou. Il y a rencontré Vladimir Poutine.

    La réunion a duré 3 heures. Rien n’a été signé. Le sénateur est reparti pour Le Caire lundi.

    """
  private static let english = """
    Mr. Dupont arrived in Moscow and met Vladimir Putin there.

    The meeting lasted 3 hours. On Monday the senator left for Cairo.
    Applause.

    """

  @Test func `sentences go together, and what is alone stays alone`() throws {
    let (text, notices) = try aligned(Self.french, Self.english)
    let rows = text.split(separator: "\n").map {
      $0.split(separator: "\t", omittingEmptySubsequences: false)
    }
    #expect(
      rows.map { $0[2...].joined(separator: " ") } == [
        "type source_lines target_lines", "2-1 1 1", "1-1 3 3", "1-0 3 ", "1-1 3 3", "0-1  4",
      ])
    #expect(rows[1][0] == "M. Dupont est arrivé à Moscou. Il y a rencontré Vladimir Poutine.")
    #expect(rows[3][0] == "Rien n’a été signé." && rows[3][1] == "")
    #expect(notices.count == 2)
  }

  @Test func `lines are units where each is a sentence`() throws {
    let french = "Il pleut.\nPoutine part. Fin\nLe Caire\nParis\nRome\nBerne\n"
    let english = "It rains.\nPutin leaves. End\nCairo\nParis\nRome\nBern\n"
    #expect(
      try aligned(french, english).text.contains("Poutine part. Fin\tPutin leaves. End\t1-1\t2\t2"))
    let text = try aligned(french, english, unit: .sentence).text
    #expect(text.contains("Poutine part.\tPutin leaves.\t1-1\t2\t2"))
  }

  @Test(arguments: [
    (DocumentFormat.tmx, BilingualFormat.tmx), (.xliff, .xliff), (.xliff2, .xliff),
    (.markdown, .markdown), (.json, .json), (.csv, .csv), (.tsv, .tsv),
  ])
  func `every format can be read again`(format: DocumentFormat, back: BilingualFormat) throws {
    let (text, _) = try aligned(Self.french, Self.english, format)
    var pairs: [String] = []
    try BilingualReader.read(Array(text.utf8), as: back) { pair in
      if !pair.source.isEmpty, !pair.target.isEmpty { pairs.append(pair.target) }
    }
    #expect(pairs.count == 3, "\(text)")
    #expect(pairs.first == "Mr. Dupont arrived in Moscow and met Vladimir Putin there.")
  }

  @Test func `an empty text leaves the other alone`() throws {
    let (text, _) = try aligned("Il pleut.\n", "")
    #expect(text.hasSuffix("Il pleut.\t\t1-0\t1\t\n"))
  }

  /// Where a stop ends no English sentence.
  @Test(arguments: [
    ("Mr. Smith left. He was tired.", ["Mr. Smith left.", "He was tired."]),
    ("The U.S. Senate met. The vote failed.", ["The U.S. Senate met.", "The vote failed."]),
    ("“Go.” She left the U.S. The end came.", ["“Go.”", "She left the U.S.", "The end came."]),
    (
      "It closed at 5 p.m. on Jan. 3. J. D. Vance spoke.",
      [
        "It closed at 5 p.m. on Jan. 3.", "J. D. Vance spoke.",
      ]
    ),
  ])
  func `cuts English into sentences`(text: String, expected: [String]) throws {
    let pipeline = try #require(Self.pipeline)
    let bytes = Array(text.utf8)
    let ranges = try EnglishSentences(pipeline.resources.files)
      .ranges(of: SourceParagraph(text: bytes))
    #expect(ranges.map { String(decoding: bytes[$0.range], as: UTF8.self) } == expected)
  }
}
