package import Bitext
internal import French

/// A term found in a paragraph: one of possibly several at the same place.
package struct TermHit: Sendable, Hashable {
  @usableFromInline var place: TokenRange
  @usableFromInline var glossaryIndex: Int32
  @usableFromInline var termIndex: Int32
  package var kind: TermKind
  package var status: TermStatus
  package var isFamilyName: Bool
  /// The headword as its row has it, no form derived from it.
  package var isHeadword: Bool
  /// Gender and number of the form that matched.
  package var morphology: Morphology
  /// How many guards of its row ask for a word that is there: the more, the better the choice.
  package var evidence: Int32

  @inlinable package var tokens: Range<Int> { place.range }
  /// Index of the glossary in the matcher; a lower one has precedence.
  @inlinable package var glossary: Int { Int(glossaryIndex) }
  /// Index of the term in its glossary.
  @inlinable package var term: Int { Int(termIndex) }

  init(_ form: TermTrie.Form, glossary: Int, tokens: Range<Int>, evidence: Int) {
    place = TokenRange(tokens)
    glossaryIndex = Int32(truncatingIfNeeded: glossary)
    termIndex = Int32(truncatingIfNeeded: form.term)
    kind = form.kind
    status = form.status
    isFamilyName = form.isFamilyName
    isHeadword = form.isHeadword
    morphology = form.morphology
    self.evidence = Int32(truncatingIfNeeded: evidence)
  }
}

/// What a document has said so far, for the guards that ask for a word nearby.
package protocol NearbyWords {
  func mentions(_ folded: UInt64) -> Bool
}

