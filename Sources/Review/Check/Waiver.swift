internal import French

/// Findings that someone has looked at and lets stand, with a reason.
///
/// A finding is silenced if it agrees with all that the waiver names: its verdict, its term (as the source writes
/// it, or its English, in any case and with or without accents), its file (`*` stands for any characters but "/",
/// `**` for any).
package struct Waiver: Sendable, Hashable {
  package var verdict: Verdict?
  /// Nil for any term.
  package var term: String?
  /// Nil for any file.
  package var file: String?
  package var reason: String
  /// Where it is written: "job.xlf:12", for the message that it is stale.
  package var origin: String

  package init(
    verdict: Verdict? = nil, term: String? = nil, file: String? = nil, reason: String,
    origin: String
  ) {
    self.verdict = verdict
    self.term = term
    self.file = file
    self.reason = reason
    self.origin = origin
  }

  /// The word that starts a waiver in a comment or note.
  package static let keyword = "visavis-ignore"

  /// The waiver of a comment, "visavis-ignore wrong-number 31: the agency corrected it"; nil if it is none.
  ///
  /// After the word a verdict, a term or both; `*` is any term. What follows the last ": " is the reason.
  package init?(comment: String, origin: String) {
    guard let start = comment.firstRange(of: Self.keyword) else { return nil }
    let rest = String(comment[start.upperBound...])
    let colon = rest.ranges(of: ":").last { range in
      range.upperBound == rest.endIndex || rest[range.upperBound] == " "
    }
    let subject = Self.trimmed(String(rest[..<(colon?.lowerBound ?? rest.endIndex)]))
    let reason = colon.map { Self.trimmed(String(rest[$0.upperBound...])) } ?? ""
    let first = subject.split(separator: " ").first.map(String.init) ?? ""
    self.init(reason: reason, origin: origin)
    verdict = Verdict(rawValue: first)
    let term = verdict == nil ? subject : Self.trimmed(String(subject.dropFirst(first.count)))
    self.term = term.isEmpty || term == "*" ? nil : term
    if verdict == nil, self.term == nil, term != "*" { return nil }
  }

  private static func trimmed(_ text: String) -> String {
    let isSpace = { (character: Character) in character.isWhitespace }
    guard let first = text.firstIndex(where: { !isSpace($0) }),
      let last = text.lastIndex(where: { !isSpace($0) })
    else { return "" }
    return String(text[first...last])
  }

  /// Whether it silences `finding` in the file at `path`.
  package func covers(_ finding: CheckFinding, in path: String) -> Bool {
    if let verdict, verdict != finding.verdict { return false }
    if let file, !Self.matches(file, path) { return false }
    guard let term else { return true }
    let wanted = Folding.fold(term)
    return [finding.source, finding.expected, finding.found ?? ""].contains {
      Folding.fold($0) == wanted
    }
  }

  /// Whether the pattern is the path or its end after a "/".
  static func matches(_ pattern: String, _ path: String) -> Bool {
    let pattern = Array(pattern.utf8)
    let path = Array(path.utf8)
    if glob(pattern[...], path[...]) { return true }
    return path.indices.contains { path[$0] == 0x2F && glob(pattern[...], path[($0 + 1)...]) }
  }

  private static func glob(_ pattern: ArraySlice<UInt8>, _ text: ArraySlice<UInt8>) -> Bool {
    guard let first = pattern.first else { return text.isEmpty }
    guard first == UInt8(ascii: "*") else {
      guard let byte = text.first, byte == first || first == UInt8(ascii: "?") && byte != 0x2F
      else { return false }
      return glob(pattern.dropFirst(), text.dropFirst())
    }
    let isDeep = pattern.dropFirst().first == UInt8(ascii: "*")
    let rest = pattern.dropFirst(isDeep ? 2 : 1)
    var position = text.startIndex
    while true {
      if glob(rest, text[position...]) { return true }
      guard position < text.endIndex, isDeep || text[position] != 0x2F else { return false }
      position += 1
    }
  }
}

/// The waivers of a run, and which of them were needed.
package struct WaiverList: Sendable {
  private var waivers: [Waiver] = []
  private var isUsed: [Bool] = []

  package init(_ waivers: [Waiver] = []) { for waiver in waivers { add(waiver) } }

  package mutating func add(_ waiver: Waiver) {
    waivers.append(waiver)
    isUsed.append(false)
  }

  /// The reason to let `finding` stand, if there is one. A waiver without a reason silences nothing.
  package mutating func reason(for finding: CheckFinding, in path: String) -> String? {
    guard finding.severity > .info else { return nil }
    for (index, waiver) in waivers.enumerated()
    where !waiver.reason.isEmpty && waiver.covers(finding, in: path) {
      isUsed[index] = true
      return waiver.reason
    }
    return nil
  }

  /// Waivers that silenced nothing.
  package var stale: [Waiver] { waivers.indices.filter { !isUsed[$0] }.map { waivers[$0] } }
}
