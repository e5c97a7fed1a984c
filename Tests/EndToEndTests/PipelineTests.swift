import Bitext
import Documents
import Foundation
import Testing
import VisAVis

@Suite struct PipelineTests {
  static let sample = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../Samples/summit.fr.txt").standardized.path

  private func paragraphs(_ lines: [String], engine: Configuration.Engine) throws
    -> [BilingualParagraph]
  {
    var configuration = Configuration()
    configuration.engine = engine
    let pipeline =
      engine == .draft ? try SharedPipeline.draft.get() : try Pipeline(configuration)
    var state = DocumentState()
    return lines.map {
      pipeline.translate(SourceParagraph(text: Array($0.utf8)), state: &state)
    }
  }

  private var lines: [String] {
    get throws {
      try String(contentsOfFile: Self.sample, encoding: .utf8)
        .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }
  }

  /// Texts with soft hyphens, decomposed accents, no-break spaces and nested quotes.
  private static let odd = [
    "Vladimir Pou\u{AD}tine a vu Ange\u{301}la Merkel a\u{300} Mos\u{AD}cou.",
    "« Il a dit “Vive l’Ukraine\u{202F}!” avant de partir du Caire. »",
    "  M.\u{A0}Dupont, né le 1er\u{A0}mai 1980…   Puis l’État, aujourd’hui. ",
    "PÉKIN : LE PRÉSIDENT XI JINPING REÇOIT EMMANUEL MACRON",
  ]

  @Test(arguments: Configuration.Engine.allCases)
  func `keeps every byte of the source and slices terms exactly`(engine: Configuration.Engine)
    throws
  {
    let texts = try lines + Self.odd
    for (text, paragraph) in zip(texts, try paragraphs(texts, engine: engine)) {
      #expect(paragraph.source == text)
      for segment in paragraph.segments {
        #expect(segment.source.isEmpty || !segment.target.isEmpty, "\(segment.source)")
        let source = Array(segment.source.unicodeScalars)
        let target = Array(segment.target.unicodeScalars)
        var end = 0
        for term in segment.terms {
          #expect(term.start >= end && term.end <= source.count)
          end = term.end
          #expect(string(source[term.start..<term.end]) == Array(term.source.utf8))
          #expect(string(target[term.targetStart..<term.targetEnd]) == Array(term.target.utf8))
        }
      }
    }
  }

  private func string(_ scalars: ArraySlice<Unicode.Scalar>) -> [UInt8] {
    scalars.flatMap { Array(String($0).utf8) }
  }

  @Test func `finds at least thirty names in the sample and flags nothing falsely lost`() throws {
    let found = try paragraphs(try lines, engine: .draft)
    let terms = found.flatMap(\.segments).flatMap(\.terms)
    #expect(terms.count >= 30)
    let lost = found.flatMap(\.segments).flatMap(\.findings).filter { $0.rule == "unplaced" }
    #expect(lost.map(\.message) == [])
  }

  @Test func `gives the same bytes for the same input`() throws {
    #expect(
      try paragraphs(try lines, engine: .draft) == paragraphs(try lines, engine: .draft))
  }

  /// Random cuts, repeats and swaps of bytes of the sample: no crash, no empty target.
  @Test func `survives ten thousand mutations`() throws {
    let pipeline = try SharedPipeline.draft.get()
    let texts = try lines.filter { !$0.isEmpty }.map { Array($0.unicodeScalars) }
    var generator = SplitMix(state: 20_260_616)
    for round in 0..<10_000 {
      var scalars = texts[round % texts.count]
      for _ in 0..<Int.random(in: 1...4, using: &generator) where !scalars.isEmpty {
        let place = Int.random(in: 0..<scalars.count, using: &generator)
        let other = Int.random(in: 0..<scalars.count, using: &generator)
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: scalars.removeSubrange(min(place, other)..<max(place, other))
        case 1: scalars.swapAt(place, other)
        case 2:
          scalars.insert(contentsOf: scalars[min(place, other)..<max(place, other)], at: place)
        default: scalars.insert(Self.noise[other % Self.noise.count], at: place)
        }
        if scalars.count > 600 { scalars.removeLast(scalars.count - 600) }
      }
      var text = ""
      text.unicodeScalars.append(contentsOf: scalars)
      var state = DocumentState()
      let result = pipeline.translate(SourceParagraph(text: Array(text.utf8)), state: &state)
      #expect(result.source == text)
      for segment in result.segments where segment.source.contains(where: { $0.isLetter }) {
        #expect(!segment.target.isEmpty, "\(segment.source)")
      }
    }
  }

  private static let noise: [Unicode.Scalar] = [
    "«", "»", "'", "’", "-", "…", "\u{AD}", "\u{301}", "\u{FFFC}", "🙂", "1", ".", ",", "M", "é",
    "(",
    "\u{202E}", "東", "\u{A0}", ";",
  ]

  private struct SplitMix: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var value = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
      value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
      return value ^ (value >> 31)
    }
  }
}
