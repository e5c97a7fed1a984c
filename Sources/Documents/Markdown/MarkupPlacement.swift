internal import Bitext

/// Finds where marks and atoms go in an English sentence.
struct MarkupPlacement {
  private struct Placed {
    var pair: MarkupPair
    var start: Int
    var end: Int
  }

  /// More marks or atoms than this in a sentence are not led by links, which would take too long.
  private static let most = 400
  private static let object: [UInt8] = [0xEF, 0xBF, 0xBC]

  private let target: [UInt8]
  private var links: [(source: Range<Int>, target: Range<Int>)]
  private var atoms: [(offset: Int, removed: Int, bytes: [UInt8])] = []
  private var placed: [Placed] = []

  init(target: [UInt8], links: [(source: Range<Int>, target: Range<Int>)]) {
    self.target = target
    self.links = links.compactMap { link in
      guard !link.source.isEmpty, !link.target.isEmpty, link.target.upperBound <= target.count
      else { return nil }
      // Code points stay whole.
      var (start, end) = (link.target.lowerBound, link.target.upperBound)
      while start > 0, target[start] & 0xC0 == 0x80 { start -= 1 }
      while end < target.count, target[end] & 0xC0 == 0x80 { end += 1 }
      return (link.source, start..<end)
    }
  }

  // MARK: Atoms

  /// Gives every atom its U+FFFC: the one its link leads to, else the next that is free.
  mutating func placeAtoms(_ spans: [InertSpan], of text: [UInt8]) {
    var free = target.indices.filter { target[$0...].starts(with: Self.object) }
    if spans.count > Self.most { return placeInOrder(spans, of: text, at: free) }
    for span in spans {
      let source = span.range.range
      let linked = links.first { link in
        link.source.overlaps(source) && free.contains { link.target.contains($0) }
      }
      let slot = free.firstIndex { linked?.target.contains($0) ?? true }
      let place = slot.map { free[$0] } ?? end(before: source.lowerBound)
      if let slot { free.remove(at: slot) }
      let removed = slot == nil ? 0 : Self.object.count
      atoms.append((place, removed, Array(text[source])))
      links.append((source, place..<(place + removed)))
    }
    atoms.sort { $0.offset < $1.offset }
  }

  private mutating func placeInOrder(_ spans: [InertSpan], of text: [UInt8], at free: [Int]) {
    for (index, span) in spans.enumerated() {
      let isFree = index < free.count
      atoms.append(
        (
          isFree ? free[index] : target.count, isFree ? Self.object.count : 0,
          Array(text[span.range.range])
        ))
    }
  }

  // MARK: Marks

  mutating func placeMarks(_ pairs: [MarkupPair]) {
    if pairs.count > Self.most {
      placed = pairs.map { Placed(pair: $0, start: target.count, end: target.count) }
      return
    }
    for pair in pairs {
      let range = pair.isPoint ? point(pair) : extent(of: pair)
      placed.append(Placed(pair: pair, start: range.lowerBound, end: range.upperBound))
    }
    nest()
  }

  private func point(_ pair: MarkupPair) -> Range<Int> {
    let offset = end(before: pair.content.lowerBound)
    return offset..<offset
  }

  /// All of the English that the pair's words became; the nearest word if they became nothing.
  private func extent(of pair: MarkupPair) -> Range<Int> {
    let inside = links.filter { $0.source.overlaps(pair.content) && !$0.target.isEmpty }
    let start = inside.map(\.target.lowerBound).min()
    let end = inside.map(\.target.upperBound).max()
    if let start, let end { return wholeWords(start..<end) }
    guard !pair.content.isEmpty else { return point(pair) }
    let near =
      links.filter { $0.source.upperBound <= pair.content.lowerBound }
      .max { $0.source.upperBound < $1.source.upperBound }
      ?? links.min { $0.source.lowerBound < $1.source.lowerBound }
    return wholeWords(near?.target ?? 0..<target.count)
  }

  /// Where the English of what stands before `offset` of the source ends.
  private func end(before offset: Int) -> Int {
    links.filter { $0.source.upperBound <= offset }
      .max { $0.source.upperBound < $1.source.upperBound }?.target.upperBound ?? 0
  }

