import Bitext
import Testing

@testable import Documents

struct ColumnsWriterTests {
  @Test(arguments: [
    ("un deux trois", 8, ["un deux", "trois"]),
    ("  un  deux ", 20, ["un  deux"]),
    ("10\u{A0}000 euros", 6, ["10\u{A0}000", "euros"]),
    ("un porte-avions", 10, ["un porte-", "avions"]),
    ("le 25-12 -", 6, ["le", "25-12", "-"]),
    ("anticonstitutionnellement oui", 10, ["anticonsti", "tutionnell", "ement oui"]),
    ("東京東京", 4, ["東京", "東京"]),
    ("東", 1, ["東"]),
    ("", 10, []),
    (" \t ", 10, []),
  ])
  func `breaks lines by width`(text: String, width: Int, expected: [String]) {
    let bytes = Array(text.utf8)
    let lines = ColumnLayout(measure: SampleDocument.measure).lines(of: bytes, width: width)
    #expect(lines.map { String(decoding: bytes[$0.bytes], as: UTF8.self) } == expected)
  }

  @Test func `sets two columns`() {
    let writer = ColumnsWriter(width: 64, isColored: false, measure: SampleDocument.measure)
    #expect(
      SampleDocument.written(by: writer) == """
        Français                       │ English
        ───────────────────────────────┼────────────────────────────────
        Visite à Oslo                  │ Visit to Oslo
                                       │
        Le ministre norvégien a reçu   │ The Norwegian minister received
        l’envoyée de l’Union africaine │ the African Union envoy “as a
        « en ami »…                    │ friend”…
        Samedi, ils se revoient.       │ They meet again on Saturday.
                                       │
        • Texte <script>a|b</script> & │ • Text <script>a|b</script> &
          `code` *fin*                 │   `code` *end*
                                       │
        │ Une 東京 « citation »        │ │ A 東京 “quotation”
                                       │

        """)
  }

  @Test func `keeps the numbers of a list`() {
    let info = DocumentInfo(path: "a.md", syntax: .markdown)
    let paragraphs = MarkdownWriterTests.bilingual(
      MarkdownReader.paragraphs(of: Array("9. Neuf\n10. Dix\n    - Onze\n".utf8)))
    let writer = ColumnsWriter(width: 30, isColored: false, measure: SampleDocument.measure)
    let text = String(decoding: writer.file(info, paragraphs), as: UTF8.self)
    #expect(text.hasPrefix("9. Neuf\n  9. Neuf\n10. Dix\n  10. Dix\n  • Onze\n    • Onze\n"))
  }

  @Test func `stacks narrow columns`() {
    let writer = ColumnsWriter(width: 40, isColored: false, measure: SampleDocument.measure)
    let text = SampleDocument.written(by: writer)
    #expect(text.hasPrefix("Visite à Oslo\n  Visit to Oslo\n\nLe ministre norvégien"))
  }

  @Test func `colours a term alike on both sides`() {
    let writer = ColumnsWriter(width: 100, isColored: true, measure: SampleDocument.measure)
    let text = SampleDocument.written(by: writer)
    #expect(text.contains("\u{1B}[36mministre norvégien\u{1B}[0m a reçu l’\u{1B}[35menvoyée de"))
    #expect(text.contains("\u{1B}[36mNorwegian minister\u{1B}[0m received the \u{1B}[35mAfrican"))
  }

  @Test func `shows controls instead of obeying them`() {
    let paragraph = SampleDocument.paragraph(1, .body, [("a\u{1B}[2Jb\u{9B}c", "\u{7}")])
    let writer = ColumnsWriter(width: 80, isColored: false, measure: SampleDocument.measure)
    let text = String(decoding: writer.file(SampleDocument.info, [paragraph]), as: UTF8.self)
    #expect(text.contains("a\u{FFFD}[2Jb\u{FFFD}c"))
    #expect(!text.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{9B}" || $0 == "\u{7}" })
  }
}
