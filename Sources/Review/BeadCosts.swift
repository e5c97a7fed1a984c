#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// What it costs to take units of a text and of its translation as one bead: lower is better.
struct BeadCosts: Sendable {
  private typealias Bag = [WeighedWord]

  private struct WeighedWord {
    var hash: UInt64
    var weight: Double
  }

  /// One unit, or two or three neighbours as one.
  private struct Side {
    var lengths: [Int] = [0]
    var paragraphs: [Int] = []
    /// By the number of units joined, from one; each by the index of its last unit.
    var bags: [[Bag]] = []
    var weights: [[Double]] = []

    var count: Int { paragraphs.count }

    func length(_ end: Int, _ units: Int) -> Double { Double(lengths[end] - lengths[end - units]) }
    func bag(_ end: Int, _ units: Int) -> Bag { bags[units - 1][end - 1] }
    func weight(_ end: Int, _ units: Int) -> Double { weights[units - 1][end - 1] }

    /// Ends of paragraphs inside.
    func crossings(_ end: Int, _ units: Int) -> Int {
      paragraphs[end - 1] == paragraphs[end - units] ? 0 : 1
    }
  }

  private let weights: Aligner.Weights
  private let source: Side
  private let target: Side
  /// Code points of the translation for one of the source.
  private let ratio: Double

  var sourceCount: Int { source.count }
  var targetCount: Int { target.count }
  /// What a unit without counterpart costs.
  var single: Double { weights.single }

  init(_ source: [AlignmentUnit], _ target: [AlignmentUnit], _ weights: Aligner.Weights) {
    self.weights = weights
    var counts: [UInt64: Int] = [:]
    for unit in source { for word in unit.words { counts[word, default: 0] += 1 } }
    for unit in target { for word in unit.words { counts[word, default: 0] += 1 } }
    // In a text of a few sentences a shared word says as much as in a longer one.
    let rarity = Rarity(counts: counts, total: max(50, source.count + target.count))
    self.source = Self.side(source, rarity)
    self.target = Self.side(target, rarity)
    let lengths = (self.source.lengths.last ?? 0, self.target.lengths.last ?? 0)
    ratio = Double(max(1, lengths.1)) / Double(max(1, lengths.0))
  }

  /// The inverse document frequency of a word.
  private struct Rarity {
    var counts: [UInt64: Int]
    var total: Int

    func weight(_ word: UInt64) -> Double {
      log(Double(total) / Double(max(1, counts[word] ?? 1)))
    }
  }

  private static func side(_ units: [AlignmentUnit], _ rarity: Rarity) -> Side {
    var side = Side()
    for unit in units {
      side.lengths.append((side.lengths.last ?? 0) + unit.length)
      side.paragraphs.append(unit.paragraph)
    }
    let bags = units.map { unit in
      unit.words.map { WeighedWord(hash: $0, weight: rarity.weight($0)) }
    }
    side.bags = [bags]
    for joined in 1...2 {
      side.bags.append(
        bags.indices.map { $0 < joined ? [] : union(side.bags[joined - 1][$0 - 1], bags[$0]) })
    }
    side.weights = side.bags.map { $0.map { bag in bag.reduce(0) { $0 + $1.weight } } }
    return side
  }

  private static func union(_ a: Bag, _ b: Bag) -> Bag {
    var result: Bag = []
    result.reserveCapacity(a.count + b.count)
    var (i, j) = (0, 0)
    while i < a.count || j < b.count {
      if j == b.count || i < a.count && a[i].hash < b[j].hash {
        result.append(a[i])
        i += 1
      } else {
        if i < a.count, a[i].hash == b[j].hash { i += 1 }
        result.append(b[j])
        j += 1
      }
    }
    return result
  }

  private static func shared(_ a: Bag, _ b: Bag) -> Double {
    var sum = 0.0
    var (i, j) = (0, 0)
    while i < a.count, j < b.count {
      if a[i].hash == b[j].hash {
        sum += a[i].weight
        i += 1
        j += 1
      } else if a[i].hash < b[j].hash {
        i += 1
      } else {
        j += 1
      }
    }
    return sum
  }

  /// The cost of the bead of `shape` that ends before source unit `row` and target unit `column`.
  func cost(_ row: Int, _ column: Int, _ shape: BeadShape) -> Double {
    guard shape.source > 0, shape.target > 0 else { return weights.single }
    let expected = source.length(row, shape.source) * ratio
    let actual = target.length(column, shape.target)
    let mean = max(1, (expected + actual) / 2)
    let difference = expected - actual
    let lengths = min(weights.mostLength, difference * difference / (weights.variance * mean) / 2)
    let both = Self.shared(source.bag(row, shape.source), target.bag(column, shape.target))
    let lone =
      source.weight(row, shape.source) + target.weight(column, shape.target) - 2 * both
    let crossings =
      source.crossings(row, shape.source) + target.crossings(column, shape.target)
    return prior(shape) + weights.length * lengths - weights.shared * both + weights.lone * lone
      + weights.crossing * Double(crossings)
  }

  private func prior(_ shape: BeadShape) -> Double {
    switch (shape.source, shape.target) {
    case (1, 1): 0
    case (2, 2): weights.square
    case (3, _), (_, 3): weights.triple
    default: weights.double
    }
  }
}
