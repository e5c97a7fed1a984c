internal import Bitext

/// What scores a sequence of tags.
protocol TagScorer {
  /// How well `tag` follows `before`, which follows `before2`.
  func transition(_ before2: Int, _ before: Int, _ tag: Int) -> Int32
  /// Adds the weights of the feature `key` to `scores`, by tag.
  func add(_ key: UInt64, to scores: UnsafeMutableBufferPointer<Int32>)
}

/// Finds the best sequence of tags of a sentence: Viterbi's algorithm over pairs of tags.
struct TagDecoder {
  /// The candidate tags of all words, one after the other, and where each word's start.
  private var tags: [UInt8] = []
  private var starts: [Int32] = []
  private var emissions: [Int32] = []
  /// For each word, each pair of its predecessor's and its own candidate: the best candidate before those.
  private var back: [UInt8] = []
  private var backStarts: [Int32] = []
  private var scores: [Int32] = []
  private var nextScores: [Int32] = []
  private var sums = [Int32](repeating: 0, count: 64)
  /// The best tag of each word.
  private(set) var best: [UInt8] = []

  init() {}

  /// Computes `best` for `spans`, each limited to its mask and, if given, to `allowed`.
  mutating func decode(
    _ spans: [WordSpan], reader: WordReader, scorer: some TagScorer, allowed: [UInt64]? = nil
  ) {
    prepare(spans, allowed: allowed)
    score(spans, reader: reader, scorer: scorer)
    search(spans, scorer: scorer)
  }

  /// Mends `best`, the tags of `spans`; `isPrenominal` tells whether a word may be an adjective before its noun.
  mutating func repair(_ spans: [WordSpan], isPrenominal: (WordSpan) -> Bool) {
    TagRepair.repair(&best, spans, isPrenominal: isPrenominal)
  }

  private mutating func prepare(_ spans: [WordSpan], allowed: [UInt64]?) {
    tags.removeAll(keepingCapacity: true)
    starts.removeAll(keepingCapacity: true)
    starts.append(0)
    for (index, span) in spans.enumerated() {
      var mask = span.mask
      if let allowed, mask & allowed[index] != 0 { mask &= allowed[index] }
      if mask == 0 { mask = Tag.other.bit }
      while mask != 0 {
        tags.append(UInt8(truncatingIfNeeded: mask.trailingZeroBitCount))
        mask &= mask - 1
      }
      starts.append(Int32(truncatingIfNeeded: tags.count))
    }
  }

  private mutating func score(_ spans: [WordSpan], reader: WordReader, scorer: some TagScorer) {
    emissions.removeAll(keepingCapacity: true)
    var clause: UInt64 = 0
    for index in spans.indices {
      let range = Int(starts[index])..<Int(starts[index + 1])
      if range.count == 1 {
        emissions.append(0)
      } else {
        for tag in 0..<Tag.count { sums[tag] = 0 }
        sums.withUnsafeMutableBufferPointer { sums in
          TaggerFeatures.visit(index, of: spans, reader: reader, clause: clause) {
            scorer.add(TaggerFeatures.key($0, $1, $2, $3), to: sums)
          }
        }
        for candidate in range { emissions.append(sums[Int(tags[candidate])]) }
      }
      clause = TaggerFeatures.clause(clause, after: spans[index])
    }
  }

  /// Whether the second half of a contraction may have `tag` after `before`.
  @inline(__always)
  private func mayFollow(_ before: UInt8, _ tag: UInt8) -> Bool {
    (before == Tag.articleHalf.rawValue)
      == (tag == Tag.indefinite.rawValue || tag == Tag.indefinitePlural.rawValue)
  }

  private mutating func search(_ spans: [WordSpan], scorer: some TagScorer) {
    back.removeAll(keepingCapacity: true)
    backStarts.removeAll(keepingCapacity: true)
    let impossible: Int32 = -1_000_000
    scores.removeAll(keepingCapacity: true)
    scores.append(0)
    var beforeTags: Range<Int> = 0..<0
    var before2Tags: Range<Int> = 0..<0
    for index in spans.indices {
      let range = Int(starts[index])..<Int(starts[index + 1])
      let beforeCount = max(1, beforeTags.count)
      let before2Count = max(1, before2Tags.count)
      backStarts.append(Int32(truncatingIfNeeded: back.count))
      nextScores.removeAll(keepingCapacity: true)
      for before in 0..<beforeCount {
        let beforeTag = beforeTags.isEmpty ? 0 : tags[beforeTags.lowerBound + before]
        for candidate in range {
          let tag = tags[candidate]
          var bestScore = Int32.min
          var bestBack = 0
          for before2 in 0..<before2Count {
            let before2Tag = before2Tags.isEmpty ? 0 : tags[before2Tags.lowerBound + before2]
            let value =
              scores[before2 * beforeCount + before]
              + scorer.transition(Int(before2Tag), Int(beforeTag), Int(tag))
            if value > bestScore {
              bestScore = value
              bestBack = before2
            }
          }
          if spans[index].isContracted, !mayFollow(beforeTag, tag) { bestScore += impossible }
          back.append(UInt8(truncatingIfNeeded: bestBack))
          nextScores.append(bestScore + emissions[candidate])
        }
      }
      swap(&scores, &nextScores)
      before2Tags = beforeTags
      beforeTags = range
      if index & 1023 == 1023, let top = scores.max() {
        // Keeps the sums small in a sentence of any length.
        for state in scores.indices { scores[state] = max(scores[state] - top, impossible) }
      }
    }
    trace(spans.count, beforeCount: max(1, before2Tags.count))
  }

  /// Follows the best path back from its end.
  private mutating func trace(_ count: Int, beforeCount: Int) {
    best = [UInt8](repeating: 0, count: count)
    guard count > 0, var state = scores.indices.max(by: { scores[$0] < scores[$1] }) else { return }
    for index in stride(from: count - 1, through: 0, by: -1) {
      let width = Int(starts[index + 1] - starts[index])
      let before = state / width
      let candidate = state % width
      best[index] = tags[Int(starts[index]) + candidate]
      let before2 = Int(back[Int(backStarts[index]) + state])
      let beforeWidth = index > 0 ? Int(starts[index] - starts[index - 1]) : 1
      state = before2 * beforeWidth + before
    }
  }
}
