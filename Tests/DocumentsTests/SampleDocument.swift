import Bitext

@testable import Documents

/// A small bilingual document with every construct that the formats must carry.
enum SampleDocument {
  static let info = DocumentInfo(
    path: "notes/visite.fr.txt", sourceLanguage: "fr", targetLanguage: "en-US", toolVersion: "1.0")

  static let paragraphs: [BilingualParagraph] = [
    paragraph(
      1, .heading(level: 1), [("⟦Visite⟧ à ⟦Oslo⟧", "⟦Visit⟧ to ⟦Oslo⟧")], trailing: "\r\n"),
    paragraph(2, .body, [], trailing: "\r\n"),
    paragraph(
      3, .body,
      [
        (
          "Le ⟦ministre norvégien⟧ a reçu l’⟦envoyée de l’Union africaine⟧ « en ami »…",
          "The ⟦Norwegian minister⟧ received the ⟦African Union envoy⟧ “as a friend”…"
        ),
        ("⟦Samedi⟧, ils se revoient.", "They meet again on ⟦Saturday⟧."),
      ], trailing: "\n"),
    paragraph(
      4, .listItem(depth: 1),
      [("Texte <script>a|b</script> & `code` *fin*", "Text <script>a|b</script> & `code` *end*")],
      leading: "  ", trailing: "\n"),
    paragraph(5, .quote(depth: 1), [("\tUne 東京 « citation »", "A 東京 “quotation”")]),
  ]

  /// Segments from marked pairs: the n-th mark of the source is the n-th of the target.
  static func paragraph(
    _ id: Int, _ role: ParagraphRole, _ pairs: [(String, String)], leading: String = "",
    trailing: String = ""
  ) -> BilingualParagraph {
    var segments: [BilingualSegment] = []
    for (index, pair) in pairs.enumerated() {
      let source = unmark(pair.0)
      let target = unmark(pair.1)
      let terms = zip(source.ranges, target.ranges).map { from, to in
        SegmentTerm(
          source: slice(source.text, from), target: slice(target.text, to), kind: .other,
          start: from.lowerBound, end: from.upperBound, targetStart: to.lowerBound,
          targetEnd: to.upperBound, concept: "x.\(from.lowerBound)", glossary: "sample.tsv",
          status: .preferred, origin: .curated, rule: nil, parts: [])
      }
      segments.append(
        BilingualSegment(
          id: id * 10 + index, source: source.text, target: target.text, engine: "terms",
          terms: terms, gap: index + 1 < pairs.count ? " " : ""))
    }
    return BilingualParagraph(
      id: id, role: role, line: id, segments: segments, leading: Array(leading.utf8),
      trailing: Array(trailing.utf8))
  }

  private static func slice(_ text: String, _ range: Range<Int>) -> String {
    String(String.UnicodeScalarView(Array(text.unicodeScalars)[range]))
  }

  private static func unmark(_ marked: String) -> (text: String, ranges: [Range<Int>]) {
    var text = String.UnicodeScalarView()
    var ranges: [Range<Int>] = []
    var start = 0
    for scalar in marked.unicodeScalars {
      switch scalar {
      case "⟦": start = text.count
      case "⟧": ranges.append(start..<text.count)
      default: text.append(scalar)
      }
    }
    return (String(text), ranges)
  }

  /// `writer`'s file for the sample.
  static func written(by writer: some DocumentWriter) -> String {
    String(decoding: writer.file(info, paragraphs), as: UTF8.self)
  }

  /// Every letter one column wide, East Asian ones two: enough for these tests.
  static let measure: ColumnLayout.Measure = { text, limit in
    var bytes = 0
    var columns = 0
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
      let width = scalar.value >= 0x2E80 ? 2 : 1
      if columns + width > limit { break }
      columns += width
      bytes += UTF8.width(scalar)
    }
    return (bytes, columns)
  }
}
