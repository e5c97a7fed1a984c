package import Bitext

/// A sentence with all that is known of it before it is drafted.
package struct AnalyzedSentence: Sendable {
  /// The paragraph's normalised text in UTF-8; the tokens' offsets count in it.
  package var text: [UInt8]
  /// The tokens of the paragraph.
  package var table: TokenTable
  /// The tokens of the sentence.
  package var tokens: Range<Int>
  /// Terms, names, dates and amounts in the sentence: in order, disjoint, determiners included.
  package var matches: [TermMatch]
  /// The words of the sentence in order, disjoint; empty where no tagger has run.
  package var words: [WordAnalysis]

  package init(
    text: [UInt8], table: TokenTable, tokens: Range<Int>, matches: [TermMatch],
    words: [WordAnalysis] = []
  ) {
    self.text = text
    self.table = table
    self.tokens = tokens
    self.matches = matches
    self.words = words
  }
}
