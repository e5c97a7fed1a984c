/// A table of a report: coverage, statistics.
package struct ReportTable: Sendable, Hashable {
  package struct Column: Sendable, Hashable {
    package var name: String
    package var isNumber: Bool

    package init(_ name: String, isNumber: Bool = false) {
      self.name = name
      self.isNumber = isNumber
    }
  }

  package struct Row: Sendable, Hashable {
    package var cells: [String]
    /// How many of the first cells repeat the row above: people see them once, TSV has them again.
    package var repeated: Int

    package init(_ cells: [String], repeated: Int = 0) {
      self.cells = cells
      self.repeated = repeated
    }

    /// The cells as people see them.
    var shown: [String] {
      cells.enumerated().map { $0.offset < repeated ? "" : $0.element }
    }
  }

  package var title: String
  package var columns: [Column]
  package var rows: [Row]

  package init(_ title: String, _ columns: [Column], _ rows: [Row]) {
    self.title = title
    self.columns = columns
    self.rows = rows
  }
}

/// A format that reports are written in; JSON is each report's own.
package enum ReportFormat: String, Sendable, CaseIterable {
  case table, markdown, tsv, html

  /// The report as one file. `measure` gives the columns that a text takes on a terminal.
  package func file(
    title: String, _ tables: [ReportTable], measure: (String) -> Int = { $0.unicodeScalars.count }
  ) -> [UInt8] {
    var output: [UInt8] = []
    switch self {
    case .table: tables.forEach { $0.putText(into: &output, measure: measure) }
    case .markdown:
      output.put("# \(title)\n")
      tables.forEach { $0.putMarkdown(into: &output) }
    case .tsv: ReportTable.putTSV(tables, into: &output)
    case .html: ReportTable.putHTML(tables, title: title, into: &output)
    }
    return output
  }
}

extension ReportTable {
  /// Columns aligned with spaces, under the title.
  fileprivate func putText(into output: inout [UInt8], measure: (String) -> Int) {
    let lines = [columns.map(\.name)] + rows.map(\.shown)
    let widths = columns.indices.map { column in
      lines.reduce(0) { max($0, measure($1[column])) }
    }
    output.put((output.isEmpty ? "" : "\n") + title + "\n")
    for line in lines {
      // Spaces are owed until something follows, so that no line ends with any.
      var owed = 1
      for (column, cell) in line.enumerated() {
        let padding = max(0, widths[column] - measure(cell))
        let isNumber = columns[column].isNumber
        owed += isNumber ? 1 + padding : 1
        if !cell.isEmpty {
          output.append(contentsOf: repeatElement(UInt8(ascii: " "), count: owed))
          output.put(cell)
          owed = 0
        }
        owed += isNumber ? 1 : padding + 1
      }
      output.put("\n")
    }
  }

  fileprivate func putMarkdown(into output: inout [UInt8]) {
    output.put("\n## \(title)\n\n")
    putMarkdown(columns.map(\.name), into: &output)
    output.put("|" + columns.map { $0.isNumber ? " ---: |" : " --- |" }.joined() + "\n")
    for row in rows { putMarkdown(row.shown, into: &output) }
  }

  private func putMarkdown(_ cells: [String], into output: inout [UInt8]) {
    output.put("|")
    for cell in cells {
      output.put(" ")
      var escaper = MarkdownEscaper(.cell)
      escaper.put(Array(cell.utf8), into: &output)
      output.put(" |")
    }
    output.put("\n")
  }

  /// One table of all: the first column names the section, the others are those of all sections.
  fileprivate static func putTSV(_ tables: [ReportTable], into output: inout [UInt8]) {
    var names: [String] = []
    for column in tables.flatMap(\.columns) where !names.contains(column.name) {
      names.append(column.name)
    }
    DelimitedWriter.Dialect.tsv.put(["section"] + names, into: &output)
    for table in tables {
      let places = names.map { name in table.columns.firstIndex { $0.name == name } }
      for row in table.rows {
        let cells = places.map { place in place.map { row.cells[$0] } ?? "" }
        DelimitedWriter.Dialect.tsv.put([table.title] + cells, into: &output)
      }
    }
  }

  fileprivate static func putHTML(
    _ tables: [ReportTable], title: String, into output: inout [UInt8]
  ) {
    HTMLPage.putHead(title: title, language: "en", style: HTMLPage.reportStyle, into: &output)
    output.put("<h1>")
    output.putXML(title)
    output.put("</h1>\n")
    for (index, table) in tables.enumerated() {
      output.put("<section aria-labelledby=\"t\(index)\">\n<h2 id=\"t\(index)\">")
      output.putXML(table.title)
      output.put("</h2>\n<table>\n<thead><tr>")
      for column in table.columns {
        output.put("<th scope=\"col\"\(column.isNumber ? " class=\"number\"" : "")>")
        output.putXML(column.name)
        output.put("</th>")
      }
      output.put("</tr></thead>\n<tbody>\n")
      for row in table.rows {
        output.put("<tr>")
        for (column, cell) in zip(table.columns, row.shown) {
          output.put(column.isNumber ? "<td class=\"number\">" : "<td>")
          output.putXML(cell)
          output.put("</td>")
        }
        output.put("</tr>\n")
      }
      output.put("</tbody>\n</table>\n</section>\n")
    }
    output.put("</main>\n</body>\n</html>\n")
  }
}
