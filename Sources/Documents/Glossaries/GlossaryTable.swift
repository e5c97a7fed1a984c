/// A glossary as rows of named cells, in no format: what conversions go through.
package struct GlossaryTable: Sendable, Equatable {
  package struct Row: Sendable, Equatable {
    private struct Cell: Sendable, Equatable {
      /// The column's place in `columns`.
      var column: UInt8
      var value: String
    }

    /// The filled cells in the order of their columns: few, so that a search beats a table.
    private var filled: [Cell] = []
    /// Where the row or entry starts in its file, from 1.
    package var line: Int

    package init(_ cells: [String: String] = [:], line: Int = 0) {
      self.line = line
      for (column, value) in cells { self[column] = value }
    }

    /// The filled cells by column.
    package var cells: [String: String] {
      Dictionary(
        uniqueKeysWithValues: filled.map { (GlossaryTable.columns[Int($0.column)], $0.value) })
    }

    /// The names of the filled columns, in their order.
    var usedColumns: [String] { filled.map { GlossaryTable.columns[Int($0.column)] } }

    /// The value in `column`; an absent one is empty. What is no column holds nothing.
    package subscript(column: String) -> String {
      get {
        guard let index = GlossaryTable.index[column] else { return "" }
        return filled.first { $0.column == index }?.value ?? ""
      }
      set {
        guard let index = GlossaryTable.index[column] else { return }
        let place = filled.firstIndex { $0.column >= index } ?? filled.count
        if place < filled.count, filled[place].column == index { filled.remove(at: place) }
        if !newValue.isEmpty { filled.insert(Cell(column: index, value: newValue), at: place) }
      }
    }
  }

  /// The columns of a glossary, in their order.
  package static let columns = [
    "concept", "fr", "en", "gb", "attr", "also", "kind", "pos", "fr_gram", "en_gram", "forms",
    "link", "case", "when", "status", "ref", "note",
  ]
  private static let index = Dictionary(
    uniqueKeysWithValues: columns.enumerated().map { ($1, UInt8($0)) })

  package var rows: [Row]
  /// What the file held that no column can, in words: "12 × transac".
  package var losses: [String]

  package init(rows: [Row] = [], losses: [String] = []) {
    self.rows = rows
    self.losses = losses
  }

  /// The columns that some row fills, `fr` and `en` in any case.
  var usedColumns: [String] {
    Self.columns.filter { name in
      name == "fr" || name == "en" || rows.contains { !$0[name].isEmpty }
    }
  }
}

/// A format of glossaries.
package enum GlossaryFormat: String, Sendable, Hashable, CaseIterable {
  /// TSV and CSV in this program's columns.
  case tsv, csv
  /// TBX-Basic: ISO 30042:2019 and, to write, the older martif form; both are read as either.
  case tbx, martif
  /// OmegaT's tab-separated glossary: source, target, comment.
  case omegat
  case utx

  /// The format of a file, by its name: "termes.tbx" is TBX.
  package init?(path: String) {
    switch path.split(separator: "/").last?.split(separator: ".").dropFirst().last?.lowercased() {
    case "tsv": self = .tsv
    case "csv": self = .csv
    case "tbx": self = .tbx
    case "utf8", "tab": self = .omegat
    case "utx": self = .utx
    default: return nil
    }
  }
}

/// Reads and writes glossaries in the formats of other tools.
package enum GlossaryExchange {
  /// The rows of `file`; `losses` of the table says what they cannot hold. Throws `FormatError`.
  package static func read(
    _ file: [UInt8], as format: GlossaryFormat
  ) throws(FormatError) -> GlossaryTable {
    switch format {
    case .tsv: try DelimitedGlossary(.tsv).read(file)
    case .csv: try DelimitedGlossary(.csv).read(file)
    case .tbx, .martif: try TBXReader.read(file)
    case .omegat: try OmegaTGlossary.read(file)
    case .utx: try UTXGlossary.read(file)
    }
  }

  /// Hands `table` as a file to `flush`, piece by piece; gives what the format cannot hold, in words.
  ///
  /// `date` ("2026-06-16") stands in the header of a format that wants one. `flush` takes the bytes that are
  /// there and empties them; what it throws ends the writing.
  package static func write<Failure: Error>(
    _ table: GlossaryTable, as format: GlossaryFormat, date: String? = nil,
    flush: (inout [UInt8]) throws(Failure) -> Void
  ) throws(Failure) -> [String] {
    var output: [UInt8] = []
    let put = { (bytes: inout [UInt8]) throws(Failure) in
      if bytes.count > 1 << 16 { try flush(&bytes) }
    }
    let losses =
      switch format {
      case .tsv: try DelimitedGlossary(.tsv).write(table, into: &output, put)
      case .csv: try DelimitedGlossary(.csv).write(table, into: &output, put)
      case .tbx: try TBXWriter(isMartif: false).write(table, into: &output, put)
      case .martif: try TBXWriter(isMartif: true).write(table, into: &output, put)
      case .omegat: try OmegaTGlossary.write(table, into: &output, put)
      case .utx: try UTXGlossary.write(table, date: date, into: &output, put)
      }
    try flush(&output)
    return losses
  }

  /// The same in one piece.
  package static func write(
    _ table: GlossaryTable, as format: GlossaryFormat, date: String? = nil
  ) -> (file: [UInt8], losses: [String]) {
    var file: [UInt8] = []
    let losses = write(table, as: format, date: date) { bytes in
      file += bytes
      bytes.removeAll(keepingCapacity: true)
    }
    return (file, losses)
  }
}

/// Counts what is lost, by name.
struct LossCount {
  private var counts: [String: Int] = [:]

  mutating func add(_ name: String) { counts[name, default: 0] += 1 }

  /// "12 × transac", by name.
  var words: [String] { counts.sorted { $0.key < $1.key }.map { "\($0.value) × \($0.key)" } }
}

extension String {
  /// The headword without the slashes around a family name: "Vladimir /Poutine/".
  var withoutFamilyMarks: String { replacing("/", with: "") }

  /// On one line: spaces, tabs and line ends in a row are one space, none at the ends.
  var onOneLine: String {
    var output: [UInt8] = []
    output.reserveCapacity(utf8.count)
    for byte in utf8 {
      if byte > 0x20 {
        output.append(byte)
      } else if let last = output.last, last != 0x20 {
        output.append(0x20)
      }
    }
    if output.last == 0x20 { output.removeLast() }
    return String(decoding: output, as: UTF8.self)
  }
}
