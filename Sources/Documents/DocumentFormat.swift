/// A format that bilingual documents are written in; the raw value is its name on the command line.
package enum DocumentFormat: String, Sendable, Hashable, CaseIterable {
  case columns, text, markdown, html, json, xliff, xliff2, tmx, tsv, csv

  /// The format that a file name's extension asks for: "entretien.md" is Markdown.
  package init?(path: String) {
    guard let dot = path.lastIndex(of: "."), !path[dot...].contains("/") else { return nil }
    let name = path[path.index(after: dot)...].lowercased()
    guard let format = Self.allCases.first(where: { $0.extensions.contains(name) }) else {
      return nil
    }
    self = format
  }

  /// The extensions of its files, the usual one first.
  package var extensions: [String] {
    switch self {
    case .columns: []
    case .text: ["txt", "text"]
    case .markdown: ["md", "markdown"]
    case .html: ["html", "htm"]
    case .json: ["json"]
    case .xliff: ["xlf", "xliff"]
    case .xliff2: ["xlf2"]
    case .tmx: ["tmx"]
    case .tsv: ["tsv"]
    case .csv: ["csv"]
    }
  }
}

/// How bilingual Markdown and HTML lay out the two languages.
package enum DocumentLayout: String, Sendable, Hashable, CaseIterable {
  /// A row for each sentence, a column for each language.
  case table
  /// A paragraph in French, then in English.
  case stacked
  /// A sentence in French, then in English.
  case interleaved
}

/// Which languages bilingual Markdown holds.
package enum DocumentSide: String, Sendable, Hashable, CaseIterable {
  case target, source, both
}
