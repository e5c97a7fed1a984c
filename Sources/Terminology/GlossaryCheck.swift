package import Bitext
internal import ICU

/// What is wrong or doubtful in a glossary that can be read: duplicates, conflicts, text not in NFC.
package struct GlossaryCheck: Sendable {
  /// A doubt about one row.
  package struct Issue: Sendable, Hashable {
    package var file: String
    package var line: Int
    package var severity: Finding.Severity
    package var message: String

    /// "FILE:LINE:1: warning: …".
    package var text: String { "\(file):\(line):1: \(severity.rawValue): \(message)" }
  }

  private struct Key: Hashable {
    var source: String
    var kind: TermKind
    var guards: [TermGuard]
    /// Each English that is forbidden has a row of its own beside the one that is right.
    var forbidden: String?
  }

  package init() {}

  /// The issues of `glossaries`, row by row. Rows of different files may repeat one another: the later one wins.
  package func issues(in glossaries: [Glossary]) throws -> [Issue] {
    let normalizer = UnicodeNormalizer()
    var issues: [Issue] = []
    for glossary in glossaries {
      var seen: [Key: GlossaryTerm] = [:]
      for term in glossary.terms {
        func note(_ severity: Finding.Severity, _ message: String) {
          issues.append(
            Issue(file: glossary.name, line: term.line, severity: severity, message: message))
        }
        for text in [term.source, term.target] {
          if try !normalizer.isNormalized(Array(text.utf8)) {
            note(.error, "'\(text)' is not in NFC; save the file with composed accents")
          }
          if text.hasPrefix(" ") || text.hasSuffix(" ") || text.contains("  ") {
            note(.error, "'\(text)' has space at its edge or twice; remove it")
          }
        }
        if term.source.utf8.contains(0xE2), term.source.contains("’") {
          note(.error, "'\(term.source)' has a curly apostrophe; write it straight")
        }
        let key = Key(
          source: term.source, kind: term.kind, guards: term.guards,
          forbidden: term.status == .forbidden ? term.target : nil)
        if let other = seen[key] {
          if other.target == term.target {
            note(.warning, "the row repeats line \(other.line); remove one")
          } else {
            note(
              .warning,
              "'\(term.source)' is '\(other.target)' in line \(other.line); "
                + "give one a guard (when) or remove it")
          }
        } else {
          seen[key] = term
        }
      }
    }
    return issues
  }
}