/// Finds the terms of compiled glossaries in a token table.
///
/// At each token the trie is walked as far as it goes, so that hits overlap; `NameRecognizer` chooses.
/// Hits come by start; those of one start longest first, then by glossary, rows with a satisfied guard first,
/// headwords before inflected forms, then by row.
package struct TermMatcher: Sendable {
  package let glossaries: [CompiledGlossary]
  /// Those of `glossaries`, which keeps them alive.
  private let tries: [TermTrie]

  /// `glossaries` in order of precedence.
  package init(_ glossaries: [CompiledGlossary]) {
    self.glossaries = glossaries
    tries = glossaries.map(\.trie)
  }

  /// Calls `body` with the folded hashes of the words that guards ask the document for, and of few others.
  package func forEachAskedWord(of tokens: TokenTable, _ body: (UInt64) -> Void) {
    for index in tokens.indices where tokens.flags[index].contains(.word) {
      let word = tokens.folded[index]
      if tries.contains(where: { $0.askedWords.mayContain(word) }) { body(word) }
    }
  }

  /// The hits of `tokens`, cut from `text`, that satisfy case, accents and guards.
  package func hits(in tokens: TokenTable, of text: [UInt8], nearby: some NearbyWords) -> [TermHit]
  {
    var hits: [TermHit] = []
    withUnsafeTemporaryAllocation(of: Start.self, capacity: tokens.count * tries.count) { starts in
      let count = findStarts(of: tokens, in: starts)
      var first = 0
      for index in 0..<count {
        walk(starts[index], tokens, text, nearby, into: &hits)
        guard index + 1 == count || starts[index + 1].token != starts[index].token else { continue }
        if hits.count - first > 1 { hits[first...].sort(by: Self.comesFirst) }
        first = hits.count
      }
    }
    return hits
  }

  private static func comesFirst(_ a: TermHit, _ b: TermHit) -> Bool {
    if a.tokens.count != b.tokens.count { return a.tokens.count > b.tokens.count }
    if a.glossary != b.glossary { return a.glossary < b.glossary }
    if a.evidence != b.evidence { return a.evidence > b.evidence }
    if a.isHeadword != b.isHeadword { return a.isHeadword }
    return a.term < b.term
  }

  /// Where forms may start.
  private struct Start: BitwiseCopyable {
    var token: Int
    var glossary: Int
    var reach: TermTrie.Reach
    /// That of the first token.
    var node: UInt32 = 0
  }

  /// Writes the places where forms of a glossary may start into `starts`, in order, and returns their count.
  ///
  /// All are found before any is walked from: lookups that wait for nothing but memory can wait together.
  private func findStarts(
    of tokens: TokenTable, in starts: UnsafeMutableBufferPointer<Start>
  ) -> Int {
    var count = 0
    for token in tokens.indices where !tokens.flags[token].contains(.opaque) {
      for glossary in tries.indices {
        let reach = tries[glossary].reach(at: token, of: tokens)
        guard reach.longest > 0 else { continue }
        starts.initializeElement(
          at: count, to: Start(token: token, glossary: glossary, reach: reach))
        count += 1
      }
    }
    var found = 0
    for index in 0..<count {
      var start = starts[index]
      start.node = tries[start.glossary].child(0, tokens.folded[start.token]) ?? 0
      starts[found] = start
      found += start.node == 0 ? 0 : 1
    }
    return found
  }

  /// The hits from `begin` on, of as many tokens as its reach says.
  private func walk(
    _ begin: Start, _ tokens: TokenTable, _ text: [UInt8], _ nearby: some NearbyWords,
    into hits: inout [TermHit]
  ) {
    let glossary = tries[begin.glossary]
    let start = begin.token
    var node = begin.node
    var end = start + 1
    while true {
      if end - start >= begin.reach.shortest {
        for form in glossary.forms(at: node) where agrees(form, tokens, text, start) {
          var evidence: Int? = 0
          if form.isGuarded {
            evidence = self.evidence(
              glossary, form.term, tokens, start..<end, nearby,
              isTitle: form.kind == .work && form.caseRule != .exact
                && isQuoted(start..<end, tokens, text))
          }
          guard let evidence else { continue }
          hits.append(
            TermHit(form, glossary: begin.glossary, tokens: start..<end, evidence: evidence))
        }
      }
      guard end < tokens.count, end - start < begin.reach.longest,
        !tokens.flags[end].contains(.opaque),
        let next = glossary.child(node, tokens.folded[end])
      else { return }
      node = next
      end += 1
    }
  }

  /// Case and accents: an accent may be lost on a capital, and wherever all is in capitals.
  private func agrees(
    _ form: TermTrie.Form, _ tokens: TokenTable, _ text: [UInt8], _ start: Int
  ) -> Bool {
    let rule = form.caseRule
    var missing = 0
    for offset in 0..<form.count {
      let flags = tokens.flags[start + offset]
      let isCapital = flags.contains(.capitalized)
      let wantsCapital = form.capitals & (1 << UInt32(offset)) != 0
      let wantsAcronym = form.acronyms & (1 << UInt32(offset)) != 0
      if !flags.contains(.shouted) {
        if wantsAcronym, rule != .any, !flags.contains(.allCapitals),
          !isCapital || tokens.end[start + offset] - tokens.start[start + offset] < 4
        {
          return false
        }
        if rule == .name, wantsCapital, !isCapital, flags.isDisjoint(with: [.number, .contracted]) {
          missing += 1
          guard TermTrie.mayLack(missing, form, first: tokens.exact[start]),
            !TermTrie.articles.contains(tokens.exact[start + offset])
          else { return false }
        }
        if rule == .exact, wantsCapital != isCapital, !flags.contains(.sentenceStart) {
          return false
        }
      }
      if !form.token(offset, is: tokens.exact[start + offset]) {
        if flags.contains(.shouted) { continue }
        // Accents may be lost, not gained: "Bâle" is no Bale. A full name may have its own: "Tayyip Erdoğan".
        let isBare = tokens.exact[start + offset] == tokens.folded[start + offset]
        let isFullName = form.count > 1 && form.kind == .person
        // «le FES» is an acronym, not Fès.
        if form.count == 1, flags.contains(.allCapitals), !flags.contains(.sentenceStart),
          tokens.end[start] - tokens.start[start] < 5
        {
          return false
        }
        guard
          isCapital && (isBare || isFullName)
            || lacksFirstAccent(
              text, Int(tokens.start[start + offset])..<Int(tokens.end[start + offset]),
              { form.token(offset, is: $0) })
        else { return false }
      }
    }
    return true
  }

  /// The capitals that French wrote without their accents before Unicode, and those they stand for.
  private static let accented: [UInt8: [String]] = [
    UInt8(ascii: "A"): ["à", "â"], UInt8(ascii: "C"): ["ç"],
    UInt8(ascii: "E"): ["é", "è", "ê", "ë"], UInt8(ascii: "I"): ["î", "ï"],
    UInt8(ascii: "O"): ["ô", "ö"], UInt8(ascii: "U"): ["û", "ü"],
  ]

  /// «Ezéchiel»: the word in `range` lacks the accent of its capital and has the others of the form, whose exact
  /// hash `isForm` knows.
  private func lacksFirstAccent(
    _ text: [UInt8], _ range: Range<Int>, _ isForm: (UInt64) -> Bool
  ) -> Bool {
    guard !range.isEmpty, text.indices.contains(range.lowerBound), text.count >= range.upperBound,
      let letters = Self.accented[text[range.lowerBound]]
    else { return false }
    let rest = String(decoding: text[range.dropFirst()], as: UTF8.self)
    return letters.contains { isForm(Folding.exactHash($0 + rest)) }
  }

  private static let sentenceStart = Folding.foldedHash(TermGuard.start)

  /// The number of guards that ask for a word and find it; nil if a guard is not satisfied.
  private func evidence(
    _ glossary: TermTrie, _ term: Int, _ tokens: TokenTable, _ range: Range<Int>,
    _ nearby: some NearbyWords, isTitle: Bool
  ) -> Int? {
    let words = glossary.guards(term)
    var evidence = 0
    var index = words.lowerBound
    while index < words.upperBound {
      let head = glossary.guardWord(index)
      let relation = TermGuard.Relation.allCases[Int(head >> 32)]
      let list = index + 1..<index + 1 + Int(head & 0xFFFF_FFFF)
      index = list.upperBound
      func contains(_ neighbour: Int) -> Bool {
        guard tokens.indices.contains(neighbour) else { return false }
        return list.contains { glossary.guardWord($0) == tokens.folded[neighbour] }
      }
      switch relation {
      case .after:
        let opens =
          tokens.flags[range.lowerBound].contains(.sentenceStart)
          && list.contains { glossary.guardWord($0) == Self.sentenceStart }
        guard opens || containsBefore(tokens, range.lowerBound, contains) else { return nil }
        evidence += 1
      case .before:
        guard contains(range.upperBound) else { return nil }
        evidence += 1
      case .notAfter: if containsBefore(tokens, range.lowerBound, contains) { return nil }
      case .notBefore: if contains(range.upperBound) { return nil }
      case .near:
        if list.contains(where: { nearby.mentions(glossary.guardWord($0)) }) {
          evidence += 2
        } else if isTitle {
          evidence += 1
        } else {
          return nil
        }
      case .close:
        let reach = range.lowerBound - TermGuard.reach..<range.upperBound + TermGuard.reach
        guard reach.contains(where: { !range.contains($0) && contains($0) }) else { return nil }
        evidence += 2
      }
    }
    return evidence
  }

  /// «« Le Dernier Métro »»: several words, nothing more, in quotation marks, which a title of a work is.
  private func isQuoted(_ range: Range<Int>, _ tokens: TokenTable, _ text: [UInt8]) -> Bool {
    guard range.count > 1, range.lowerBound > 0, range.upperBound < tokens.count else {
      return false
    }
    func isMark(_ token: Int, _ marks: StaticString...) -> Bool {
      let bytes = text[Int(tokens.start[token])..<Int(tokens.end[token])]
      return marks.contains { mark in
        bytes.elementsEqual(
          UnsafeBufferPointer(start: mark.utf8Start, count: mark.utf8CodeUnitCount))
      }
    }
    return isMark(range.lowerBound - 1, "«", "“", "\"") && isMark(range.upperBound, "»", "”", "\"")
  }

  /// The word before `start`, looking through a contracted article: "au" stands before "Mans".
  private func containsBefore(
    _ tokens: TokenTable, _ start: Int, _ contains: (Int) -> Bool
  ) -> Bool {
    if contains(start - 1) { return true }
    return start >= 2 && tokens.flags[start - 1].contains(.contracted) && contains(start - 2)
  }
}

