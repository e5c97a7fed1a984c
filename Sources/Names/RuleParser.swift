internal import Bitext

/// Reads the rules of `RewriteRules`, statement by statement.
struct RuleParser {
  private typealias Element = RewriteRules.Element
  private let file: String
  private var scalars: [Unicode.Scalar]
  private var position = 0
  private var line = 1
  private var variables: [String: [RewriteRules.Element]] = [:]

  init(_ text: String, file: String) {
    self.file = file
    scalars = Array(text.unicodeScalars)
  }

  mutating func rules() throws(DataError) -> [RewriteRules.Rule] {
    var rules: [RewriteRules.Rule] = []
    while skipBlank() {
      if let rule = try statement() { rules.append(rule) }
    }
    return rules
  }

  private var current: Unicode.Scalar? {
    position < scalars.count ? scalars[position] : nil
  }

  // ASCII, which is most of a file, needs no look at Unicode's properties.
  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII
      ? scalar == " " || scalar.value >= 0x09 && scalar.value <= 0x0D
      : scalar.properties.isWhitespace
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    let lower = scalar.value | 0x20
    return scalar.isASCII ? lower >= 0x61 && lower <= 0x7A : scalar.properties.isAlphabetic
  }

  private func invalid(_ scalar: Unicode.Scalar?) -> DataError {
    .value(file: file, line: line, cell: scalar.map { String($0) } ?? "end of the file")
  }

  /// Moves past white space and comments; false at the end.
  private mutating func skipBlank() -> Bool {
    while let scalar = current {
      if scalar == "#" {
        while let next = current, next != "\n" {
          _ = next
          position += 1
        }
      } else if Self.isSpace(scalar) {
        if scalar == "\n" { line += 1 }
        position += 1
      } else {
        return true
      }
    }
    return false
  }

  /// A variable, which gives nil, or a rule, up to its semicolon.
  private mutating func statement() throws(DataError) -> RewriteRules.Rule? {
    var rule = RewriteRules.Rule()
    var part: [RewriteRules.Element] = []
    var sawKeyEnd = false
    if current == "$", let name = variableName(at: position + 1) {
      let start = position
      position += 1 + name.unicodeScalars.count
      if skipBlank(), current == "=" {
        position += 1
        variables[name] = try elements(until: ";", endsText: &rule.endsText)
        return nil
      }
      position = start
    }
    if current == "^" {
      rule.startsText = true
      position += 1
    }
    while true {
      part += try elements(until: "{}>", endsText: &rule.endsText)
      let mark = current
      position += 1
      switch mark {
      case "{" where !sawKeyEnd:
        rule.before = part
        part = []
      case "}" where !sawKeyEnd:
        rule.key = part
        part = []
        sawKeyEnd = true
      case ">":
        if sawKeyEnd { rule.after = part } else { rule.key = part }
        guard !rule.key.isEmpty else { throw invalid(mark) }
        rule.result = try result()
        return rule
      default: throw invalid(mark)
      }
    }
  }

  private mutating func result() throws(DataError) -> [UInt32] {
    var endsText = false
    return try elements(until: ";", endsText: &endsText).map { element throws(DataError) in
      guard case .scalar(let value) = element else { throw invalid(";") }
      return value
    }
  }

  /// The elements up to one of the marks, which is left unread, except a semicolon.
  private mutating func elements(
    until marks: String, endsText: inout Bool
  ) throws(DataError) -> [RewriteRules.Element] {
    var result: [RewriteRules.Element] = []
    while skipBlank(), let scalar = current {
      if marks.unicodeScalars.contains(scalar) {
        if scalar == ";" { position += 1 }
        return result
      }
      switch scalar {
      case "$":
        if let name = variableName(at: position + 1) {
          guard let value = variables[name] else { throw invalid(scalar) }
          position += 1 + name.unicodeScalars.count
          result += value
        } else {
          endsText = true
          position += 1
        }
      case "[": result.append(try set())
      case "'":
        position += 1
        while let next = current, next != "'" {
          result.append(.scalar(next.value))
          position += 1
        }
        position += 1
      case ";", "{", "}", ">", "<", "=", "(", ")", "*", "+", "?", "|", "&", "^":
        throw invalid(scalar)
      default: result.append(.scalar(try literal()))
      }
    }
    throw invalid(nil)
  }

  private func variableName(at index: Int) -> String? {
    var end = index
    while end < scalars.count, Self.isLetter(scalars[end]) { end += 1 }
    guard end > index else { return nil }
    var name = String.UnicodeScalarView()
    name.append(contentsOf: scalars[index..<end])
    return String(name)
  }

  /// A scalar as it stands, or by `\uXXXX` or a backslash.
  private mutating func literal() throws(DataError) -> UInt32 {
    guard let scalar = current else { throw invalid(nil) }
    position += 1
    guard scalar == "\\" else { return scalar.value }
    guard let escaped = current else { throw invalid(nil) }
    position += 1
    guard escaped == "u" else { return escaped.value }
    var digits = String.UnicodeScalarView()
    while digits.count < 4, let digit = current {
      digits.append(digit)
      position += 1
    }
    guard let value = UInt32(String(digits), radix: 16) else { throw invalid(escaped) }
    return value
  }

  /// "[aeé]", "[^a-z]", with variables that are sets.
  private mutating func set() throws(DataError) -> RewriteRules.Element {
    position += 1
    var isNegated = false
    if current == "^" {
      isNegated = true
      position += 1
    }
    var ranges: [ClosedRange<UInt32>] = []
    while skipBlank(), let scalar = current {
      if scalar == "]" {
        position += 1
        return .set(ranges: ranges, isNegated: isNegated)
      }
      if scalar == "$", let name = variableName(at: position + 1) {
        guard case .set(let other, false)? = variables[name]?.first else { throw invalid(scalar) }
        ranges += other
        position += 1 + name.unicodeScalars.count
        continue
      }
      let first = try literal()
      if current == "-" {
        position += 1
        let last = try literal()
        guard first <= last else { throw invalid("-") }
        ranges.append(first...last)
      } else {
        ranges.append(first...first)
      }
    }
    throw invalid(nil)
  }
}
