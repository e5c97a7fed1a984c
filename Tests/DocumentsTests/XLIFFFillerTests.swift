import Bitext
import Testing

@testable import Documents

struct XLIFFFillerTests {
  private static func fill(_ text: String) throws -> (text: String, filled: Int) {
    var output: [UInt8] = []
    let summary = try XLIFFFiller.fill(Array(text.utf8)) { paragraph in
      // The words in upper case, markup and atoms as they are.
      let markup = ParagraphMarkup(of: paragraph)
      var target = ""
      var position = 0
      for span in paragraph.inert {
        target += String(decoding: paragraph.text[position..<span.range.lowerBound], as: UTF8.self)
        if span.kind == .atom { target += "\u{FFFC}" }
        position = span.range.upperBound
      }
      target = (target + String(decoding: paragraph.text[position...], as: UTF8.self)).uppercased()
      if target.contains("RIEN") { return nil }
      var links: [(source: Range<Int>, target: Range<Int>)] = []
      var from = 0
      var to = 0
      for span in paragraph.inert + [
        InertSpan(range: SourceRange(paragraph.text.count, paragraph.text.count), kind: .markup)
      ] {
        let count = span.range.lowerBound - from
        if count > 0 { links.append((from..<from + count, to..<to + count)) }
        to += count + (span.kind == .atom ? 3 : 0)
        from = span.range.upperBound
      }
      return markup.marked(target, sentence: 0..<paragraph.text.count, links: links).text
    } write: {
      output += $0
    }
    return (String(decoding: output, as: UTF8.self), summary.filled)
  }

  @Test func `fills what is empty and keeps every other byte`() throws {
    let before = """
      <?xml version='1.0' encoding="UTF-8"?>\r
      <!-- <target/> -->
      <xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="a" source-language="fr"
        datatype="x"><body>
        <trans-unit id="1">
          <source>un <g id="1">mot</g> &amp; <ph id="2">&lt;br></ph> &lt; d&#39;ici</source>
        </trans-unit>
        <trans-unit id="2"><source>deux</source><target state="new" /></trans-unit>
        <trans-unit id="3"><source> trois </source><target>
        </target></trans-unit>
        <trans-unit id="4"><source>quatre</source><target>four</target></trans-unit>
        <trans-unit id="5" approved="yes"><source>cinq</source></trans-unit>
        <trans-unit id="6" translate="no"><source>six</source></trans-unit>
        <group translate='no'><trans-unit id="7"><source>sept</source></trans-unit></group>
        <trans-unit id="8"><source>huit</source><seg-source><mrk mtype="seg" mid="1">huit</mrk></seg-source></trans-unit>
        <trans-unit id="9"><source>rien</source></trans-unit>
        <trans-unit id="10"><source/></trans-unit>
      </body></file></xliff>

      """
    let after =
      before
      .replacing(
        "ici</source>\n",
        with: """
          ici</source>
              <target>UN <g id="1">MOT</g> &amp; <ph id="2">&lt;br></ph> &lt; D&#39;ICI</target>

          """
      )
      .replacing("<target state=\"new\" />", with: "<target state=\"new\">DEUX</target>")
      .replacing("<target>\n  </target>", with: "<target> TROIS </target>")
      .replacing(
        "</seg-source>",
        with: "</seg-source><target><mrk mtype=\"seg\" mid=\"1\">HUIT</mrk></target>")
    let result = try Self.fill(before)
    #expect(result.text == after)
    #expect(result.filled == 4)
    #expect(try Self.fill(after).text == after)
  }

  @Test func `fills XLIFF 2`() throws {
    let before = """
      <xliff version="2.1" srcLang="fr"><file id="f"><unit id="u"><segment><source>un <pc id="1">mot</pc>\
      <ph id="2"/></source></segment><ignorable><source> </source></ignorable></unit></file></xliff>
      """
    let target = "<target>UN <pc id=\"1\">MOT</pc><ph id=\"2\"/></target>"
    let result = try Self.fill(before)
    #expect(result.text == before.replacing("</source></seg", with: "</source>\(target)</seg"))
  }

  @Test func `writes nothing of a damaged file`() {
    var written = 0
    let file = Array("<xliff version='1.2'><trans-unit><source>a</source></trans-unit>".utf8)
    #expect(throws: FormatError.self) {
      try XLIFFFiller.fill(file) { _ in
        "b"
      } write: {
        written += $0.count
      }
    }
    #expect(written == 0)
  }
}
