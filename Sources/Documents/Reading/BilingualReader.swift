/// A sentence in both languages, read from a file.
package struct BilingualPair: Sendable, Hashable {
  /// As the file names it; empty if it does not.
  package var id: String
  package var source: String
  /// Empty if there is no translation yet.
  package var target: String
  /// Where it starts, from 1.
  package var line: Int
  /// Where its two texts start, if the reader can tell.
  package var sourcePlace: PairPlace?
  package var targetPlace: PairPlace?
  /// What the file notes beside it: `note` of XLIFF and TMX, the column or member `note` elsewhere.
  package var notes: [String] = []

  package init(id: String = "", source: String, target: String, line: Int) {
    self.id = id
    self.source = source
    self.target = target
    self.line = line
  }
}

/// Where a text starts in its file.
package struct PairPlace: Sendable, Hashable {
  /// Both from 1; the column counts bytes.
  package var line: Int
  package var column: Int
  /// The column in Unicode code points.
  package var characterColumn: Int
  /// The file has the text byte for byte, so that a place inside it is known too.
  package var isVerbatim: Bool

  package init(line: Int, column: Int, characterColumn: Int, isVerbatim: Bool) {
    self.line = line
    self.column = column
    self.characterColumn = characterColumn
    self.isVerbatim = isVerbatim
  }

  /// The place of `text`, which was read from `range`.
  init(
    of text: String, in bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ lines: LineTable
  ) {
    var start = range.lowerBound
    while start < range.upperBound, bytes[start] <= 0x20 { start += 1 }
    let wanted = Array(text.utf8)
    let last = range.upperBound - wanted.count
    var isVerbatim = false
    if start <= last {
      let found = (start...last).first { bytes[$0..<$0 + wanted.count].elementsEqual(wanted) }
      isVerbatim = found != nil && !wanted.isEmpty
      start = found ?? start
    }
    line = lines.line(at: start)
    let lineStart = lines.start(ofLine: line)
    column = start - lineStart + 1
    characterColumn = bytes[lineStart..<start].count { $0 & 0xC0 != 0x80 } + 1
    self.isVerbatim = isVerbatim
  }
}

/// A format that bilingual text is read from; XLIFF is 1.2 or 2.x.
package enum BilingualFormat: String, Sendable, Hashable, CaseIterable {
  case json, tsv, csv, tmx, xliff, markdown

  /// The format of a file, by its name: "entretien.tmx" is TMX.
  package init?(path: String) {
    switch DocumentFormat(path: path) {
    case .json: self = .json
    case .tsv: self = .tsv
    case .csv: self = .csv
    case .tmx: self = .tmx
    case .xliff, .xliff2: self = .xliff
    case .markdown: self = .markdown
    default: return nil
    }
  }
}

