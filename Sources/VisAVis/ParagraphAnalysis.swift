internal import Bitext
internal import Drafting
internal import French

/// A paragraph with all that was found in it, before it is drafted.
struct ParagraphAnalysis {
  let text: NormalizedText
  let table: TokenTable
  /// Tokens of each sentence, in order, none empty.
  let sentences: [Range<Int>]
  /// All matches, in order and disjoint.
  let matches: [TermMatch]

  /// The sentence at `index` with its matches and the tags of its words.
  func sentence(_ index: Int, tagger: Tagger) -> AnalyzedSentence {
    let tokens = sentences[index]
    let inside = matches(in: tokens)
    return AnalyzedSentence(
      text: text.bytes, table: table, tokens: tokens, matches: inside,
      words: tagger.words(of: tokens, in: table, text: text.bytes, matches: inside))
  }

  /// The matches that lie inside `tokens` as a whole.
  func matches(in tokens: Range<Int>) -> [TermMatch] {
    var low = 0
    var high = matches.count
    while low < high {
      let middle = (low + high) / 2
      if matches[middle].tokens.lowerBound < tokens.lowerBound {
        low = middle + 1
      } else {
        high = middle
      }
    }
    var result: [TermMatch] = []
    while low < matches.count, matches[low].tokens.upperBound <= tokens.upperBound {
      result.append(matches[low])
      low += 1
    }
    return result
  }
}
