import Bitext
import TestSupport
import Testing

@testable import French

/// How often the tagger agrees with treebanks, which stand beside the package if at all.
struct TreebankAccuracyTests {
  static let folder = "../shared/study/ud/"

  private static func read(_ name: String) -> [UInt8]? {
    guard let file = MappedBytes(mapping: folder + name) else { return nil }
    return withExtendedLifetime(file) { Array(file.bytes) }
  }

  @Test(
    .enabled(if: MappedBytes(mapping: folder + "sequoia-dev.conllu") != nil),
    arguments: [("sequoia-dev.conllu", 0.97, 0.975), ("gsd-dev.conllu", 0.96, 0.975)])
  func `agrees with a treebank`(name: String, pos: Double, lemma: Double) throws {
    let tagger = try TaggerTests.shared.get()
    let file = try #require(Self.read(name))
    var words = 0
    var samePos = 0
    var sameLemma = 0
    for sentence in TreebankSentence.sentences(file) {
      for (word, row) in zip(tagger.words(of: sentence), sentence.rowOfWord) {
        guard let row else { continue }
        let gold = sentence.rows[row]
        words += 1
        if word.pos == gold.pos { samePos += 1 }
        if tagger.lemma(of: word, in: sentence.table, text: sentence.text) == gold.lemma {
          sameLemma += 1
        }
      }
    }
    #expect(Double(samePos) / Double(words) >= pos)
    #expect(Double(sameLemma) / Double(words) >= lemma)
  }
}
