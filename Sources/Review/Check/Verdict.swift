package import Bitext

/// What the check says of a term, number or date of the source.
package enum Verdict: String, Sendable, Hashable, CaseIterable {
  case ok
  /// Another form than the glossary prefers: admitted, short, British, or spelt a little differently.
  case variant
  /// Nothing in the translation stands for it.
  case missing
  /// A row forbids or deprecates the form that is there.
  case forbidden
  /// The document has another form elsewhere.
  case inconsistent
  /// The French form stands in the English, or there is no English at all.
  case untranslated
  case wrongNumber = "wrong-number"
  case wrongDate = "wrong-date"
  /// No finding of the text: a waiver that silences nothing.
  case waiver
}

/// How much a finding matters; `ok` is none.
package enum CheckSeverity: String, Sendable, Hashable, CaseIterable, Comparable {
  case ok, info, warning, error

  package static func < (a: CheckSeverity, b: CheckSeverity) -> Bool {
    (allCases.firstIndex(of: a) ?? 0) < (allCases.firstIndex(of: b) ?? 0)
  }
}

/// One occurrence of a term, number or date in the source, and what the translation makes of it.
package struct CheckFinding: Sendable, Hashable {
  package var verdict: Verdict
  package var severity: CheckSeverity
  /// Nil for a whole sentence.
  package var kind: TermKind?
  /// As the source writes it.
  package var source: String
  /// The English that was looked for, the preferred form first.
  package var expected: String
  /// What stands there, if anything does.
  package var found: String?
  /// What to write instead of `found`.
  package var fix: String?
  package var concept: String
  package var glossary: String
  /// In words.
  package var message: String
  /// UTF-8 offsets in the segment's source and target.
  package var sourceRange: Range<Int>
  package var targetRange: Range<Int>?
  /// The reason of the waiver that silences it.
  package var waiver: String?

  package init(
    verdict: Verdict, severity: CheckSeverity, kind: TermKind?, source: String, expected: String,
    found: String? = nil, fix: String? = nil, concept: String = "", glossary: String = "",
    message: String = "", sourceRange: Range<Int>, targetRange: Range<Int>? = nil
  ) {
    self.verdict = verdict
    self.severity = severity
    self.kind = kind
    self.source = source
    self.expected = expected
    self.found = found
    self.fix = fix
    self.concept = concept
    self.glossary = glossary
    self.message = message
    self.sourceRange = sourceRange
    self.targetRange = targetRange
  }
}
