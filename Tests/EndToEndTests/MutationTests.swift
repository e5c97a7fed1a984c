import Bitext
import Foundation
import Testing
import VisAVis

/// Ten thousand broken lines: the draft never crashes, hangs or loses one.
@Suite struct MutationTests {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The development text where it stands beside the package, else the sample article.
  private static let lines: [[UInt8]] = {
    let paths = ["../shared/eval/ntrex-dev.fr", "Tests/Samples/summit.fr.txt"]
    let data = paths.lazy.compactMap { try? Data(contentsOf: root.appending(path: $0)) }.first
    return (data ?? Data()).split(separator: 0x0A).map { Array($0.prefix(90)) }
  }()

  private static let pieces = [
    "ne", " que ", "l'", " du ", "»", "«", " (", "-t-il", " plus ", " se ", " de", "'", " à ",
    " faire ", " dont ", ")", "…", " 3 ", "%", " M. ", ",", ". ", "\u{301}", "\u{AD}",
  ].map { Array($0.utf8) }

  private struct Generator: RandomNumberGenerator {
    var state: UInt64 = 20_261
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 31)
    }
  }

  private func mutated(_ generator: inout Generator) -> [UInt8] {
    var text = Self.lines.randomElement(using: &generator) ?? []
    for _ in 0..<Int.random(in: 1...5, using: &generator) {
      let start = Int.random(in: 0...text.count, using: &generator)
      let end = min(text.count, start + Int.random(in: 0..<12, using: &generator))
      let piece = Self.pieces.randomElement(using: &generator) ?? []
      text.replaceSubrange(
        start..<end, with: Bool.random(using: &generator) ? piece : Array(text[start..<end]) + piece
      )
    }
    return Array(String(decoding: text, as: UTF8.self).utf8)
  }

  @Test func `gives every mutated line an English one`() throws {
    #expect(!Self.lines.isEmpty)
    let pipeline = try SharedPipeline.draft.get()
    var generator = Generator()
    for _ in 0..<10_000 {
      let text = mutated(&generator)
      var state = DocumentState()
      let target = pipeline.translate(SourceParagraph(text: text), state: &state).target
      let source = String(decoding: text, as: UTF8.self)
      if source.contains(where: { $0.isLetter || $0.isNumber }) {
        #expect(target.contains { !$0.isWhitespace }, "\(source)")
      }
    }
  }
}
