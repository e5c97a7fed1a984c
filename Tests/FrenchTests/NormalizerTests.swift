import Bitext
import Testing

@testable import French

private func normalized(_ source: String) -> String {
  String(decoding: Normalizer().normalize(Array(source.utf8)).bytes, as: UTF8.self)
}

@Suite struct NormalizerTests {
  @Test(arguments: [
    ("L\u{2019}élève", "L'élève"),
    ("L`élève, l\u{2BC}été, l\u{2018}hiver", "L'élève, l'été, l'hiver"),
    ("un \u{2018}mot\u{2019}", "un \u{2018}mot'"),
    ("5\u{2032} de large, l\u{2032}eau", "5\u{2032} de large, l'eau"),
    ("e\u{301}te\u{301}", "été"),
    ("ca\u{327}\u{301}", "cá\u{327}"),
    ("e\u{AD}\u{301}", "é"),
    ("20\u{202F}000\u{A0}€ \t ou\u{2009}plus", "20 000 € ou plus"),
    ("pré\u{AD}si\u{200B}dent\u{FEFF}", "président"),
    ("\u{FEFF}Oui", "Oui"),
    ("Haut\u{2010}Karabakh, dit\u{2011}il", "Haut-Karabakh, dit-il"),
    (
      "un \u{2013} deux \u{2014} trois \u{2015} fin", "un \u{2013} deux \u{2014} trois \u{2014} fin"
    ),
    ("«\u{A0}Oui\u{A0}» “non” ‹ si ›", "« Oui » “non” ‹ si ›"),
    ("ＡＢＣ！（１２）｀\u{3000}fin", "ABC!(12)' fin"),
    ("œuvre, Ægypte, n° 3, 2º, 10…", "œuvre, Ægypte, n° 3, 2º, 10…"),
    ("ﬁn, eﬀet, aﬄux", "fin, effet, afflux"),
    ("Київ, 東京, 👩\u{200D}🚀", "Київ, 東京, 👩\u{200D}🚀"),
    ("❤\u{FE0F}\u{200D}🔥 a\u{200D}b 👩\u{200D}c", "❤\u{FE0F}\u{200D}🔥 ab 👩c"),
    ("ligne\u{85}suite\u{2028}fin", "ligne suite fin"),
    ("", ""),
    ("  ", " "),
  ])
  func `gives one form to each sign`(source: String, expected: String) {
    #expect(Array(normalized(source).utf8) == Array(expected.utf8))
    #expect(Array(normalized(expected).utf8) == Array(expected.utf8))
  }

  /// The source with the slice that is looked for between ⟦ and ⟧, and its normalised form.
  @Test(arguments: [
    ("Le ⟦pré\u{AD}sident⟧ parle", "président"),
    ("L\u{2019}⟦e\u{301}te\u{301}⟧ vient", "été"),
    ("\u{FEFF}⟦Oui⟧ non", "Oui"),
    ("«\u{A0}⟦Oui⟧\u{202F}»", "Oui"),
    ("a  b \t c ⟦ﬁn⟧ d", "fin"),
    ("l\u{2019}un ⟦d\u{2019}⟧eux", "d'"),
    ("⟦président\u{AD}⟧ parle", "président"),
    ("20\u{202F}000 ⟦€⟧", "€"),
    ("x\u{302}y ⟦ＡＢ⟧", "AB"),
  ])
  func `leads back to the source as written`(marked: String, form: String) throws {
    let parts = marked.split(separator: "⟦", omittingEmptySubsequences: false)
    let rest = try #require(parts.last).split(separator: "⟧", omittingEmptySubsequences: false)
    let before = Array(parts[0].utf8)
    let wanted = Array(rest[0].utf8)
    let text = Normalizer().normalize(before + wanted + Array(rest[1].utf8))
    let start = try #require(find(Array(form.utf8), in: text.bytes))
    let range = NormalizedRange(start, start + form.utf8.count)
    #expect(Array(text.sourceBytes(of: range)) == wanted)
    #expect(text.map.sourceRange(of: range).lowerBound == before.count)
  }

