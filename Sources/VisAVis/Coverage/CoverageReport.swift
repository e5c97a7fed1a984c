internal import Bitext
package import Documents
package import Review

/// The coverage of some inputs, ready to be written in any format.
package struct CoverageReport: Sendable {
  package struct File: Sendable {
    package var path: String
    package var coverage: Coverage
  }

  package var files: [File] = []
  package var total = Coverage()
  /// Rows that give a term of the text another English than the one in use.
  package var conflicts: [RowUse.Conflict] = []
  /// Rows of the user's glossaries that nothing in the text used.
  package var unused: [RowUse.Row] = []
  /// Unused rows are shown.
  package var showsUnused = false

  /// The report as tables, for every format but JSON.
  package var tables: [ReportTable] {
    [figures, kinds, terms, candidates, variations, conflictRows, unusedRows]
      .filter { !$0.rows.isEmpty }
  }

  // MARK: - Figures

  private static let counts: [ReportTable.Column] = [
    .init("covered", isNumber: true), .init("of", isNumber: true), .init("percent", isNumber: true),
    .init("distinct covered", isNumber: true), .init("distinct", isNumber: true),
    .init("distinct percent", isNumber: true),
  ]

  private func cells(_ count: Coverage.Count) -> [String] {
    [
      "\(count.covered)", "\(count.occurrences)", Self.percent(count.percentage),
      "\(count.coveredTerms)", "\(count.terms)", Self.percent(count.termPercentage),
    ]
  }

  /// One decimal, rounded down, so that only all is 100.0.
  package static func percent(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded(.down))
    return "\(tenths / 10).\(tenths % 10)"
  }

  private var figures: ReportTable {
    var rows =
      files.count > 1 ? files.map { ReportTable.Row([$0.path] + cells($0.coverage.total)) } : []
    rows.append(ReportTable.Row([files.count == 1 ? files[0].path : "all"] + cells(total.total)))
    return ReportTable("Names and titles", [.init("file")] + Self.counts, rows)
  }

  private var kinds: ReportTable {
    let parts =
      (files.count > 1 ? files : []) + [
        File(path: files.count == 1 ? files[0].path : "all", coverage: total)
      ]
    let rows = parts.flatMap { part in
      part.coverage.kinds.enumerated().map { index, kind in
        ReportTable.Row(
          [part.path, kind.kind.rawValue] + cells(kind.count), repeated: index == 0 ? 0 : 1)
      }
    }
    return ReportTable("By kind", [.init("file"), .init("kind")] + Self.counts, rows)
  }

  // MARK: - Terms

  private var terms: ReportTable {
    ReportTable(
      "Terms",
      [
        .init("count", isNumber: true), .init("French"), .init("English"), .init("kind"),
        .init("glossary"),
      ],
      total.terms.map { item in
        .init([
          "\(item.count)", item.source, item.target, item.kind.rawValue, Self.place(of: item),
        ])
      })
  }

  /// "people-politics.tsv:120", or "CLDR" and the like where no row is.
  static func place(of item: Coverage.Item) -> String {
    if item.glossary.isEmpty { return item.origin.rawValue }
    return item.row > 0 ? "\(item.glossary):\(item.row)" : item.glossary
  }

  private var candidates: ReportTable {
    ReportTable(
      "In no glossary",
      [
        .init("count", isNumber: true), .init("French"), .init("English"), .init("kind"),
        .init("reason"), .init("place"), .init("context"),
      ],
      total.candidates.flatMap { item in
        item.contexts.enumerated().map { index, context in
          ReportTable.Row(
            [
              "\(item.count)", item.source, item.target, item.kind.rawValue, Self.reason(for: item),
              "\(context.path):\(context.line):\(context.column)", context.text,
            ], repeated: index == 0 ? 0 : 5)
        }
      })
  }

  /// Why the text is a candidate and where the suggested English comes from.
  static func reason(for item: Coverage.Item) -> String {
    switch item.reason {
    case .inferred(let rule) where rule.hasPrefix("romanize-"):
      "a name no row has, spelled by the rules for \(rule.dropFirst("romanize-".count))"
    case .inferred("family-row"): "a name no row has; the family name is that of another row"
    case .inferred: "a name no row has; kept as it is written"
    case .acronym: "an acronym no row has; English may have its own"
    case .portfolio where item.source == item.target: "the field of an office, in no row"
    case .portfolio: "the field of an office, in no row; drafted word by word"
    case .capitalized where item.source == item.target:
      "capitalized, in no row; kept as it is written"
    case .capitalized: "capitalized, in no row; drafted word by word"
    case nil: ""
    }
  }

  private var variations: ReportTable {
    ReportTable(
      "Two forms in the text",
      [.init("French"), .init("English"), .init("count", isNumber: true), .init("glossary")],
      total.variations.flatMap { variation in
        variation.items.enumerated().map { index, item in
          ReportTable.Row(
            [variation.source, item.target, "\(item.count)", Self.place(of: item)],
            repeated: index == 0 ? 0 : 1)
        }
      })
  }

  // MARK: - Rows

  private static func place(of row: RowUse.Row) -> String { "\(row.glossary):\(row.line)" }

  private var conflictRows: ReportTable {
    ReportTable(
      "Rows that conflict", [.init("French"), .init("English"), .init("glossary"), .init("use")],
      conflicts.flatMap { conflict in
        conflict.rows.enumerated().map { index, row in
          ReportTable.Row(
            [conflict.source, row.target, Self.place(of: row), index == 0 ? "in use" : "not used"],
            repeated: index == 0 ? 0 : 1)
        }
      })
  }

  private var unusedRows: ReportTable {
    ReportTable(
      "Rows never used", [.init("French"), .init("English"), .init("kind"), .init("glossary")],
      (showsUnused ? unused : []).map {
        .init([$0.source, $0.target, $0.kind.rawValue, Self.place(of: $0)])
      })
  }
}
