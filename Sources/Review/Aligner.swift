/// Units of a text and the units of its translation that say the same; one side may be empty.
package struct AlignmentBead: Sendable, Hashable {
  package var source: Range<Int>
  package var target: Range<Int>

  package init(source: Range<Int>, target: Range<Int>) {
    self.source = source
    self.target = target
  }
}

/// Aligns the sentences of a text with those of its translation.
///
/// Lengths are compared as Gale and Church do (Computational Linguistics 19, 1993); words that both sides have
/// (names, numbers, glossary terms and what a draft of the source says) count for a bead, words of one side only
/// against it, each by its rarity. The best path is found in a band around the diagonal, which widens where the
/// path comes near its edge: time and memory are linear in the text for texts that run in step.
package struct Aligner: Sendable {
  /// What a bead of so many units costs; found by search on news joined, split and cut at random.
  struct Weights: Sendable {
    var single = 2.5
    var double = 2.4
    var triple = 5.0
    var square = 5.0
    /// Of a join over the end of a paragraph.
    var crossing = 1.5
    /// Variance of the length of a translation, per code point.
    var variance = 13.6
    var length = 0.6
    var mostLength = 25.0
    var shared = 0.36
    var lone = 0.055
  }

  private static let weights = Weights()
  /// No more cells than these are kept, a byte each.
  private static let mostCells = 48_000_000
  private static let leastBand = 64
  /// A cell that costs so much more than the best of its row leads nowhere.
  private static let firstBeam = 80.0

  package init() {}

  /// The beads of `source` and `target` in order; together they cover every unit once.
  package func align(_ source: [AlignmentUnit], _ target: [AlignmentUnit]) -> [AlignmentBead] {
    let longest = max(source.count, target.count)
    let limit = max(Self.leastBand, Self.mostCells / max(1, source.count + 1) / 2)
    var band = min(
      limit, max(Self.leastBand, abs(source.count - target.count) + 32, longest / 16))
    var beam = Self.firstBeam
    let costs = BeadCosts(source, target, Self.weights)
    while true {
      let path = BandedPath(costs: costs, band: band, beam: beam).beads()
      let isLast = band >= min(longest, limit) && beam == .infinity
      if isLast { return path?.beads ?? lone(source.count, target.count) }
      // A gap must fit in the beam, or the path may have lost its way there.
      if let path, path.clearance > 8, Double(path.longestGap) * costs.single < beam * 0.8 {
        return path.beads
      }
      if path.map({ $0.clearance <= 8 }) ?? true { band = min(limit, band * 2) }
      beam = beam > Self.firstBeam * 100 ? .infinity : beam * 8
    }
  }

  /// Nothing aligned: what an impossible band leaves.
  private func lone(_ source: Int, _ target: Int) -> [AlignmentBead] {
    (0..<source).map { AlignmentBead(source: $0..<$0 + 1, target: 0..<0) }
      + (0..<target).map { AlignmentBead(source: source..<source, target: $0..<$0 + 1) }
  }
}

/// How many units of each side a bead takes.
struct BeadShape: Sendable {
  var source: Int
  var target: Int

  static let all = [
    BeadShape(source: 1, target: 1), BeadShape(source: 1, target: 0),
    BeadShape(source: 0, target: 1), BeadShape(source: 2, target: 1),
    BeadShape(source: 1, target: 2), BeadShape(source: 2, target: 2),
    BeadShape(source: 3, target: 1), BeadShape(source: 1, target: 3),
  ]
}

/// Dynamic programming over a band around the diagonal.
struct BandedPath {
  let costs: BeadCosts
  let band: Int
  let beam: Double
  private let rows: Int
  private let columns: Int
  private var width: Int { 2 * band + 1 }

  init(costs: BeadCosts, band: Int, beam: Double) {
    self.costs = costs
    self.band = band
    self.beam = beam
    rows = costs.sourceCount
    columns = costs.targetCount
  }

  /// The first target index of the band in a row.
  private func first(_ row: Int) -> Int {
    (rows == 0 ? columns : row * columns / rows) - band
  }

  /// A path, how far it stays from the band's edge where the band cuts, and its longest run of units that are
  /// alone or say something else than their counterparts.
  struct Path {
    var beads: [AlignmentBead]
    var clearance = Int.max
    var longestGap = 0
  }

  /// The cheapest path; nil if none reaches the end.
  func beads() -> Path? {
    // Costs of the last four rows and the least of each; a shape for each cell.
    var recent = [[Double]](repeating: [], count: 4)
    var least = [Double](repeating: .infinity, count: 4)
    var shapes = [UInt8](repeating: UInt8.max, count: (rows + 1) * width)
    for row in 0...rows {
      var line = [Double](repeating: .infinity, count: width)
      var lineLeast = Double.infinity
      let start = first(row)
      for place in max(0, -start)..<max(max(0, -start), min(width, columns - start + 1)) {
        let column = start + place
        if row == 0, column == 0 {
          line[place] = 0
          lineLeast = 0
          continue
        }
        for (index, shape) in BeadShape.all.enumerated()
        where shape.source <= row && shape.target <= column {
          let from = row - shape.source
          let origin = column - shape.target - first(from)
          guard origin >= 0, origin < width else { continue }
          let before = shape.source == 0 ? line[origin] : recent[from & 3][origin]
          guard before <= (shape.source == 0 ? lineLeast : least[from & 3]) + beam,
            before < .infinity
          else { continue }
          let cost = before + costs.cost(row, column, shape)
          if cost < line[place] {
            line[place] = cost
            shapes[row * width + place] = UInt8(index)
          }
        }
        lineLeast = min(lineLeast, line[place])
      }
      recent[row & 3] = line
      least[row & 3] = lineLeast
    }
    return trace(shapes)
  }

  private func trace(_ shapes: [UInt8]) -> Path? {
    var row = rows
    var column = columns
    var path = Path(beads: [])
    var gap = 0
    while row > 0 || column > 0 {
      let place = column - first(row)
      guard place >= 0, place < width else { return nil }
      let index = shapes[row * width + place]
      guard index != UInt8.max else { return nil }
      if first(row) > 0 { path.clearance = min(path.clearance, place) }
      if first(row) + width - 1 < columns {
        path.clearance = min(path.clearance, width - 1 - place)
      }
      let shape = BeadShape.all[Int(index)]
      gap = costs.cost(row, column, shape) > 0 ? gap + 1 : max(0, gap - 3)
      path.longestGap = max(path.longestGap, gap)
      path.beads.append(
        AlignmentBead(source: row - shape.source..<row, target: column - shape.target..<column))
      row -= shape.source
      column -= shape.target
    }
    path.beads.reverse()
    return path
  }
}
