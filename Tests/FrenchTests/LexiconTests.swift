import Bitext
import TestSupport
import Testing

@testable import French

struct LexiconTests {
  static let shared = Result {
    Lexicon(MappedBytes(try Lexicon.compile(LexiconSources(EmbeddedData.file))))
  }
  let lexicon: Lexicon

  init() throws {
    lexicon = try #require(try Self.shared.get())
  }

  /// "cheval NOUN ms": lemma, tag, gender, number.
  private func describe(_ analysis: Analysis) -> String {
    let morphology = analysis.morphology
    var kind = ""
    if morphology.contains(.masculine) { kind += "m" }
    if morphology.contains(.feminine) { kind += "f" }
    if morphology.contains(.singular) { kind += "s" }
    if morphology.contains(.plural) { kind += "p" }
    if morphology.contains(.first) { kind += "1" }
    if morphology.contains(.second) { kind += "2" }
    if morphology.contains(.third) { kind += "3" }
    return "\(lexicon.lemmaText(analysis.lemma) ?? "?") \(analysis.pos.tag) \(kind)"
  }

  @Test(arguments: [
    ("journaux", "journal NOUN mp"), ("présidentes", "président NOUN fp"), ("belle", "beau ADJ fs"),
    ("vieil", "vieux ADJ ms"), ("qu'", "que SCONJ "), ("jusqu'", "jusque ADP "),
    ("leurs", "son DET mfp3"), ("laquelle", "lequel PRON fs"), ("aux", ""),
    ("vingt-trois", "vingt-trois NUM p"), ("troisièmes", "troisième ADJ mfp"),
    ("serait", "être AUX s3"), ("eussent", "avoir AUX p3"), ("pourra", "pouvoir VERB s3"),
    ("avions", "avion NOUN mp"), ("avions", "avoir AUX p1"), ("l'", "le DET mfs"),
    ("mises", "mettre VERB fp"), ("prix", "prix NOUN msp"), ("eux-mêmes", "eux-mêmes PRON mp3"),
    ("quelqu'un", "quelqu'un PRON ms3"), ("aujourd'hui", "aujourd'hui ADV "),
  ])
  func `knows forms`(form: String, expected: String) {
    let found = lexicon.analyses(of: form).map(describe)
    #expect(expected.isEmpty ? found.isEmpty : found.contains(expected), "\(found)")
  }

  @Test(arguments: [
    ("ETAT", "état NOUN ms"), ("EGALEMENT", "également ADV "), ("coeur", "cœur NOUN ms"),
  ])
  func `knows forms without accents`(form: String, expected: String) {
    let found = lexicon.analyses(folded: Folding.foldedHash(form)).map(describe)
    #expect(found.contains(expected), "\(found)")
  }

  @Test(arguments: [
    ("peut-être demain", "peut-être ADV ", 2), ("celui-ci part", "celui-ci PRON ms3", 2),
    ("au-delà du mur", "au-delà ADV ", 3), ("c'est-à-dire demain", "c'est-à-dire CCONJ ", 4),
    ("quatre-vingt-dix ans", "quatre-vingt-dix NUM p", 3), ("peut être", "", 0),
  ])
  func `finds words of several tokens`(text: String, expected: String, count: Int) {
    let table = Tokenizer().tokenize(Array(text.utf8))
    let found = lexicon.compound(at: 0, before: table.count, in: table)
    #expect(found?.tokens.count ?? 0 == count)
    #expect(expected.isEmpty || found?.analyses.map(describe).contains(expected) == true)
  }

  @Test func `has its lemmas sorted, once each`() throws {
    var rows = DataRows(EmbeddedData.file("French/lemmas.tsv"), file: "lemmas.tsv", columns: 3)
    var last: [String] = []
    var lemmas = 0
    while try rows.advance() {
      let row = [rows.text(0), rows.text(1), rows.text(2)]
      if row[0] != last.first { lemmas += 1 }
      let isSorted =
        last.isEmpty
        || last.lexicographicallyPrecedes(row) { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      #expect(isSorted, "\(row)")
      last = row
    }
    #expect(lemmas >= 18_000)
    #expect(lexicon.formCount >= 140_000)
  }

  @Test func `refuses bytes that are no lexicon`() {
    #expect(Lexicon(MappedBytes([])) == nil)
    #expect(Lexicon(MappedBytes([UInt8](repeating: 7, count: 4096))) == nil)
  }
}