/// Reads bilingual files, the ones this program writes and those of other tools, as pairs of plain text.
package enum BilingualReader {
  /// Calls `body` with each pair of `file`, in order; tags and Markdown are left out of the texts.
  ///
  /// Throws `FormatError`, and what `body` throws.
  package static func read(
    _ file: [UInt8], as format: BilingualFormat, source: String = "fr", target: String = "en",
    _ body: (BilingualPair) throws -> Void
  ) throws {
    switch format {
    case .json: try readJSON(file, body)
    case .tsv, .csv: try readTable(file, format == .tsv ? .tsv : .csv, source, target, body)
    case .tmx: try readTMX(XMLEncoding.utf8(file), source, target, body)
    case .xliff: try readXLIFF(XMLEncoding.utf8(file), body)
    case .markdown: try readMarkdown(file, body)
    }
  }

  // MARK: XML

  private static func readXLIFF(_ file: [UInt8], _ body: (BilingualPair) throws -> Void) throws {
    try file.withUnsafeBufferPointer { bytes in
      var units = try XLIFFUnits(bytes)
      let lines = LineTable(bytes)
      while let unit = try units.next() {
        guard let source = unit.source else { continue }
        var pair = BilingualPair(
          id: unit.id, source: source.plain, target: unit.target?.plain ?? "",
          line: lines.line(at: unit.offset))
        pair.sourcePlace = PairPlace(of: pair.source, in: bytes, source.inner, lines)
        pair.targetPlace = unit.target.map {
          PairPlace(of: pair.target, in: bytes, $0.inner, lines)
        }
        pair.notes = unit.notes
        try body(pair)
      }
    }
  }

  private static func readTMX(
    _ file: [UInt8], _ source: String, _ target: String, _ body: (BilingualPair) throws -> Void
  ) throws {
    try file.withUnsafeBufferPointer { bytes in
      var variants = try TMXVariants(bytes)
      let lines = LineTable(bytes)
      var unit = 0
      var pair = BilingualPair(source: "", target: "", line: 1)
      while let variant = try variants.next() {
        if variant.unit != unit {
          if !pair.source.isEmpty { try body(pair) }
          unit = variant.unit
          let line = lines.line(at: variant.offset)
          pair = BilingualPair(id: variant.id, source: "", target: "", line: line)
        }
        pair.notes = variant.notes
        let text = variant.content.plain
        if pair.source.isEmpty, isLanguage(variant.language, source) {
          pair.source = text
          pair.sourcePlace = PairPlace(of: text, in: bytes, variant.content.inner, lines)
        } else if pair.target.isEmpty, isLanguage(variant.language, target) {
          pair.target = text
          pair.targetPlace = PairPlace(of: text, in: bytes, variant.content.inner, lines)
        }
      }
      if !pair.source.isEmpty { try body(pair) }
    }
  }

  /// "FR-ca" is "fr".
  static func isLanguage(_ tag: String, _ language: String) -> Bool {
    func primary(_ tag: String) -> String {
      tag.prefix { $0 != "-" && $0 != "_" }.lowercased()
    }
    return primary(tag) == primary(language)
  }

  // MARK: Tables

  private static func readTable(
    _ file: [UInt8], _ dialect: DelimitedWriter.Dialect, _ source: String, _ target: String,
    _ body: (BilingualPair) throws -> Void
  ) throws {
    try file.withUnsafeBufferPointer { bytes in
      let lines = LineTable(bytes)
      var rows = DelimitedRows(file, dialect)
      guard var row = try rows.next() else { return }
      let columns = try columns(row, source, target)
      if columns.isHeader {
        guard let first = try rows.next() else { return }
        row = first
      }
      var next: [String]? = row
      while let row = next {
        guard row.count > max(columns.source, columns.target) else {
          throw FormatError(.columns("'source' and 'target'"), line: rows.line, column: 1)
        }
        func cell(_ column: Int?) -> String? { column.flatMap { $0 < row.count ? row[$0] : nil } }
        func place(_ column: Int) -> PairPlace {
          PairPlace(of: row[column], in: bytes, rows.ranges[column], lines)
        }
        var pair = BilingualPair(
          id: cell(columns.id) ?? "", source: row[columns.source], target: row[columns.target],
          line: rows.line)
        pair.sourcePlace = place(columns.source)
        pair.targetPlace = place(columns.target)
        if let note = cell(columns.note), !note.isEmpty { pair.notes = [note] }
        try body(pair)
        next = try rows.next()
      }
    }
  }

  /// Which column of a table holds what.
  private struct Columns {
    var source: Int
    var target: Int
    var id: Int?
    var note: Int?
    var isHeader = true
  }

  /// The columns that the first row names; a table of two columns needs no header.
  private static func columns(
    _ row: [String], _ source: String, _ target: String
  ) throws(FormatError) -> Columns {
    let names = row.map { $0.lowercased() }
    func column(_ wanted: [String]) -> Int? { names.firstIndex { wanted.contains($0) } }
    let sourceNames = ["source", source, "french", "français"]
    let targetNames = ["target", target, "english", "anglais"]
    if let sources = column(sourceNames), let targets = column(targetNames) {
      return Columns(
        source: sources, target: targets, id: column(["id"]), note: column(["note", "comment"]))
    }
    guard row.count == 2, column(sourceNames + targetNames) == nil else {
      throw FormatError(.columns("'source' and 'target'"), line: 1, column: 1)
    }
    return Columns(source: 0, target: 1, isHeader: false)
  }
}
