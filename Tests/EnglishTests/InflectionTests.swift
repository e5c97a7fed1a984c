import TestSupport
import Testing

@testable import English

@Suite struct InflectionTests {
  private let forms: IrregularForms

  init() throws {
    forms = try IrregularForms(EmbeddedData.file("English/irregular-forms.tsv"))
  }

  @Test(arguments: [
    ("stop", "stops stopped stopped stopping"),
    ("take part in", "takes part in took part in taken part in taking part in"),
    ("carry", "carries carried carried carrying"), ("admit", "admits admitted admitted admitting"),
    ("panic", "panics panicked panicked panicking"),
    ("develop", "develops developed developed developing"),
    ("see", "sees saw seen seeing"), ("use", "uses used used using"),
    ("play", "plays played played playing"),
  ])
  func `inflects verbs`(base: String, expected: String) {
    let verb = VerbInflector(forms).forms(of: base)
    #expect(
      [verb.third, verb.past, verb.participle, verb.gerund].joined(separator: " ") == expected)
  }

  @Test(arguments: [
    ("ministry", "ministries"), ("box", "boxes"), ("boy", "boys"), ("child", "children"),
    ("minister of defense", "ministers of defense"), ("day", "days"),
    ("press release", "press releases"),
  ])
  func `makes plurals`(noun: String, plural: String) {
    #expect(NounInflector(forms).plural(of: noun) == plural)
  }

  @Test(arguments: [
    ("large", "larger", "largest"), ("big", "bigger", "biggest"), ("happy", "happier", "happiest"),
    ("important", "more important", "most important"), ("great", "greater", "greatest"),
  ])
  func `compares adjectives`(word: String, comparative: String, superlative: String) {
    let inflector = AdjectiveInflector(forms)
    #expect(inflector.comparative(of: word) == comparative)
    #expect(inflector.superlative(of: word) == superlative)
  }

  @Test(arguments: [
    ("hour", true), ("European", false), ("apple", true), ("FBI agent", true), ("UN body", false),
    ("NATO ally", false), ("8-year-old", true), ("18th", true), ("man", false), ("élite", true),
  ])
  func `chooses a or an`(following: String, takesAn: Bool) throws {
    let article = try Article(EmbeddedData.file("English/articles.tsv"))
    let answer = Array(following.utf8).withUnsafeBytes { article.takesAn($0) }
    #expect(answer == takesAn)
  }

  @Test(arguments: [("colors", "colours"), ("Organizing", "Organising"), ("house", nil)])
  func `spells the British way`(word: String, expected: String?) throws {
    let spelling = try Spelling(EmbeddedData.file("English/spelling.tsv"))
    #expect(
      spelling.british(Array(word.utf8)).map { String(decoding: $0, as: UTF8.self) } == expected)
  }
}
