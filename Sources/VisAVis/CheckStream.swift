internal import Bitext
internal import Documents
internal import French
internal import Review
internal import Terminology

/// Pairs of one document on their way through the check, one held back so that its neighbours are known.
struct CheckStream {
  typealias Report = CheckRun.Report

  let source: String
  let target: String
  let pipeline: Pipeline
  let matcher: TermMatcher
  var check: TranslationCheck
  private var state = DocumentState()
  private var held: BilingualPair?
  private var before = ""

  init(
    source: String, target: String, pipeline: Pipeline, matcher: TermMatcher,
    check: TranslationCheck
  ) {
    self.source = source
    self.target = target
    self.pipeline = pipeline
    self.matcher = matcher
    self.check = check
  }

  /// Takes the next pair; the one before it is checked.
  mutating func add(
    _ pair: BilingualPair, _ waivers: inout WaiverList, _ own: inout WaiverList,
    _ summary: inout CheckRun.Summary, _ body: (Report) throws -> Void
  ) throws {
    if let held { try check(held, after: pair.target, &waivers, &own, &summary, body) }
    held = pair
  }

  /// Checks the last pair.
  mutating func finish(
    _ waivers: inout WaiverList, _ own: inout WaiverList, _ summary: inout CheckRun.Summary,
    _ body: (Report) throws -> Void
  ) throws {
    if let held { try check(held, after: "", &waivers, &own, &summary, body) }
    held = nil
  }

  private mutating func check(
    _ pair: BilingualPair, after: String, _ waivers: inout WaiverList, _ own: inout WaiverList,
    _ summary: inout CheckRun.Summary, _ body: (Report) throws -> Void
  ) throws {
    let paragraph = SourceParagraph(text: Array(pair.source.utf8), line: pair.line)
    let analysis = pipeline.analyze(paragraph, state: &state)
    let analysed = TranslationCheck.Source(
      text: analysis.text, table: analysis.table, matches: analysis.matches,
      hits: matcher.hits(
        in: analysis.table, of: analysis.text.bytes, nearby: state.discourse))
    let findings = check.findings(
      of: analysed, target: pair.target, neighbours: [before, after], line: pair.line)
    before = pair.target
    summary.segments += 1
    summary.words += analysis.table.flags.count { $0.contains(.word) || $0.contains(.number) }
    var notes = WaiverList()
    for note in pair.notes {
      let origin = "\(target):\(pair.line)"
      if let waiver = Waiver(comment: note, origin: origin) { notes.add(waiver) }
    }
    for var finding in findings {
      if let reason = notes.reason(for: finding, in: target)
        ?? own.reason(for: finding, in: target) ?? waivers.reason(for: finding, in: target)
      {
        finding.waiver = reason
        summary.waived += 1
      } else {
        summary.counts[finding.verdict, default: 0] += 1
      }
      try body(report(finding, pair))
    }
    for waiver in notes.stale { try body(Self.stale(waiver, target, line: pair.line)) }
  }

  private func report(_ finding: CheckFinding, _ pair: BilingualPair) -> Report {
    let sourcePlace = place(
      pair.sourcePlace, pair.line, source, pair.source, finding.sourceRange)
    let isExact = finding.targetRange != nil && pair.targetPlace?.isVerbatim ?? false
    let targetPlace = pair.targetPlace.map {
      place($0, pair.line, target, pair.target, finding.targetRange ?? 0..<0)
    }
    return Report(
      finding: finding, segment: pair.id, source: sourcePlace, target: targetPlace,
      isExact: isExact)
  }

  private func place(
    _ start: PairPlace?, _ line: Int, _ path: String, _ text: String, _ range: Range<Int>
  ) -> CheckRun.Place {
    guard let start else { return CheckRun.Place(path, line: line) }
    guard start.isVerbatim else {
      return CheckRun.Place(
        path: path, line: start.line, column: start.column, endColumn: start.column,
        characterColumn: start.characterColumn, characterEndColumn: start.characterColumn)
    }
    var place = TextPlace(line: start.line, column: start.column)
    place.advance(over: text.utf8.prefix(range.lowerBound))
    func characters(_ bytes: some Sequence<UInt8>) -> Int { bytes.count { $0 & 0xC0 != 0x80 } }
    let before =
      place.line == start.line
      ? start.characterColumn + characters(text.utf8.prefix(range.lowerBound))
      : characters(text.utf8.prefix(range.lowerBound).suffix(place.column - 1)) + 1
    let inside = characters(text.utf8.dropFirst(range.lowerBound).prefix(range.count))
    return CheckRun.Place(
      path: path, line: place.line, column: place.column, endColumn: place.column + range.count,
      characterColumn: before, characterEndColumn: before + inside)
  }

  /// The warning that `waiver` silences nothing, or says no reason.
  static func stale(_ waiver: Waiver, _ path: String, line: Int) -> Report {
    let subject = [waiver.verdict?.rawValue, waiver.term].compactMap(\.self).joined(separator: " ")
    let why =
      waiver.reason.isEmpty
      ? "gives no reason, so that it silences nothing: write “: ” and why"
      : "silences nothing any more; remove it"
    // "FILE:LINE" where it is known.
    let parts = waiver.origin.split(separator: ":")
    let number = parts.count > 1 ? parts.last.flatMap { Int($0) } : nil
    let file = number == nil ? waiver.origin : parts.dropLast().joined(separator: ":")
    let finding = CheckFinding(
      verdict: .waiver, severity: .warning, kind: nil, source: subject, expected: "",
      message: "the waiver of “\(subject)” \(why)", sourceRange: 0..<0)
    let place = CheckRun.Place(file.isEmpty ? path : file, line: number ?? line)
    return Report(finding: finding, segment: "", source: place, target: nil, isExact: false)
  }
}

extension CheckRun.Place {
  /// The start of a line.
  init(_ path: String, line: Int) {
    self.init(
      path: path, line: line, column: 1, endColumn: 1, characterColumn: 1, characterEndColumn: 1)
  }
}
