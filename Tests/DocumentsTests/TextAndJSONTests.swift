import Bitext
import Foundation
import Testing

@testable import Documents

struct TextAndJSONTests {
  @Test func `writes a line for every line`() {
    #expect(
      SampleDocument.written(by: PlainTextWriter()) == """
        Visit to Oslo

        The Norwegian minister received the African Union envoy “as a friend”… \
        They meet again on Saturday.
          Text <script>a|b</script> & `code` *end*
        A 東京 “quotation”

        """)
    let paragraphs = SampleDocument.written(by: PlainTextWriter(lines: false))
    #expect(paragraphs.split(separator: "\n").count == 4)
  }

  @Test(arguments: [
    ("\r\n", "a\n"), ("\r", "a\n"), ("\r\r\n\n", "a\n\n\n"), ("", "a\n"), (" \n", "a \n"),
  ])
  func `ends lines with LF`(trailing: String, expected: String) {
    let paragraph = SampleDocument.paragraph(1, .body, [("a", "a")], trailing: trailing)
    let bytes = PlainTextWriter().file(SampleDocument.info, [paragraph])
    #expect(String(decoding: bytes, as: UTF8.self) == expected)
    #expect(PlainTextWriter().file(SampleDocument.info, []).isEmpty)
  }

  @Test func `writes the schema visavis 1`() throws {
    let text = SampleDocument.written(by: JSONWriter())
    let root = try #require(
      JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(root["format"] as? String == "visavis/1")
    #expect(root["target_language"] as? String == "en-US")
    let documents = try #require(root["documents"] as? [[String: Any]])
    let segments = try #require(documents.first?["segments"] as? [[String: Any]])
    #expect(segments.count == 5)
    for segment in segments {
      let source = Array(try #require(segment["source"] as? String).unicodeScalars)
      let target = Array(try #require(segment["target"] as? String).unicodeScalars)
      for term in try #require(segment["terms"] as? [[String: Any]]) {
        let start = try #require(term["start"] as? Int)
        let end = try #require(term["end"] as? Int)
        #expect(
          Array((term["source"] as? String ?? "").unicodeScalars) == Array(source[start..<end]))
        let targetStart = try #require(term["target_start"] as? Int)
        let targetEnd = try #require(term["target_end"] as? Int)
        #expect(
          Array((term["target"] as? String ?? "").unicodeScalars)
            == Array(target[targetStart..<targetEnd]))
      }
    }
    let empty = String(decoding: emptyFile(), as: UTF8.self)
    #expect(empty.hasPrefix("{\"format\":\"visavis/1\",\"source_language\":\"fr\""))
  }

  private func emptyFile() -> [UInt8] {
    var writer = JSONWriter()
    var output: [UInt8] = []
    writer.finish(into: &output)
    return output
  }

  @Test(arguments: ["\"\\\n\r\t\u{0}\u{1F}\u{7F}é\u{2028}", "</script>", "👩‍🚀"])
  func `escapes JSON strings`(text: String) throws {
    var output: [UInt8] = []
    output.putJSON(text)
    let value = try JSONSerialization.jsonObject(with: Data(output), options: .fragmentsAllowed)
    #expect(value as? String == text)
  }

  @Test func `gives findings in code points`() {
    var paragraph = SampleDocument.paragraph(1, .body, [("Été à Oz", "Summer in Oz")])
    paragraph.segments[0].findings = [
      Finding(rule: "unplaced", severity: .warning, message: "“Oz”", range: SourceRange(9, 11))
    ]
    let text = String(decoding: JSONWriter().file(SampleDocument.info, [paragraph]), as: UTF8.self)
    #expect(text.contains("\"message\":\"“Oz”\",\"start\":6,\"end\":8}"))
  }

  @Test func `merges shared slices and skips impossible ones`() {
    var segment = SampleDocument.paragraph(1, .body, [("⟦ab⟧ ⟦cd⟧ ⟦ef⟧", "⟦x⟧ ⟦y⟧ ⟦z⟧")]).segments[
      0]
    segment.terms[1].targetStart = 0
    segment.terms[1].targetEnd = 1
    segment.terms[2].targetEnd = 99
    #expect(
      segment.runs(.target) == [
        TermRun(bytes: 0..<1, terms: [0, 1]), TermRun(bytes: 1..<5, terms: []),
      ])
  }
}
