/// OmegaT's glossary: French, English and a comment between tabs, `#` before comments.
enum OmegaTGlossary {
  static func read(_ file: [UInt8]) throws(FormatError) -> GlossaryTable {
    var rows = DelimitedRows(file, .tsv)
    var table = GlossaryTable()
    var lost = LossCount()
    while let row = try rows.next() {
      if row[0].hasPrefix("#") {
        lost.add("comment")
        continue
      }
      guard row.count >= 2 else {
        throw FormatError(.cells(found: row.count, expected: 2), line: rows.line, column: 1)
      }
      if row.count > 3 { lost.add("cell after the comment") }
      table.rows.append(
        GlossaryTable.Row(
          ["fr": row[0], "en": row[1], "note": row.count > 2 ? row[2] : ""], line: rows.line))
    }
    table.losses = lost.words
    return table
  }

  static func write<Failure: Error>(
    _ table: GlossaryTable, into output: inout [UInt8],
    _ put: (inout [UInt8]) throws(Failure) -> Void
  ) throws(Failure) -> [String] {
    var lost = LossCount()
    for row in table.rows {
      // A term that is to be avoided would be offered as a translation.
      if row["status"] == "forbidden" || row["status"] == "deprecated" {
        lost.add("\(row["status"]) term")
        continue
      }
      for column in row.usedColumns where !["fr", "en", "note"].contains(column) {
        lost.add(column)
      }
      let english = row["en"].isEmpty ? row["fr"] : row["en"]
      var cells = [row["fr"].withoutFamilyMarks, english.withoutFamilyMarks]
      if !row["note"].isEmpty { cells.append(row["note"]) }
      DelimitedWriter.Dialect.tsv.put(cells, into: &output)
      try put(&output)
    }
    return lost.words
  }
}
