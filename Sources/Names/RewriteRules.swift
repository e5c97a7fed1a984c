internal import Bitext

/// Rules that rewrite a word, in the notation of ICU's transliterators: `tch > ch ; ski } $ > sky ;`.
///
/// Read are `$name = …` variables, sets (`[aeé]`, `[^a-z]`), contexts (`before { key } after`), the anchors `^` and
/// `$`, quoted text, `\uXXXX` and comments. At each place the first rule that fits is applied; what stands
/// before the place is matched as it has become, what stands after it as it was.
struct RewriteRules: Sendable {
  /// One character of a pattern: a scalar or a set of them.
  enum Element: Sendable, Hashable {
    case scalar(UInt32)
    case set(ranges: [ClosedRange<UInt32>], isNegated: Bool)

    func matches(_ value: UInt32) -> Bool {
      switch self {
      case .scalar(let scalar): scalar == value
      case .set(let ranges, let isNegated): ranges.contains { $0.contains(value) } != isNegated
      }
    }
  }

  struct Rule: Sendable {
    var startsText = false
    var before: [Element] = []
    var key: [Element] = []
    var after: [Element] = []
    var endsText = false
    var result: [UInt32] = []
  }

  private(set) var rules: [Rule] = []
  /// The rules whose key can start with a scalar, in order; those whose key starts with a set are in all.
  private var byFirst: [UInt32: [Int32]] = [:]
  private var bySet: [Int32] = []

  /// Reads the rules of a data file; `file` is the name that errors give.
  init(_ data: MappedBytes, file: String) throws(DataError) {
    var parser = RuleParser(String(decoding: data.bytes, as: UTF8.self), file: file)
    rules = try parser.rules()
    let firsts = Set(
      rules.compactMap { rule -> UInt32? in
        if case .scalar(let value) = rule.key.first { return value }
        return nil
      })
    for (index, rule) in rules.enumerated() {
      switch rule.key.first {
      case .scalar(let value): byFirst[value, default: []].append(Int32(index))
      case .set:
        bySet.append(Int32(index))
        for value in firsts where rule.key.first?.matches(value) == true {
          byFirst[value, default: []].append(Int32(index))
        }
      case nil: break
      }
    }
  }

  /// `word` rewritten: "choïgou" by the Russian rules is "shoigu". Case counts, so words come in small letters.
  func rewrite(_ word: String) -> String {
    let input = word.unicodeScalars.map(\.value)
    var output: [UInt32] = []
    output.reserveCapacity(input.count + 4)
    var position = 0
    while position < input.count {
      if let rule = rule(at: position, input, output) {
        output += rule.result
        position += rule.key.count
      } else {
        output.append(input[position])
        position += 1
      }
    }
    var result = String.UnicodeScalarView()
    for value in output { result.append(Unicode.Scalar(value) ?? "\u{FFFD}") }
    return String(result)
  }

  private func rule(at position: Int, _ input: [UInt32], _ output: [UInt32]) -> Rule? {
    for index in byFirst[input[position]] ?? bySet {
      let rule = rules[Int(index)]
      let end = position + rule.key.count
      let last = end + rule.after.count
      guard last <= input.count, !rule.endsText || last == input.count,
        rule.before.count <= output.count,
        !rule.startsText || rule.before.count == output.count
      else { continue }
      guard zip(rule.key, input[position...]).allSatisfy({ $0.matches($1) }),
        zip(rule.after, input[end...]).allSatisfy({ $0.matches($1) }),
        zip(rule.before, output[(output.count - rule.before.count)...])
          .allSatisfy({ $0.matches($1) })
      else { continue }
      return rule
    }
    return nil
  }
}
