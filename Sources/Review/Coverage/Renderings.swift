package import Bitext

/// How a document has rendered its terms: one concept, one rendering, so that a second one is a doubt.
///
/// Each contradiction is told once, where it first shows. What the memory holds is bounded.
package struct Renderings: Sendable {
  private struct Rendering {
    var target: String
    var concept: String
    var isTold = false
  }

  static let limit = 20_000
  private var known: [UInt64: Rendering] = [:]

  package init() {}

  /// Notes the terms of a paragraph and gives the doubts about them.
  package mutating func doubts(
    about matches: [TermMatch], text: [UInt8], table: TokenTable, rows: RowConflicts
  ) -> [Draft.Doubt] {
    var doubts: [Draft.Doubt] = []
    // The plural of a family name is no other rendering.
    for match in matches where !match.isComputed && match.rule != "family" {
      for term in match.terms where term.kind != .nationality && !term.tokens.isEmpty {
        if let doubt = doubt(about: term, text, table, rows) { doubts.append(doubt) }
      }
    }
    return doubts
  }

  private mutating func doubt(
    about term: TermPart, _ text: [UInt8], _ table: TokenTable, _ rows: RowConflicts
  ) -> Draft.Doubt? {
    var key = UInt64(term.kind.place)
    for token in term.tokens { key = (key ^ table.folded[token]) &* 0x9E37_79B9_7F4A_7C15 }
    let source = { String(decoding: text[table.bounds(term.tokens).range], as: UTF8.self) }
    guard let before = known[key] else {
      guard known.count < Self.limit else { return nil }
      known[key] = Rendering(target: term.target, concept: term.concept)
      guard term.origin == .curated,
        let conflict = rows.conflict(over: source(), kind: term.kind)
      else { return nil }
      return doubt(conflict, term.tokens)
    }
    guard !before.isTold, before.target != term.target, Coverage.differ(before.target, term.target)
    else { return nil }
    known[key]?.isTold = true
    return Draft.Doubt(
      rule: "conflict",
      message: "“\(source())” is “\(term.target)” here and was “\(before.target)” before",
      tokens: term.tokens, severity: before.concept == term.concept ? .warning : .note)
  }

  /// What the user's own rows override is only noted.
  private func doubt(_ conflict: RowConflicts.Conflict, _ tokens: Range<Int>) -> Draft.Doubt {
    let others = conflict.rows.dropFirst().map {
      "\($0.glossary):\($0.line) has “\($0.target)”"
    }
    let used = conflict.rows[0]
    return Draft.Doubt(
      rule: "conflict",
      message: "“\(conflict.source)” is “\(used.target)” by \(used.glossary):\(used.line); "
        + others.joined(separator: ", "),
      tokens: tokens, severity: conflict.isOpen ? .warning : .note)
  }
}
