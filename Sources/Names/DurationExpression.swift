internal import Bitext

extension QuantityReader {
  /// "3 min 58 s", "1 h 45 min 12 s", "9 s 58" with hundredths: how long something took.
  ///
  /// Style: AP Stylebook, "times": "3 minutes, 58 seconds", "9.58 seconds".
  func durationMatch(at token: Int) -> TermMatch? {
    guard !isHyphenated(token), !isGlued(token) || token == 0 else { return nil }
    var parts: [String] = []
    var index = token
    if let hours = count(at: index, before: .h), count(at: index + 2, before: .minute) != nil {
      parts.append(phrase(String(hours), "hour", hours == 1))
      index += 2
    }
    if let minutes = count(at: index, before: .minute) {
      parts.append(phrase(String(minutes), "minute", minutes == 1))
      index += 2
    }
    if let seconds = count(at: index, before: .second) {
      index += 2
      var figures = String(seconds)
      if let hundredths = digits(index), hundredths.count == 2 {
        figures += "." + string(index)
        index += 1
      }
      parts.append(phrase(figures, "second", figures == "1"))
    }
    guard index > token, !parts.isEmpty, !isMark(index, "/") else { return nil }
    return TermMatch(
      tokens: token..<index, kind: .time, syntax: .quantity,
      target: parts.joined(separator: ", "), article: .asSource, morphology: [.plural, .time],
      isPlural: true, origin: .computed, rule: "duration")
  }

  /// The number at `token`, where the symbol `unit` follows.
  private func count(at token: Int, before unit: QuantityFunction) -> Int? {
    guard let number = digits(token), has(token + 1, unit), !isProper(token + 1),
      !isHyphenated(token + 1)
    else { return nil }
    return number.value
  }

  private func phrase(_ figures: String, _ unit: String, _ isOne: Bool) -> String {
    figures + " " + unit + (isOne ? "" : "s")
  }
}