  /// Without white space at the edges, and with no word cut: marks inside words open nothing.
  private func wholeWords(_ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, target[start] <= 0x20 { start += 1 }
    while end > start, target[end - 1] <= 0x20 { end -= 1 }
    guard start < end else { return start..<start }
    while start > 0, isLetter(at: start), isLetter(before: start) { start -= 1 }
    while end < target.count, isLetter(at: end), isLetter(before: end) { end += 1 }
    return start..<end
  }

  /// Letters and digits; of others than ASCII all but U+0080–00BF, U+2000–203F and U+FFFC.
  private func isLetter(at index: Int) -> Bool {
    let byte = target[index]
    if byte < 0x80 { return MarkdownInline.isWord(byte) }
    if byte == 0xC2 { return false }
    let next = index + 1 < target.count ? target[index + 1] : 0
    return !(byte == 0xE2 && next == 0x80) && !(byte == 0xEF && next == 0xBF)
  }

  private func isLetter(before index: Int) -> Bool {
    var start = index - 1
    while start > 0, target[start] & 0xC0 == 0x80 { start -= 1 }
    return isLetter(at: start)
  }

  /// Moves starts so that no two ranges cross and no link is inside another one.
  private mutating func nest() {
    var waiting = placed.filter { !$0.pair.isPoint }
    var points = placed.filter(\.pair.isPoint)
    var nested: [Placed] = []
    var open: [Placed] = []
    // A range is moved at most once past each of the others.
    for _ in 0..<(waiting.count * waiting.count + 1) where !waiting.isEmpty {
      let index = waiting.indices.min { outer(waiting[$0], waiting[$1]) } ?? 0
      var next = waiting.remove(at: index)
      while let top = open.last, top.end <= next.start { open.removeLast() }
      if let top = open.last, top.end < next.end {
        next.start = skipSpaces(from: top.end, to: next.end)
        waiting.append(next)
        continue
      }
      if next.pair.isLink, let link = open.first(where: \.pair.isLink) {
        next.start = link.end
        next.end = link.end
        nested.append(next)
        continue
      }
      nested.append(next)
      open.append(next)
    }
    nested += waiting.map { Placed(pair: $0.pair, start: target.count, end: target.count) }
    points.sort { $0.start < $1.start }
    placed = nested + points
  }

  private func outer(_ a: Placed, _ b: Placed) -> Bool { (a.start, -a.end) < (b.start, -b.end) }

  private func skipSpaces(from start: Int, to end: Int) -> Int {
    var start = start
    while start < end, target[start] <= 0x20 { start += 1 }
    return start
  }

  // MARK: Text

  /// The English with everything in its place.
  func marked() -> MarkedTarget {
    var output: [UInt8] = []
    var edits: [MarkedTarget.Edit] = []
    var position = 0
    func put(_ bytes: [UInt8], at offset: Int, removing removed: Int = 0) {
      guard !bytes.isEmpty || removed > 0 else { return }
      let offset = max(offset, position)
      output += target[position..<offset] + bytes
      position = offset + removed
      edits.append(.init(offset: offset, removed: removed, inserted: bytes.count))
    }
    for event in events() { put(event.bytes, at: event.offset, removing: event.removed) }
    output += target[position...]
    return MarkedTarget(text: String(decoding: output, as: UTF8.self), edits: edits)
  }

  private struct Event {
    var offset: Int
    /// At one place: footnotes, closing marks, empty pairs, opening marks, atoms.
    var rank: Int
    var order: Int
    var bytes: [UInt8]
    var removed = 0
  }

  private func events() -> [Event] {
    var events: [Event] = []
    for (order, item) in placed.enumerated() {
      if item.pair.isPoint {
        events.append(Event(offset: item.start, rank: 0, order: order, bytes: item.pair.open))
      } else if item.start == item.end {
        let bytes = item.pair.open + item.pair.written
        events.append(Event(offset: item.start, rank: 2, order: order, bytes: bytes))
      } else {
        events.append(Event(offset: item.start, rank: 3, order: order, bytes: item.pair.open))
        events.append(Event(offset: item.end, rank: 1, order: -order, bytes: item.pair.written))
      }
    }
    for atom in atoms {
      let rank = atom.removed == 0 ? 0 : 4
      events.append(
        Event(offset: atom.offset, rank: rank, order: 0, bytes: atom.bytes, removed: atom.removed))
    }
    return events.sorted { ($0.offset, $0.rank, $0.order) < ($1.offset, $1.rank, $1.order) }
  }
}
