import ICU
import Testing

@Suite struct UnicodeNormalizerTests {
  @Test(arguments: [
    ("e\u{301}", "é"), ("\u{1100}\u{1161}\u{11A8}", "각"), ("\u{212B}", "Å"), ("", ""),
    ("abc", "abc"),
  ])
  func `composes`(decomposed: String, composed: String) throws {
    let normalizer = UnicodeNormalizer()
    #expect(try normalizer.normalize(Array(decomposed.utf8)) == Array(composed.utf8))
    #expect(try normalizer.isNormalized(Array(composed.utf8)))
    #expect(
      try normalizer.isNormalized(Array(decomposed.utf8))
        == (Array(composed.utf8) == Array(decomposed.utf8)))
  }

  @Test(arguments: [("é", true), ("\u{301}", false), ("東", true), ("\u{1161}", false)])
  func `knows which characters stand alone`(character: String, plain: Bool) throws {
    let scalar = try #require(character.unicodeScalars.first).value
    #expect(UnicodeNormalizer().isPlain(scalar) == plain)
    #expect(UnicodeNormalizer().hasBoundary(before: scalar) == plain)
  }
}

@Suite struct BoundaryFinderTests {
  @Test(arguments: [
    "Il part. |Elle reste.|", "É. 🙂 à M. Dupont. |Fin 🙂.|", "", "Un seul|",
  ])
  func `finds sentences by byte`(marked: String) throws {
    var finder = try BoundaryFinder(.sentence, locale: "fr@ss=standard")
    var expected: [Int] = []
    var text: [UInt8] = []
    for byte in marked.utf8 {
      if byte == 0x7C { expected.append(text.count) } else { text.append(byte) }
    }
    #expect(try finder.boundaries(in: text) == expected)
    #expect(try finder.boundaries(in: text) == expected)
  }

  @Test func `finds words past its buffer`() throws {
    var finder = try BoundaryFinder(.word, locale: "fr")
    let text = Array(String(repeating: "été ", count: 1_000).utf8)
    let boundaries = try finder.boundaries(in: text)
    #expect(boundaries.count == 2_000)
    #expect(boundaries.last == text.count)
  }

  @Test func `takes ill-formed bytes`() throws {
    var finder = try BoundaryFinder(.character, locale: "fr")
    #expect(try finder.boundaries(in: [0x61, 0xFF, 0xE2, 0x80, 0x62]) == [1, 2, 4, 5])
  }
}

@Suite struct TransliteratorTests {
  @Test func `rewrites by rules`() throws {
    let transliterator = try Transliterator(rules: "tch > ch; ou > u; ine } [^[:L:]] > in;")
    #expect(try transliterator.transliterate("poutine, tchad 🙂") == "putin, chad 🙂")
    let long = String(repeating: "tchou", count: 1_000)
    #expect(try transliterator.transliterate(long) == String(repeating: "chu", count: 1_000))
    let growing = try Transliterator(rules: "a > bbbbbbbbbbbbbbbb;")
    #expect(try growing.transliterate(String(repeating: "a", count: 500)).utf8.count == 8_000)
  }

  @Test func `refuses bad rules`() {
    #expect(throws: ICUError.self) { _ = try Transliterator(rules: "a > [ ;").transliterate("a") }
  }
}

@Suite struct CollationTests {
  @Test(arguments: [
    ("cote", "côte", Collation.Strength.letters, Collation.Order.same),
    ("cote", "côte", .accents, .ascending),
    ("Œuvre", "oeuvre", .letters, .same),
    ("zèbre", "abricot", .letterCase, .descending),
  ])
  func `orders words`(
    a: String, b: String, strength: Collation.Strength, order: Collation.Order
  ) throws {
    let collation = try Collation(locale: "fr", strength: strength)
    #expect(try collation.compare(a, b) == order)
  }

  @Test func `leaves punctuation out on request`() throws {
    let collation = try Collation(locale: "fr", strength: .letters, ignoringPunctuation: true)
    #expect(try collation.compare("U.R.S.S.", "URSS") == .same)
  }
}

