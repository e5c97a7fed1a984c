import Bitext

@testable import French

/// The weights while they are learnt: an averaged perceptron.
final class PerceptronScorer: TagScorer {
  /// A feature's weights by tag, their sums over time, and when each was last changed.
  struct Weights {
    var now = [Int32](repeating: 0, count: Tag.count)
    var sum = [Int64](repeating: 0, count: Tag.count)
    var stamp = [Int32](repeating: 0, count: Tag.count)

    /// The averages of the runs that are over.
    var settled = [Float](repeating: 0, count: Tag.count)

    /// Ends a run: keeps its averages and starts anew.
    mutating func settle(at time: Int32) {
      for tag in 0..<Tag.count {
        settled[tag] += Float(average(tag, at: time))
        now[tag] = 0
        sum[tag] = 0
        stamp[tag] = 0
      }
    }

    mutating func add(_ value: Int32, to tag: Int, at time: Int32) {
      sum[tag] += Int64(now[tag]) * Int64(time - stamp[tag])
      stamp[tag] = time
      now[tag] += value
    }

    func average(_ tag: Int, at time: Int32) -> Double {
      let total = sum[tag] + Int64(now[tag]) * Int64(time - stamp[tag])
      return Double(total) / Double(max(1, time))
    }
  }

  /// What a feature's key was made of, to write it down.
  struct Source {
    var template: Int
    var values: [UInt64]
  }

  private(set) var features: [UInt64: Int] = [:]
  private(set) var weights: [Weights] = []
  private(set) var sources: [Source] = []
  private(set) var counts: [Int] = []
  var single = [Weights](repeating: Weights(), count: Tag.count)
  var pairs = [Weights](repeating: Weights(), count: Tag.count * Tag.count)
  var time: Int32 = 0

  func transition(_ before2: Int, _ before: Int, _ tag: Int) -> Int32 {
    single[before].now[tag] + pairs[before2 * Tag.count + before].now[tag]
  }

  func add(_ key: UInt64, to scores: UnsafeMutableBufferPointer<Int32>) {
    guard let slot = features[key] else { return }
    for tag in 0..<Tag.count { scores[tag] += weights[slot].now[tag] }
  }

  /// Notes that a feature occurs; only what has occurred often enough gets weights.
  func count(_ key: UInt64, _ source: Source) {
    if let slot = features[key] {
      counts[slot] += 1
    } else {
      features[key] = weights.count
      weights.append(Weights())
      sources.append(source)
      counts.append(1)
    }
  }

  /// Forgets features that occurred fewer than `minimum` times.
  func prune(minimum: Int) {
    let kept = features.filter { counts[$0.value] >= minimum }
    features = kept
  }

  /// Ends a run; the weights of several runs with other orders of the sentences are added up.
  func settle() {
    for index in weights.indices { weights[index].settle(at: time) }
    for index in single.indices { single[index].settle(at: time) }
    for index in pairs.indices { pairs[index].settle(at: time) }
    time = 0
  }

  func update(_ key: UInt64, _ tag: Int, by value: Int32) {
    guard let slot = features[key] else { return }
    weights[slot].add(value, to: tag, at: time)
  }
}
