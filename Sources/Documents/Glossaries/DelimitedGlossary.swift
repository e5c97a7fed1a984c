/// This program's own columns, as TSV or CSV.
struct DelimitedGlossary {
  private let dialect: DelimitedWriter.Dialect

  init(_ dialect: DelimitedWriter.Dialect) { self.dialect = dialect }

  func read(_ file: [UInt8]) throws(FormatError) -> GlossaryTable {
    var rows = DelimitedRows(file, dialect)
    var table = GlossaryTable()
    var lost = LossCount()
    var header: [String]?
    while let row = try rows.next() {
      if row[0].hasPrefix("#") {
        lost.add("comment")
        continue
      }
      guard let names = header else {
        header = row.map { $0.lowercased() }
        if let cell = header?.firstIndex(where: { !GlossaryTable.columns.contains($0) }) {
          throw FormatError(
            .unknownColumn(row[cell]), line: rows.line, column: rows.column(of: cell))
        }
        guard row.contains("fr"), row.contains("en") else {
          throw FormatError(.columns("'fr' and 'en'"), line: rows.line, column: 1)
        }
        continue
      }
      guard row.count == names.count else {
        throw FormatError(
          .cells(found: row.count, expected: names.count), line: rows.line,
          column: rows.column(of: names.count))
      }
      table.rows.append(
        GlossaryTable.Row(Dictionary(zip(names, row)) { first, _ in first }, line: rows.line))
    }
    table.losses = lost.words
    return table
  }

  func write<Failure: Error>(
    _ table: GlossaryTable, into output: inout [UInt8],
    _ put: (inout [UInt8]) throws(Failure) -> Void
  ) throws(Failure) -> [String] {
    let columns = table.usedColumns
    var lost = LossCount()
    dialect.put(columns, into: &output)
    for row in table.rows {
      let cells = columns.map { row[$0] }
      if dialect == .tsv, cells.contains(where: { $0.utf8.contains { $0 == 9 || $0 == 10 } }) {
        lost.add("line end or tab in a cell")
      }
      dialect.put(cells, into: &output)
      try put(&output)
    }
    return lost.words
  }
}
