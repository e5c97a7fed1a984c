import Documents

/// Documents that hold text but are none: each with what to do.
enum ForeignFormat {
  /// Recognised by the first bytes or, where these say nothing, by the extension.
  private struct Row {
    var magic: [String]
    var extensions: [String]
    var kind: String
    var advice: String
  }

  private static let rows: [Row] = [
    Row(
      magic: ["%PDF"], extensions: [".pdf"], kind: "a PDF document",
      advice: "extract its text with 'pdftotext -layout' and read that with --wrapped"),
    Row(
      magic: [], extensions: [".docx", ".odt", ".doc", ".pages"],
      kind: "a word processor's document",
      advice: "save it as plain text or as Markdown ('pandoc -t gfm -o FILE.md') first"),
    Row(
      magic: ["PK\u{3}\u{4}"], extensions: [".zip", ".epub"],
      kind: "a ZIP archive or an office document",
      advice: "save its text as plain text or as Markdown ('pandoc -t gfm -o FILE.md') first"),
    Row(
      magic: ["{\\rtf"], extensions: [".rtf"], kind: "a rich text document",
      advice: "save it as plain text first"),
    Row(
      magic: ["<!doctype html", "<html"], extensions: [".html", ".htm", ".xhtml"],
      kind: "a web page",
      advice: "convert it to Markdown ('pandoc -f html -t gfm -o FILE.md') first"),
  ]

  /// Whether a file of this name would be such a document and none that visavis writes.
  static func isNamed(_ path: String) -> Bool {
    let name = path.lowercased()
    return DocumentFormat(path: path) == nil
      && rows.contains { row in row.extensions.contains { name.hasSuffix($0) } }
  }

  /// The error for an input that starts with `head`, if it is such a document.
  static func error(path: String, head: [UInt8]) -> ReadingError? {
    let start = head.prefix(1024).drop { $0 == 0x20 || $0 &- 0x09 < 5 || $0 >= 0x80 }
    let lower = start.prefix(16).map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
    let name = path.lowercased()
    let found =
      rows.first { row in
        row.magic.contains { start.starts(with: $0.utf8) || lower.starts(with: $0.utf8) }
      } ?? rows.first { row in row.extensions.contains { name.hasSuffix($0) } }
    guard let found else { return nil }
    // A word processor's document is an archive: its extension says more than its first bytes.
    let byName = rows.first { row in row.extensions.contains { name.hasSuffix($0) } }
    let row = found.extensions.contains(".zip") ? byName ?? found : found
    return .notText(path: path, kind: row.kind, advice: row.advice)
  }
}
