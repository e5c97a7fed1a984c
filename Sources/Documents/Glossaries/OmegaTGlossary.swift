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

  static func write(_ table: GlossaryTable) -> (file: [UInt8], losses: [String]) {
    var output: [UInt8] = []
    var lost = LossCount()
    for row in table.rows {
      // A term that is to be avoided would be offered as a translation.
      if row["status"] == "forbidden" || row["status"] == "deprecated" {
        lost.add("\(row["status"]) term")
        continue
      }
      for (column, value) in row.cells where !["fr", "en", "note"].contains(column) {
        if !value.isEmpty { lost.add(column) }
      }
      let english = row["en"].isEmpty ? row["fr"] : row["en"]
      var cells = [row["fr"].withoutFamilyMarks, english.withoutFamilyMarks]
      if !row["note"].isEmpty { cells.append(row["note"]) }
      DelimitedWriter.Dialect.tsv.put(cells, into: &output)
    }
    return (output, lost.words)
  }
}
