import Bitext
import Testing

@testable import Documents

struct HTMLWriterTests {
  private static let text = SampleDocument.written(by: HTMLWriter())

  @Test(arguments: [
    #"<tr role="row" class="heading first"><td role="cell" lang="fr"><h1><span class="term other" data-term="1""#,
    #"data-term="3" data-about="ministre norvégien → Norwegian minister · other · curated, preferred · sample.tsv">ministre"#,
    #"The <span class="term other" data-term="3" tabindex="0" data-about="#,
    #"Texte &lt;script&gt;a|b&lt;/script&gt; &amp; `code` *fin*"#,
    #"<td role="cell" lang="en-US"><blockquote>A 東京 “quotation”</blockquote></td>"#,
    #"<title>visite.fr.txt – français, English</title>"#,
  ])
  func `holds`(part: String) {
    #expect(Self.text.contains(part))
  }

  @Test func `lets no text become markup`() {
    let hostile = "</td><script>x()</script><img src=x onerror=\"y()\"> ' &amp;"
    var paragraph = SampleDocument.paragraph(1, .body, [("⟦\(hostile)⟧", "⟦\(hostile)⟧")])
    paragraph.segments[0].terms[0].glossary = hostile
    paragraph.segments[0].findings = [
      Finding(rule: hostile, severity: .error, message: hostile, range: SourceRange(0, 1))
    ]
    let verbatim = SampleDocument.paragraph(2, .verbatim, [(hostile, hostile)])
    let info = DocumentInfo(path: hostile, targetLanguage: "en\"><script>")
    let text = String(decoding: HTMLWriter().file(info, [paragraph, verbatim]), as: UTF8.self)
    #expect(text.ranges(of: "<script").count == 1)
    #expect(!text.contains("<img"))
    #expect(text.ranges(of: "onerror=\"").isEmpty)
  }

  @Test func `shows findings`() {
    var paragraph = SampleDocument.paragraph(1, .body, [("a", "b")])
    paragraph.segments[0].findings = [
      Finding(
        rule: "unplaced", severity: .warning, message: "“Oz” is missing", range: SourceRange(0, 1))
    ]
    let text = String(decoding: HTMLWriter().file(SampleDocument.info, [paragraph]), as: UTF8.self)
    #expect(text.contains("<li class=\"warning\"><b>Warning:</b> “Oz” is missing"))
  }

  @Test func `keeps the numbers of a list, and code without its fence`() {
    let info = DocumentInfo(path: "a.md", syntax: .markdown)
    let paragraphs = MarkdownWriterTests.bilingual(
      MarkdownReader.paragraphs(
        of: Array("9. Neuf\n10. Dix\n    - Onze\n\n```swift\na < b\n```\n".utf8)))
    let text = String(decoding: HTMLWriter().file(info, paragraphs), as: UTF8.self)
    #expect(text.contains("<div data-mark=\"9.\">Neuf</div>"))
    #expect(text.contains("<div data-mark=\"10.\">Dix</div>"))
    #expect(text.contains("<div style=\"--depth:1\" data-mark=\"•\">Onze</div>"))
    #expect(text.contains("<pre>a &lt; b</pre>"), "\(text)")
  }

  @Test func `shows Markdown as what it means`() {
    let pair = (#"Le ⟦*chef* d’**État⟧** [part](u) `a<b` \* ~~x~~"#, "**half ⟦x⟧")
    let paragraph = SampleDocument.paragraph(1, .body, [pair])
    let info = DocumentInfo(path: "a.md", syntax: .markdown)
    let text = String(decoding: HTMLWriter().file(info, [paragraph]), as: UTF8.self)
    #expect(text.contains("<em>chef</em> d’<strong>État</strong></span> <u>part</u> "))
    #expect(text.contains("<code>a&lt;b</code> * <del>x</del>"))
    #expect(text.contains("<p>**half <span"))
  }
}
