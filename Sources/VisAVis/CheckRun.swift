internal import Bitext
internal import Documents
package import Review
internal import Terminology

/// Checks translations against their sources, segment by segment.
package struct CheckRun: Sendable {
  /// A finding and where it stands; lines and columns count from 1, columns in UTF-8 bytes.
  package struct Report: Sendable {
    package var finding: CheckFinding
    package var segment: String
    package var source: Place
    package var target: Place?
    /// Its place in the file, where the fix may be put in.
    package var isExact: Bool

    /// What stands in the file, and where to put the fix in: the target, if it is told.
    package var place: Place { target ?? source }
  }

  package struct Place: Sendable, Hashable {
    package var path: String
    package var line: Int
    package var column: Int
    package var endColumn: Int
    /// The same in Unicode code points.
    package var characterColumn: Int
    package var characterEndColumn: Int
  }

  package struct Summary: Sendable {
    package var segments = 0
    package var words = 0
    package var counts: [Verdict: Int] = [:]
    package var waived = 0
    package var notices: [String] = []
  }

  package var reading = TextReading()
  /// Waivers from elsewhere than the files themselves.
  package var waivers: [Waiver] = []
  private let pipeline: Pipeline
  private let matcher: TermMatcher
  private let index: FormIndex

  package init(_ pipeline: Pipeline) {
    self.pipeline = pipeline
    matcher = TermMatcher(pipeline.resources.glossaries)
    index = FormIndex(pipeline.resources.glossaries)
  }

  // MARK: - Inputs

  /// Checks the bilingual files at `paths`; `body` takes each finding, `ok` ones and waived ones included.
  ///
  /// Throws `ReadingError`, or what `body` throws.
  package func run(
    files paths: [String], _ body: (Report) throws -> Void
  ) throws -> Summary {
    var summary = Summary()
    var waivers = WaiverList(self.waivers)
    for path in paths {
      guard let format = BilingualFormat(path: path) else {
        throw ReadingError.malformed(
          path: path, line: 1, column: 1,
          reason: "no bilingual format by its extension (.xlf .tmx .tsv .csv .md .json); "
            + "to check two texts, name the French one and the English one")
      }
      var file = try InputFile(path: path)
      var bytes: [UInt8] = []
      while !file.isAtEnd { try file.read(into: &bytes, upTo: 1 << 20) }
      var own = comments(bytes, path, format)
      var stream = stream(path, path)
      do {
        try BilingualReader.read(bytes, as: format) { pair in
          try stream.add(pair, &waivers, &own, &summary, body)
        }
        try stream.finish(&waivers, &own, &summary, body)
      } catch let error as FormatError {
        throw ReadingError.malformed(
          path: path, line: error.line, column: error.column, reason: error.message)
      }
      try reportStale(own, path, body)
    }
    try reportStale(waivers, paths.first ?? "", body)
    return summary
  }

  /// Checks the English text at `target` against the French one at `source`, which are aligned first.
  package func run(
    source: String, target: String, _ body: (Report) throws -> Void
  ) throws -> Summary {
    var aligner = try TextAligner(pipeline)
    aligner.reading = reading
    let texts = try aligner.align(source, target)
    var summary = Summary(notices: texts.notices)
    var waivers = WaiverList(self.waivers)
    var own = WaiverList()
    for path in [source, target] where path.lowercased().hasSuffix(".md") {
      guard let bytes = MappedBytes(reading: path) else { continue }
      let list = comments(Array(bytes.bytes), path, .markdown)
      for waiver in list.stale { own.add(waiver) }
    }
    var stream = stream(source, target)
    for bead in texts.beads where !bead.source.isEmpty {
      try stream.add(pair(bead, texts), &waivers, &own, &summary, body)
    }
    try stream.finish(&waivers, &own, &summary, body)
    try reportStale(own, target, body)
    try reportStale(waivers, target, body)
    return summary
  }

  private func pair(_ bead: AlignmentBead, _ texts: AlignedTexts) -> BilingualPair {
    func text(_ units: ArraySlice<TextUnit>) -> String {
      units.map(\.text).joined(separator: " ")
    }
    func place(_ units: ArraySlice<TextUnit>) -> PairPlace? {
      units.first.map {
        PairPlace(
          line: $0.place.line, column: $0.place.column, characterColumn: $0.characterColumn,
          isVerbatim: units.count == 1 && $0.place.line == $0.lastLine)
      }
    }
    let source = texts.source[bead.source]
    let target = texts.target[bead.target]
    var pair = BilingualPair(
      source: text(source), target: text(target), line: source.first?.place.line ?? 1)
    pair.sourcePlace = place(source)
    pair.targetPlace = place(target)
    return pair
  }

  private func stream(_ source: String, _ target: String) -> CheckStream {
    let resources = pipeline.resources
    return CheckStream(
      source: source, target: target, pipeline: pipeline, matcher: matcher,
      check: TranslationCheck(index: index, matcher: matcher) { resources.isOrdinaryWord($0) })
  }

  // MARK: - Waivers

  private func comments(
    _ bytes: [UInt8], _ path: String, _ format: BilingualFormat
  ) -> WaiverList {
    var list = WaiverList()
    guard [.markdown, .xliff, .tmx].contains(format) else { return list }
    FileComments.forEach(in: bytes, containing: Waiver.keyword) { comment, line in
      if let waiver = Waiver(comment: comment, origin: "\(path):\(line)") { list.add(waiver) }
    }
    return list
  }

  /// A warning for each waiver that silenced nothing.
  private func reportStale(
    _ waivers: WaiverList, _ path: String, _ body: (Report) throws -> Void
  ) throws {
    for waiver in waivers.stale { try body(CheckStream.stale(waiver, path, line: 1)) }
  }
}
