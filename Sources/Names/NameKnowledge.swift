internal import Bitext
internal import English
internal import French
internal import Terminology

/// All that the readers of names know beside the paragraph: one object, made once.
final class NameKnowledge: Sendable {
  let matcher: TermMatcher
  let words: TitleWords
  let givenNames: GivenNames
  let demonyms: Demonyms
  let nouns: NounInflector
  let quantities: QuantityRecognizer?
  let romanizer: Romanizer?
  let lexicon: Lexicon?
  let variety: EnglishVariety
  /// Names keep the diacritics they are written with.
  let keepsDiacritics: Bool
  /// The house's spelling of words of names: "Sergei" is "Sergey".
  let spellings: [String: String]

  init(
    matcher: TermMatcher, words: TitleWords, givenNames: GivenNames, nouns: NounInflector,
    quantities: QuantityRecognizer?,
    romanizer: Romanizer?, lexicon: Lexicon?, variety: EnglishVariety, keepsDiacritics: Bool,
    spellings: [String: String]
  ) {
    self.matcher = matcher
    self.words = words
    self.nouns = nouns
    self.quantities = quantities
    self.romanizer = romanizer
    self.lexicon = lexicon
    self.variety = variety
    self.keepsDiacritics = keepsDiacritics
    self.spellings = spellings
    self.givenNames = givenNames.with(matcher.glossaries)
    demonyms = Demonyms(matcher.glossaries)
  }
}
