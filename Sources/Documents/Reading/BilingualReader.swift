/// A sentence in both languages, read from a file.
package struct BilingualPair: Sendable, Hashable {
  /// As the file names it; empty if it does not.
  package var id: String
  package var source: String
  /// Empty if there is no translation yet.
  package var target: String
  /// Where it starts, from 1.
  package var line: Int

  package init(id: String = "", source: String, target: String, line: Int) {
    self.id = id
    self.source = source
    self.target = target
    self.line = line
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
      var lines = LineCounter(bytes)
      while let unit = try units.next() {
        guard let source = unit.source else { continue }
        try body(
          BilingualPair(
            id: unit.id, source: source.plain, target: unit.target?.plain ?? "",
            line: lines.line(at: unit.offset)))
      }
    }
  }

  private static func readTMX(
    _ file: [UInt8], _ source: String, _ target: String, _ body: (BilingualPair) throws -> Void
  ) throws {
    try file.withUnsafeBufferPointer { bytes in
      var variants = try TMXVariants(bytes)
      var lines = LineCounter(bytes)
      var unit = 0
      var pair = BilingualPair(source: "", target: "", line: 1)
      while let variant = try variants.next() {
        if variant.unit != unit {
          if !pair.source.isEmpty { try body(pair) }
          unit = variant.unit
          let line = lines.line(at: variant.offset)
          pair = BilingualPair(id: variant.id, source: "", target: "", line: line)
        }
        if pair.source.isEmpty, isLanguage(variant.language, source) {
          pair.source = variant.content.plain
        } else if pair.target.isEmpty, isLanguage(variant.language, target) {
          pair.target = variant.content.plain
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
    var rows = DelimitedRows(file, dialect)
    guard let header = try rows.next() else { return }
    let names = header.map { $0.lowercased() }
    func column(_ wanted: [String]) -> Int? { names.firstIndex { wanted.contains($0) } }
    guard let sources = column(["source", source]), let targets = column(["target", target]) else {
      throw FormatError(.columns("'source' and 'target'"), line: 1, column: 1)
    }
    let ids = column(["id"])
    while let row = try rows.next() {
      guard row.count > max(sources, targets) else {
        throw FormatError(.columns("'source' and 'target'"), line: rows.line, column: 1)
      }
      try body(
        BilingualPair(
          id: ids.map { $0 < row.count ? row[$0] : "" } ?? "", source: row[sources],
          target: row[targets], line: rows.line))
    }
  }
}