  @Test func `a range inside a rewritten thing takes the whole thing`() {
    let text = Normalizer().normalize(Array("eﬃe\u{301}x".utf8))
    #expect(String(decoding: text.bytes, as: UTF8.self) == "effiéx")
    #expect(text.map.sourceRange(of: NormalizedRange(2, 3)) == SourceRange(1, 4))
    #expect(text.map.sourceRange(of: NormalizedRange(4, 5)) == SourceRange(4, 7))
    #expect(text.map.sourceRange(of: NormalizedRange(6, 7)) == SourceRange(7, 8))
    #expect(text.map.sourceRange(of: NormalizedRange(7, 7)) == SourceRange(8, 8))
  }

  @Test func `drops markup and keeps atoms as one character`() {
    let source = Array("Le **président** `x` vient".utf8)
    let text = Normalizer().normalize(
      source,
      inert: [
        InertSpan(range: SourceRange(3, 5), kind: .markup),
        InertSpan(range: SourceRange(15, 17), kind: .markup),
        InertSpan(range: SourceRange(18, 21), kind: .atom),
      ])
    #expect(String(decoding: text.bytes, as: UTF8.self) == "Le président \u{FFFC} vient")
    #expect(text.map.sourceRange(of: NormalizedRange(3, 13)) == SourceRange(5, 15))
    #expect(text.map.sourceRange(of: NormalizedRange(14, 17)) == SourceRange(18, 21))
    #expect(text.map.sourceRange(of: NormalizedRange(18, 23)) == SourceRange(22, 27))
  }

  @Test func `inert spans out of order or bounds do no harm`() {
    let source = Array("abc".utf8)
    let text = Normalizer().normalize(
      source,
      inert: [
        InertSpan(range: SourceRange(2, 99), kind: .markup),
        InertSpan(range: SourceRange(0, 1), kind: .atom),
        InertSpan(range: SourceRange(-5, -2), kind: .atom),
      ])
    #expect(text.bytes == Array("ab".utf8))
  }

  @Test func `ill-formed bytes become U+FFFD`() {
    let text = Normalizer().normalize([0x61, 0xC3, 0x62, 0xED, 0xA0, 0x80, 0xF5, 0xC0, 0x80])
    #expect(
      String(decoding: text.bytes, as: UTF8.self)
        == "a\u{FFFD}b" + String(repeating: "\u{FFFD}", count: 6))
    #expect(text.map.sourceRange(of: NormalizedRange(1, 4)) == SourceRange(1, 2))
    #expect(text.map.sourceRange(of: NormalizedRange(4, 5)) == SourceRange(2, 3))
  }

  @Test func `clean text is shared with its source`() {
    let text = Normalizer().normalize(Array("Il pleut à Évry, dit-on ; c'est « triste ».".utf8))
    #expect(text.map.isIdentity)
    #expect(text.bytes == text.source)
  }

  @Test func `a mountain of accents takes linear time`() {
    let marks = String(repeating: "\u{301}\u{200D}", count: 50_000)
    let text = Normalizer().normalize(Array(("e" + marks + "!").utf8))
    #expect(text.bytes.last == 0x21)
    #expect(text.map.units.count == 1)
  }

  @Test func `every character keeps its place whatever its neighbours`() {
    // A fixed generator, so that a failure can be found again.
    var state: UInt64 = 42
    let pool: [String] = [
      "a", "É", " ", "\u{A0}", "\u{AD}", "\u{301}", "\u{2019}", "`", "e", "\u{1100}", "\u{1161}",
      "\u{11A8}", "ﬁ", "！", "\u{FEFF}", "\t", "\u{2018}", "\u{1FFD}", "\u{212B}", "𝅗𝅥",
      "\u{915}\u{93C}",
    ]
    for _ in 0..<2_000 {
      var source = ""
      for _ in 0..<12 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        source += pool[Int(state >> 33) % pool.count]
      }
      let text = Normalizer().normalize(Array(source.utf8))
      let again = Normalizer().normalize(text.bytes)
      #expect(again.bytes == text.bytes, "\(Array(source.unicodeScalars))")
      let whole = text.map.sourceRange(of: NormalizedRange(0, text.bytes.count))
      #expect(whole.upperBound <= text.source.count)
      var last = 0
      for offset in text.bytes.indices {
        let range = text.map.sourceRange(of: NormalizedRange(offset, offset + 1))
        #expect(range.lowerBound >= last && range.lowerBound < range.upperBound)
        last = range.lowerBound
      }
    }
  }
}

private func find(_ needle: [UInt8], in text: [UInt8]) -> Int? {
  guard needle.count <= text.count else { return nil }
  return (0...text.count - needle.count).first { text[$0...].starts(with: needle) }
}
