import Bitext
import Foundation
import Testing

@testable import Documents

struct MarkdownWriterTests {
  @Test(arguments: [
    ("a*b_c_ d_e", #"a\*b_c\_ d_e"#), ("# Titre", "\\# Titre"), ("- point", #"\- point"#),
    ("12. Douze", #"12\. Douze"#), ("Le 12. Fin", "Le 12. Fin"), ("<b> 3<4", #"\<b> 3<4"#),
    ("AT&T &amp; R&D", #"AT\&T \&amp; R\&D"#), ("[x](y) ![z]", #"\[x\](y) !\[z\]"#),
    ("`a` ~~b~~", #"\`a\` \~\~b\~\~"#),
    ("https://x.fr/a_b*c|d et *e*", #"https://x.fr/a_b*c|d et \*e\*"#), ("\\* a", #"\\\* a"#),
    ("> a\nb", #"\> a b"#), ("1234567890123. a", "1234567890123. a"), ("+ a = b", #"\+ a = b"#),
    ("a|b", "a|b"), ("==", #"\=="#), ("    code", "code"), ("---", #"\---"#),
  ])
  func `escapes text that renders as itself`(text: String, expected: String) {
    var output: [UInt8] = []
    var escaper = MarkdownEscaper(.block)
    escaper.put(Array(text.utf8), into: &output)
    #expect(String(decoding: output, as: UTF8.self) == expected)
  }

  @Test func `writes a table`() {
    let text = SampleDocument.written(by: MarkdownWriter())
    let expected = #"""
      | Français | English |
      | --- | --- |
      | **[Visite](#term-1) à [Oslo](#term-2)** | **[Visit](#term-1) to [Oslo](#term-2)** |
      |  |  |
      | Le [**ministre norvégien**](#term-3) a reçu l’[**envoyée de l’Union africaine**](#term-4) « en ami »… | The [**Norwegian minister**](#term-3) received the [**African Union envoy**](#term-4) “as a friend”… |
      | [**Samedi**](#term-5), ils se revoient. | They meet again on [**Saturday**](#term-5). |
      | • Texte \<script>a\|b\</script> & \`code\` \*fin\* | • Text \<script>a\|b\</script> & \`code\` \*end\* |
      |  |  |
      | &gt; Une 東京 « citation » | &gt; A 東京 “quotation” |

      ## Terms

      | French | English | Kind | Count | Origin | Glossary |
      | --- | --- | --- | ---: | --- | --- |
      | <a id="term-1"></a>Visite | Visit | other | 1 | curated | sample.tsv |
      """#
    #expect(text.hasPrefix(expected))
    #expect(!MarkdownChecksum.isEdited(Array(text.utf8)))
    #expect(MarkdownChecksum.isEdited(Array(text.replacing("Visit]", with: "Trip]").utf8)))
    #expect(MarkdownChecksum.isEdited([]))
  }

  @Test func `writes paragraphs and sentences`() {
    let stacked = SampleDocument.written(by: MarkdownWriter(layout: .stacked))
    #expect(stacked.contains("« en ami »… [**Samedi**](#term-5), ils se revoient.\n\nThe [**Norw"))
    #expect(stacked.contains("> > Une 東京 « citation »\n\n> A 東京 “quotation”\n"))
    let interleaved = SampleDocument.written(by: MarkdownWriter(layout: .interleaved))
    #expect(interleaved.contains("“as a friend”…\n\n> [**Samedi**](#term-5), ils se revoient.\n\n"))
  }

  @Test func `writes one language of a Markdown file as it was`() {
    let info = DocumentInfo(path: "a.md", syntax: .markdown)
    let paragraphs = Self.bilingual(MarkdownReader.paragraphs(of: MarkdownReaderTests.fixture))
    for side in [DocumentSide.source, .target] {
      let file = MarkdownWriter(side: side).file(info, paragraphs)
      #expect(file == MarkdownReaderTests.fixture)
    }
    let both = String(decoding: MarkdownWriter().file(info, paragraphs), as: UTF8.self)
    #expect(both.contains("| Le `a\\|b` | Le `a\\|b` |"))
    #expect(both.contains("[n]: https://exemple.org/note\n"))
    #expect(both.contains("| &gt; La citation d’un témoin, sur **deux lignes**, avec `du code`. |"))
  }

  @Test(arguments: DocumentLayout.allCases)
  func `keeps the numbers of a list`(layout: DocumentLayout) {
    let info = DocumentInfo(path: "a.md", syntax: .markdown)
    let file = Array("9. Neuf\n10) Dix\n\n- Onze. Ou douze\n".utf8)
    let paragraphs = Self.bilingual(MarkdownReader.paragraphs(of: file))
    let text = String(
      decoding: MarkdownWriter(layout: layout).file(info, paragraphs), as: UTF8.self)
    let expected =
      layout == .table
      ? ["| 9. Neuf | 9. Neuf |", "| 10. Dix | 10. Dix |", "| • Onze. Ou douze |"]
      : ["> 9. Neuf\n\n9. Neuf\n", "> 10. Dix\n\n10. Dix\n", "> - Onze. Ou douze\n\n- Onze"]
    for line in expected { #expect(text.contains(line), "\(text)") }
  }

  @Test(arguments: [DocumentSide.source, .target])
  func `one language is sealed where asked for`(side: DocumentSide) {
    let info = DocumentInfo(path: "a.md", syntax: .markdown)
    let paragraphs = Self.bilingual(MarkdownReader.paragraphs(of: Array("# Un\n\nDeux".utf8)))
    var file = MarkdownWriter(side: side, isSealed: true).file(info, paragraphs)
    #expect(file.starts(with: "# Un\n\nDeux\n\n<!-- visavis/1 ".utf8))
    #expect(!MarkdownChecksum.isEdited(file))
    file[2] = UInt8(ascii: "O")
    #expect(MarkdownChecksum.isEdited(file))
  }

  /// Every paragraph as one segment whose English is its French.
  static func bilingual(_ paragraphs: [SourceParagraph]) -> [BilingualParagraph] {
    paragraphs.enumerated().map { index, paragraph in
      let text = String(decoding: paragraph.text, as: UTF8.self)
      return BilingualParagraph(
        id: index + 1, role: paragraph.role, line: paragraph.line,
        segments: [BilingualSegment(id: index + 1, source: text, target: text, engine: "terms")],
        leading: paragraph.leading, trailing: paragraph.trailing)
    }
  }

  static let hostile = [
    "<script>alert(1)</script>", "a | b \\| c", "`x` ``y`` *a* **b** _c_ __d__ ~~e~~ ~f~",
    "[t](u) ![i](j) [r][s] <https://x.fr> &amp; &eacute; &#65;", "# t", "> q", "- p", "1. n", "***",
    "https://x.fr/a_b_c et www.exemple.fr/*x* puis a_b@c.fr", "\\* \\\\ \\", "<!-- c -->", "=== ",
    "a*b*c_d_e", "[x]: y", "| a | b |", "```", "~~~", "« *A* », dit-il", "$x$ ^[n] [^1]",
  ]

  @Test(
    .enabled(if: Schemas.run("cmark-gfm", ["--version"]) != nil, "no cmark-gfm"),
    arguments: DocumentLayout.allCases)
  func `renders as the text itself`(layout: DocumentLayout) throws {
    for text in Self.hostile {
      let paragraph = SampleDocument.paragraph(1, .body, [(text, "en: \(text)")])
      let file = MarkdownWriter(layout: layout).file(SampleDocument.info, [paragraph])
      let extensions = ["table", "strikethrough", "autolink"].flatMap { ["-e", $0] }
      let html = try #require(Schemas.run("cmark-gfm", extensions, input: file)).text
      let shown = html.replacing(/<[^>]*>/, with: "").replacing("&lt;", with: "<")
        .replacing("&gt;", with: ">").replacing("&quot;", with: "\"").replacing("&amp;", with: "&")
      #expect(shown.contains(text.trimmingCharacters(in: .whitespaces)), "\(text): \(html)")
      #expect(shown.contains("en: \(text)".trimmingCharacters(in: .whitespaces)), "\(text)")
    }
  }
}