/// A term of a compiled glossary, read field by field.
package struct MatchedTerm: Sendable {
  package let glossary: CompiledGlossary
  package let index: Int

  package init(glossary: CompiledGlossary, index: Int) {
    self.glossary = glossary
    self.index = index
  }

  package var kind: TermKind { glossary.kind(index) }
  package var status: TermStatus { glossary.status(index) }
  package var origin: TermOrigin { glossary.origin(index) }
  package var flags: TermRecordFlags { glossary.flags(index) }
  package var morphology: Morphology { glossary.morphology(index) }
  package var line: Int { glossary.line(index) }
  package var concept: String { glossary.string(index, .concept) }
  /// Whether its concept, its English or the family name in it is `text`: compared where it is stored.
  package func hasConcept(_ text: String) -> Bool { equals(.concept, text.utf8) }
  package func hasTarget(_ text: String) -> Bool { equals(.target, text.utf8) }
  package func hasTargetFamily(_ text: String) -> Bool { equals(.targetFamily, text.utf8) }
  package var source: String { glossary.string(index, .source) }
  package var sourceFamily: String { glossary.string(index, .sourceFamily) }
  package var target: String { glossary.string(index, .target) }
  package var targetFamily: String { glossary.string(index, .targetFamily) }
  package var link: String { glossary.string(index, .link) }
  /// The ISO code of the country that the row links to.
  package var country: String? {
    let link = glossary.bytes(index, .link)
    let prefix: StaticString = "country."
    let start = prefix.utf8CodeUnitCount
    guard link.starts(with: UnsafeBufferPointer(start: prefix.utf8Start, count: start)) else {
      return nil
    }
    return String(decoding: UnsafeRawBufferPointer(rebasing: link[start...]), as: UTF8.self)
  }
  package var glossaryName: String { glossary.fileName(index) }
  package var note: String { glossary.string(index, .note) }
  package var also: [String] {
    glossary.string(index, .also).split(separator: "|").map(String.init)
  }
  package var british: String? { optional(.british) }
  package var attributive: String? { optional(.attributive) }
  package var noun: String? { optional(.noun) }
  package var plural: String? { optional(.plural) }

  package func hasSourceFamily(_ text: ArraySlice<UInt8>) -> Bool { equals(.sourceFamily, text) }

  private func equals(
    _ field: CompiledGlossary.Field, _ text: some Collection<UInt8>
  ) -> Bool {
    glossary.bytes(index, field).elementsEqual(text)
  }

  private func optional(_ field: CompiledGlossary.Field) -> String? {
    glossary.hasString(index, field) ? glossary.string(index, field) : nil
  }
}
