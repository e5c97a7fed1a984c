/// Why a glossary cannot be used. `message` words it with file, line and the next step.
package enum GlossaryError: Error, Sendable, Hashable {
  case missingColumn(String, file: String)
  case unknownColumn(String, file: String, column: Int)
  case empty(file: String)
  case cellCount(file: String, line: Int, found: Int, expected: Int)
  case emptyCell(column: String, file: String, line: Int)
  case unknownValue(String, column: String, allowed: [String], file: String, line: Int)
  case unevenSlashes(file: String, line: Int)
  case malformedGuard(String, file: String, line: Int)
  case unclosedQuote(file: String, line: Int)
  case invalidUTF8(file: String, line: Int, column: Int)

  /// "FILE:LINE:COLUMN: error: what and what to do".
  package var message: String {
    switch self {
    case .missingColumn(let name, let file):
      "\(file):1:1: error: no '\(name)' column; the header row needs at least fr and en"
    case .unknownColumn(let name, let file, let column) where name.contains(";"):
      "\(file):1:\(column): error: unknown column '\(name)'; separate cells by commas, not semicolons"
    case .unknownColumn(let name, let file, let column):
      "\(file):1:\(column): error: unknown column '\(name)'; "
        + "the columns are \(GlossaryColumn.allCases.map(\.rawValue).joined(separator: " "))"
    case .empty(let file):
      "\(file):1:1: error: no header row; the first row names the columns, at least fr and en"
    case .cellCount(let file, let line, let found, let expected):
      "\(file):\(line):1: error: \(found) cells where the header has \(expected); "
        + "empty cells keep their separator"
    case .emptyCell(let column, let file, let line):
      "\(file):\(line):1: error: the '\(column)' cell is empty; fill it or remove the row"
    case .unknownValue(let value, let column, let allowed, let file, let line):
      "\(file):\(line):1: error: '\(value)' is no \(column); "
        + "use \(allowed.joined(separator: ", "))"
    case .unevenSlashes(let file, let line):
      "\(file):\(line):1: error: one slash alone; a family name stands between two: Vladimir /Poutine/"
    case .malformedGuard(let value, let file, let line):
      "\(file):\(line):1: error: cannot read the guard '\(value)'; "
        + "write after:word,word or before: not-after: not-before: near:"
    case .unclosedQuote(let file, let line):
      "\(file):\(line):1: error: a quoted cell is never closed; double the quotes inside it"
    case .invalidUTF8(let file, let line, let column):
      "\(file):\(line):\(column): error: not UTF-8; save the file as UTF-8"
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
