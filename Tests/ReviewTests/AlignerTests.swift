import Testing

@testable import Review

struct AlignerTests {
  /// Numbers that are the same in every run.
  private struct Dice: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ state >> 29
    }
  }

  /// A text of sentences made of numbered words; a translation shares two words of three.
  private static func sentences(_ count: Int, _ dice: inout Dice) -> [[Int]] {
    (0..<count).map { _ in
      (0..<Int.random(in: 6...18, using: &dice)).map { _ in
        Int.random(in: 0..<4000, using: &dice)
      }
    }
  }

  private static func unit(_ words: [Int], keeping share: Int, salt: Int) -> AlignmentUnit {
    let text = words.map { $0 % 3 < share ? "w\($0)" : "x\(salt)y\($0)" }.joined(separator: " ")
    return AlignmentUnit(
      length: text.utf8.count, paragraph: 0, words: WordBeginnings.of(text))
  }

  @Test func `units that say the same go together`() {
    func units(_ texts: [String]) -> [AlignmentUnit] {
      texts.map {
        AlignmentUnit(length: $0.utf8.count, paragraph: 0, words: WordBeginnings.of($0))
      }
    }
    let source = units([
      "Putin met Erdogan in Moscow on Monday", "They spoke of Syria and of gas for 2 hours",
      "Nothing was signed in the end", "Lavrov left for Cairo",
    ])
    let target = units([
      "Putin met Erdogan in Moscow on Monday and they spoke of Syria and of gas for 2 hours",
      "Lavrov left for Cairo", "Weather tomorrow: sunny, 25 degrees",
    ])
    #expect(
      Aligner().align(source, target) == [
        AlignmentBead(source: 0..<2, target: 0..<1), AlignmentBead(source: 2..<3, target: 1..<1),
        AlignmentBead(source: 3..<4, target: 1..<2), AlignmentBead(source: 4..<4, target: 2..<3),
      ])
  }

  @Test(arguments: [1, 2, 3])
  func `finds joins and gaps of a made text`(seed: UInt64) {
    var dice = Dice(state: seed)
    let base = Self.sentences(200, &dice)
    var target: [AlignmentUnit] = []
    var gold: Set<AlignmentBead> = []
    var index = 0
    while index < base.count {
      let roll = Int.random(in: 0..<100, using: &dice)
      if roll < 5 {
        index += 1
        continue
      }
      let count = roll < 15 && index + 1 < base.count ? 2 : 1
      gold.insert(
        AlignmentBead(source: index..<index + count, target: target.count..<target.count + 1))
      target.append(
        Self.unit(base[index..<index + count].flatMap(\.self), keeping: 2, salt: 2))
      index += count
    }
    let source = base.map { Self.unit($0, keeping: 2, salt: 1) }
    let found = Set(
      Aligner().align(source, target).filter { !$0.target.isEmpty && !$0.source.isEmpty })
    let right = found.intersection(gold).count
    let score = 2 * Double(right) / Double(found.count + gold.count)
    #expect(score > 0.96, "\(score)")
  }

  /// A chapter of 100 sentences is missing from one side: the path must find its way after it.
  @Test(arguments: [true, false])
  func `finds the way after a long gap`(isSourceShort: Bool) {
    var dice = Dice(state: 7)
    let base = Self.sentences(300, &dice)
    let long = base.map { Self.unit($0, keeping: 2, salt: 1) }
    let short = (base[..<100] + base[200...]).map { Self.unit($0, keeping: 2, salt: 2) }
    let beads =
      isSourceShort ? Aligner().align(short, long) : Aligner().align(long, short)
    let paired = beads.filter { bead in
      let (few, many) = isSourceShort ? (bead.source, bead.target) : (bead.target, bead.source)
      guard few.count == 1, many.count == 1 else { return false }
      return many.lowerBound == few.lowerBound + (few.lowerBound < 100 ? 0 : 100)
    }
    #expect(paired.count > 195, "\(paired.count)")
  }

  @Test func `covers every unit once`() {
    var dice = Dice(state: 3)
    let source = Self.sentences(40, &dice).map { Self.unit($0, keeping: 0, salt: 1) }
    let target = Self.sentences(25, &dice).map { Self.unit($0, keeping: 0, salt: 2) }
    for (a, b) in [(source, target), (source, []), ([], target), ([], [])] {
      let beads = Aligner().align(a, b)
      #expect(beads.flatMap { Array($0.source) } == Array(a.indices))
      #expect(beads.flatMap { Array($0.target) } == Array(b.indices))
    }
  }
}
