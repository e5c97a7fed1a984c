import Bitext
import French
import Testing

@testable import Drafting

@Suite struct TermsEngineTests {
  /// The draft of `text` with one match on the tokens from `first` to `last`.
  private func draft(
    _ text: String, _ tokens: Range<Int>, determiner: Int?, _ target: String,
    _ article: EnglishArticle
  ) -> Draft {
    let bytes = Array(text.utf8)
    let table = Tokenizer().tokenize(bytes)
    let match = TermMatch(
      tokens: tokens, determiner: determiner, kind: .place, target: target, article: article)
    let sentence = AnalyzedSentence(
      text: bytes, table: table, tokens: table.indices, matches: [match])
    var context = DraftContext()
    return TermsEngine().draft(sentence, context: &context)
  }

  @Test func `replaces a term and its article`() {
    let name = draft("Il quitte la Turquie.", 3..<4, determiner: 2, "Turkey", .zero)
    #expect(name.text == "Il quitte Turkey.")
    #expect(name.placements == [10..<16])
    let contracted = draft(
      "Le porte-parole du Kremlin parle", 5..<6, determiner: 4, "Kremlin", .the)
    #expect(contracted.text == "Le porte-parole de the Kremlin parle")
    let elided = draft("L'Arménie répond", 1..<2, determiner: 0, "Armenia", .zero)
    #expect(elided.text == "Armenia répond")
    let noun = draft("un ministre russe parle", 1..<3, determiner: 0, "Russian minister", .asSource)
    #expect(noun.text == "un Russian minister parle")
  }
}
