import Bitext
import Testing

@testable import Documents

struct BilingualReaderTests {
  static func pairs(_ text: String, _ format: BilingualFormat) throws -> [[String]] {
    var pairs: [[String]] = []
    try BilingualReader.read(Array(text.utf8), as: format) { pairs.append([$0.source, $0.target]) }
    return pairs
  }

  private static let segments: [[String]] = SampleDocument.paragraphs.flatMap(\.segments).map {
    [$0.source, $0.target]
  }

  private static let formats: [(BilingualFormat, any DocumentWriter)] = [
    (.json, JSONWriter()), (.csv, DelimitedWriter(.csv)), (.tsv, DelimitedWriter(.tsv)),
    (.tmx, TMXWriter()), (.xliff, XLIFFWriter()), (.xliff, XLIFF2Writer()),
    (.markdown, MarkdownWriter()), (.markdown, MarkdownWriter(layout: .interleaved)),
  ]

  @Test(arguments: formats.indices)
  func `reads what is written`(index: Int) throws {
    let (format, writer) = Self.formats[index]
    let file = writer.file(SampleDocument.info, SampleDocument.paragraphs)
    let pairs = try Self.pairs(String(decoding: file, as: UTF8.self), format)
    // Markdown and TSV have no tabs.
    func plain(_ pairs: [[String]]) -> [[String]] {
      pairs.map { $0.map { String($0.replacing("\t", with: " ").drop { $0 == " " }) } }
    }
    #expect(plain(pairs) == plain(Self.segments))
  }

  @Test func `reads Markdown that was edited`() throws {
    let text = """
      | Français | English |
      |:--|--:|
      | Le **chat** | The `cat` \\| dog |
      |  |  |

      > ## Titre

      ## Title,
      on two lines

      > - Un *point*

      * One point

      ## Terms

      | French | English |
      | --- | --- |
      | a | b |
      """
    #expect(
      try Self.pairs(text, .markdown) == [
        ["Le chat", "The cat | dog"], ["Titre", "Title,on two lines"], ["Un point", "One point"],
      ])
  }

  @Test(arguments: [
    (
      BilingualFormat.tmx,
      """
      <?xml version="1.0"?><!DOCTYPE tmx SYSTEM "tmx14.dtd"><tmx version="1.4"><header/><body>
      <tu tuid="7"><tuv xml:lang="EN-us"><seg>A <bpt i="1">&lt;b></bpt>cat<ept i="1"/></seg></tuv>
      <tuv lang="fr_CA"><seg><![CDATA[Un <chat>]]> &#233;t&#xE9; <hi>ici</hi></seg></tuv></tu>
      <tu><tuv xml:lang="de"><seg>Katze</seg></tuv></tu></body></tmx>
      """, [["Un <chat> été ici", "A cat"]]
    ),
    (
      .xliff,
      """
      <x:xliff xmlns:x="urn:oasis:names:tc:xliff:document:1.2" version="1.2"><x:file><x:body>
      <x:trans-unit id="1"><x:source>Un <x:g id="1">chat</x:g><x:ph id="2">{0}</x:ph></x:source>
      <x:target>A cat</x:target><x:alt-trans><x:target>no</x:target></x:alt-trans></x:trans-unit>
      </x:body></x:file></x:xliff>
      """, [["Un chat", "A cat"]]
    ),
    (
      .csv, "id,FR,note,en\r\n1,\"a\n\"\"b\"\"\",,c\r\n\r\n2,d,,\"e\"",
      [["a\n\"b\"", "c"], ["d", "e"]]
    ),
    (.tsv, "\u{FEFF}fr\ten\na\tb\n\nc\t\n", [["a", "b"], ["c", ""]]),
    (
      .json,
      #"{"documents":[{"segments":[{"id":1,"terms":[{"source":"x"}],"target":"b\ud83d\ude00\n","source":"a"}]}],"format":"visavis/1"}"#,
      [["a", "b😀\n"]]
    ),
  ])
  func `reads what others write`(format: BilingualFormat, text: String, expected: [[String]]) throws
  {
    #expect(try Self.pairs(text, format) == expected)
  }

  @Test(arguments: [
    (
      BilingualFormat.tmx, "<!DOCTYPE tmx [<!ENTITY x \"y\">]><tmx/>",
      "1:15: error: a document type"
    ),
    (.tmx, "<tmx><body>\n&x;</body></tmx>", ""),
    (.tmx, "<tmx><body><tu><tuv xml:lang='fr'><seg>\n&x;</seg>", "2:1: error: the entity '&x;'"),
    (.tmx, "<tmx>\n <body></tmx>", "2:8: error: </tmx> closes <body>"),
    (.tmx, "<tmx><body>", "1:12: error: the file ends inside <body>"),
    (.tmx, "<tbx/>", "1:1: error: not a file in the format TMX"),
    (.tmx, "", "1:1: error: < expected"),
    (.tmx, "<tmx a=b/>", "1:8: error: a quotation mark expected"),
    (.tmx, "<tmx a='1' a='2'/>", "1:13: error: an attribute that is not there yet expected"),
    (.tmx, "<?xml version='1.0' encoding='koi8-r'?><tmx/>", "1:1: error: the encoding 'koi8-r'"),
    (.tmx, "<tmx>" + String(repeating: "<a>", count: 300), "1:771: error: elements are nested"),
    (.xliff, "<tmx/>", "1:1: error: not a file in the format XLIFF"),
    (.csv, "source,target\na,\"b", "2:1: error: a closing quotation mark"),
    (.csv, "a,b,c\nd,e,f", "1:1: error: the columns 'source' and 'target' are not there"),
    (.json, "{\"a\":[1,]}", "1:9: error: a value expected"),
    (.json, "{\"format\":\"other\"}", "1:1: error: not a file in the format visavis/1"),
    (.json, String(repeating: "[", count: 100), "1:65: error: a simple value expected"),
    (.json, "{\"a\": \"b", "1:9: error: a closing quotation mark expected"),
  ])
  func `says what is wrong`(format: BilingualFormat, text: String, expected: String) {
    var message = ""
    do { _ = try Self.pairs(text, format) } catch { message = "\(error)" }
    #expect(message.hasPrefix(expected) && message.isEmpty == expected.isEmpty, "\(message)")
  }

  @Test(arguments: [true, false])
  func `reads UTF-16`(isBig: Bool) throws {
    var file: [UInt8] = []
    for unit in ("\u{FEFF}" + SampleDocument.written(by: TMXWriter())).utf16 {
      let bytes = [UInt8(unit >> 8), UInt8(unit & 255)]
      file += isBig ? bytes : bytes.reversed()
    }
    var pairs = 0
    try BilingualReader.read(file, as: .tmx) { _ in pairs += 1 }
    #expect(pairs == 5)
  }
}