@Suite struct DisplayWidthTests {
  @Test(arguments: [
    ("", 0), ("école", 5), ("e\u{301}cole", 5), ("東京", 4), ("ＡＢ", 4), ("👩‍🚀", 2), ("🇫🇷", 2),
    ("🇫🇷🇩🇪", 4), ("❤\u{FE0F}", 2), ("👍🏽!", 3), ("a\u{AD}b\u{200B}", 2), ("«\u{A0}x\u{A0}»", 5),
    ("각", 2), ("\u{1100}\u{1161}\u{11A8}", 2), ("©1#", 3), ("\u{1B}", 0), ("…—’", 3),
  ])
  func `counts columns`(text: String, columns: Int) {
    #expect(DisplayWidth.columns(text) == columns)
  }

  @Test(arguments: [
    ("école", 1, 2, 1), ("ab", 5, 2, 2), ("東京", 3, 3, 2), ("e\u{301}x", 1, 3, 1), ("🇫🇷x", 2, 8, 2),
    ("🇫🇷x", 1, 0, 0), ("a\u{301}", 0, 0, 0),
  ])
  func `cuts between characters`(text: String, limit: Int, bytes: Int, columns: Int) {
    let found = Array(text.utf8).withUnsafeBufferPointer {
      DisplayWidth.prefix(of: $0, columns: limit)
    }
    #expect(found.bytes == bytes)
    #expect(found.columns == columns)
  }
}

@Suite struct LocalizedNameTests {
  @Test(arguments: [
    ("CH", "Suisse", "Switzerland"), ("DE", "Allemagne", "Germany"), ("JP", "Japon", "Japan"),
  ])
  func `names countries`(code: String, french: String, english: String) throws {
    let country = try #require(try RegionNames.countries().first { $0.code == code })
    #expect(country.french == french)
    #expect(country.english == english)
  }

  @Test func `names languages, currencies and groups of countries`() throws {
    #expect(try LanguageNames.all().contains { $0.french == "turc" && $0.english == "Turkish" })
    #expect(
      try CurrencyNames.plural().contains {
        $0.code == "DKK" && $0.french == "couronnes danoises" && $0.english == "Danish kroner"
      })
    #expect(try CurrencyNames.singular().contains { $0.code == "EUR" && $0.english == "euro" })
    #expect(try RegionNames.groups().contains { $0.french == "Afrique" && $0.english == "Africa" })
  }

  @Test func `says its version`() {
    #expect(ICUVersion.current.first?.isNumber == true)
  }
}

@Suite struct EncodingConverterTests {
  @Test(arguments: [1, 2, 3, 7, 1_000])
  func `reads in pieces of any size`(size: Int) throws {
    // "Œuf 10 €" in ISO-8859-15, "🙂é" in UTF-16.
    let cases: [(String, [UInt8], String)] = [
      ("ISO-8859-15", [0xBC, 0x75, 0x66, 0x20, 0x31, 0x30, 0x20, 0xA4], "Œuf 10 €"),
      ("UTF-16LE", [0x3D, 0xD8, 0x42, 0xDE, 0xE9, 0x00], "🙂é"),
      ("macintosh", [0x8E, 0x74, 0x8E], "été"),
    ]
    for (name, bytes, expected) in cases {
      var converter = try EncodingConverter(name)
      var output: [UInt8] = []
      var start = 0
      while start < bytes.count {
        let end = min(start + size, bytes.count)
        let bad = Array(bytes[start..<end]).withUnsafeBufferPointer {
          converter.convert($0, isLast: end == bytes.count, to: &output)
        }
        #expect(bad == nil)
        start = end
      }
      #expect(String(decoding: output, as: UTF8.self) == expected)
    }
  }

  @Test func `reads long texts`() throws {
    var converter = try EncodingConverter("windows-1252")
    var output: [UInt8] = []
    let bytes = [UInt8](repeating: 0x80, count: 3_000_000)
    let bad = bytes.withUnsafeBufferPointer { converter.convert($0, isLast: true, to: &output) }
    #expect(bad == nil)
    #expect(output.count == 9_000_000)
  }

  @Test func `tells where a bad sequence starts`() throws {
    var converter = try EncodingConverter("Shift_JIS")
    var output: [UInt8] = []
    let bad = [0x61, 0x62, 0xFF, 0x63].withUnsafeBufferPointer {
      converter.convert($0, isLast: true, to: &output)
    }
    #expect(bad == 2)
    #expect(output == [0x61, 0x62])
  }

  @Test func `refuses an unknown name`() {
    #expect(throws: ICUError.unknownEncoding("klingon")) { _ = try EncodingConverter("klingon") }
  }
}
