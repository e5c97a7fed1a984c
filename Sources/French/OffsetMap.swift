package import Bitext

/// Leads from offsets in the normalised text back to the text as written.
///
/// Sparse: it holds only the places where the two differ in length. Between two of them offsets run in
/// step. "l’été" with U+2019 holds one entry, the apostrophe: 3 bytes as written, 1 normalised.
package struct OffsetMap: Sendable, Hashable {
  /// A stretch of the source that stands for a stretch of the normalised text and cannot be cut.
  struct Unit: Sendable, Hashable {
    var normalizedStart: UInt32
    var normalizedEnd: UInt32
    var sourceStart: UInt32
    var sourceEnd: UInt32

    /// Markup and the like: nothing of it is in the normalised text.
    var isDropped: Bool { normalizedStart == normalizedEnd }
  }

  /// In order, disjoint; of units at one normalised offset the dropped ones come first.
  var units: [Unit] = []

  package init() {}

  /// Whether every offset is the same in both texts.
  package var isIdentity: Bool { units.isEmpty }

  /// The bytes as written that `range` came from.
  ///
  /// What was rewritten as one thing comes back whole: a range that ends inside a decomposed letter
  /// takes the letter with its accent, and one that ends at a soft hyphen takes the hyphen. Dropped
  /// markup at either end stays outside. An empty range gives an empty one.
  package func sourceRange(of range: NormalizedRange) -> SourceRange {
    let start = sourceStart(of: range.lowerBound)
    guard range.upperBound > range.lowerBound else { return SourceRange(start, start) }
    return SourceRange(start, sourceEnd(of: range.upperBound - 1))
  }

  /// Where the unit of the normalised byte at `offset` starts in the source.
  package func sourceStart(of offset: Int) -> Int {
    guard let unit = lastUnit(at: offset) else { return offset }
    if offset < Int(unit.normalizedEnd) { return Int(unit.sourceStart) }
    return Int(unit.sourceEnd) + offset - Int(unit.normalizedEnd)
  }

  /// Where the unit of the normalised byte at `offset` ends in the source.
  private func sourceEnd(of offset: Int) -> Int {
    guard let unit = lastUnit(at: offset) else { return offset + 1 }
    if offset < Int(unit.normalizedEnd) { return Int(unit.sourceEnd) }
    return Int(unit.sourceEnd) + offset + 1 - Int(unit.normalizedEnd)
  }

  /// The last unit that starts at or before `offset`.
  private func lastUnit(at offset: Int) -> Unit? {
    var low = 0
    var high = units.count
    while low < high {
      let middle = (low + high) / 2
      if Int(units[middle].normalizedStart) <= offset { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? nil : units[low - 1]
  }
}
