/// A place in a glossary file: line and byte column from 1.
package struct GlossaryPlace: Sendable, Hashable, CustomStringConvertible {
  package var file: String
  package var line: Int
  package var column: Int

  package init(_ file: String, line: Int, column: Int) {
    self.file = file
    self.line = line
    self.column = column
  }

  /// "terms.tsv:3:6".
  package var description: String { "\(file):\(line):\(column)" }
}

/// Why a glossary cannot be used. `message` words it with file, line, column and the next step.
package enum GlossaryError: Error, Sendable, Hashable {
  case missingColumn(String, file: String)
  case unknownColumn(String, GlossaryPlace)
  case empty(file: String)
  case cellCount(GlossaryPlace, found: Int, expected: Int)
  case emptyCell(column: String, GlossaryPlace)
  case unknownValue(String, column: String, allowed: [String], GlossaryPlace)
  case unevenSlashes(GlossaryPlace)
  case malformedGuard(String, GlossaryPlace)
  case unclosedQuote(GlossaryPlace)
  case invalidUTF8(GlossaryPlace)
  case control(GlossaryPlace)

  /// "FILE:LINE:COLUMN: error: what and what to do".
  package var message: String {
    switch self {
    case .missingColumn(let name, let file):
      "\(file):1:1: error: no '\(name)' column; the header row needs at least fr and en"
    case .unknownColumn(let name, let place) where name.contains(";"):
      "\(place): error: unknown column '\(name)'; separate cells by commas, not semicolons"
    case .unknownColumn(let name, let place):
      "\(place): error: unknown column '\(name)'; "
        + "the columns are \(GlossaryColumn.allCases.map(\.rawValue).joined(separator: " "))"
    case .empty(let file):
      "\(file):1:1: error: no header row; the first row names the columns, at least fr and en"
    case .cellCount(let place, let found, let expected):
      "\(place): error: \(found) cell\(found == 1 ? "" : "s") where the header has \(expected); "
        + "empty cells keep their separator"
    case .emptyCell(let column, let place):
      "\(place): error: the '\(column)' cell is empty; fill it or remove the row"
    case .unknownValue(let value, let column, let allowed, let place):
      "\(place): error: '\(value)' is no \(column); use \(allowed.joined(separator: ", "))"
    case .unevenSlashes(let place):
      "\(place): error: one slash alone; a family name stands between two: Vladimir /Poutine/"
    case .malformedGuard(let value, let place):
      "\(place): error: cannot read the guard '\(value)'; "
        + "write after:word,word or before: not-after: not-before: near: close:"
    case .unclosedQuote(let place):
      "\(place): error: a quoted cell is never closed; double the quotes inside it"
    case .invalidUTF8(let place):
      "\(place): error: not UTF-8; save the file as UTF-8"
    case .control(let place):
      "\(place): error: a control character; remove it, or save the file as UTF-8"
    }
  }
}

/// The columns of a glossary file; `fr` and `en` are required.
package enum GlossaryColumn: String, Sendable, CaseIterable {
  case concept, fr, en, gb, attr, also, kind, pos
  case frGrammar = "fr_gram"
  case enGrammar = "en_gram"
  case forms, link
  case caseRule = "case"
  case when, status, ref, note
}
