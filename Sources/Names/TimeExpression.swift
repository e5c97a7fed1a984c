internal import Bitext

/// An hour with its minutes, and where it ends.
private struct Clock {
  var hour: Int
  var minute: Int?
  var end: Int
  /// Written with the word "heures", which is a duration too.
  var isWord = false
  /// «deux heures et demie», which is a duration too.
  var isHalf = false
  /// «midi», «minuit», nothing more.
  var isBare = false
}

extension QuantityReader {
  /// "14 h 30", "9h45", "à 14 heures", "à huit heures et demie du soir"; "en 2 h 30" is a duration.
  func timeMatch(at token: Int) -> TermMatch? {
    guard !isHyphenated(token), !isProper(token), var clock = clock(at: token) else { return nil }
    if let minute = clock.minute, minute > 59 { return nil }
    if has(token - 1, any: QuantityFunction.during.bit | QuantityFunction.inside.bit) {
      return clock.isWord && clock.minute == nil ? nil : duration(token, clock)
    }
    if has(clock.end, .minute) { return duration(token, clock) }
    guard clock.hour <= 24, clock.hour < 24 || clock.minute != nil && clock.minute != 0 else {
      return nil
    }
    let part = partOfDay(at: clock.end)
    if let part {
      if part.isAfternoon, clock.hour < 12 { clock.hour += 12 }
      clock.end = part.end
    } else if isDuration(clock, at: token) {
      return clock.isHalf ? duration(token, clock) : nil
    }
    var text = clockTime(clock)
    // "de 9 heures à 18 heures"
    guard !clock.isBare || has(clock.end, .to) else { return nil }
    if has(clock.end, .to), let other = self.clock(at: clock.end + 1), other.hour <= 24,
      (other.minute ?? 0) < 60, !has(other.end, .of) || partOfDay(at: other.end) != nil
    {
      text += " to " + clockTime(other)
      clock.end = other.end
    } else if clock.isBare {
      return nil
    }
    if has(clock.end, .hour), has(clock.end + 1, .local) {
      text += " local time"
      clock.end += 2
    }
    return TermMatch(
      tokens: token..<clock.end, kind: .time, target: text, article: .asSource,
      morphology: [.singular, .time],
      origin: .computed, rule: "time")
  }

  /// Without a preposition of time before it, or with "de" after it, "14 heures" is how long something takes.
  private func isDuration(_ clock: Clock, at token: Int) -> Bool {
    let mask = QuantityFunction.to.bit | QuantityFunction.timely.bit
    if has(clock.end, .of), !has(clock.end, .minute) { return true }
    if isMark(clock.end, "/") { return true }
    guard clock.isWord, clock.minute == nil || clock.isHalf else { return false }
    if has(token - 1, any: mask) { return false }
    // «peu après 22 heures»: nothing takes more than half a day but what says so.
    let edges = QuantityFunction.before.bit | QuantityFunction.after.bit
    if clock.hour > 12, clock.hour < 24, has(token - 1, any: edges) { return false }
    if has(token - 1, .and) { return !has(token - 2, .hour) }
    if has(token - 1, .of), has(clock.end, .to), self.clock(at: clock.end + 1) != nil {
      return false
    }
    return !clock.isHalf || !has(token - 1, .being)
  }

  // MARK: - Reading

  private func clock(at token: Int) -> Clock? {
    if let glued = gluedClock(at: token) { return glued }
    if has(token, any: QuantityFunction.noon.bit | QuantityFunction.midnight.bit) {
      return middleClock(at: token)
    }
    // "un" is a numeral only before its half: «une heure et demie».
    let isOne = isUn(token) && has(token + 1, .hour) && has(token + 2, .and)
    let hours = isOne ? Numeral(end: token + 1, whole: 1) : numeral(at: token)
    guard let number = hours, number.fraction.isEmpty, number.exponent == 0,
      !number.isGrouped, number.whole <= 240
    else { return nil }
    var clock = Clock(hour: number.whole, minute: nil, end: number.end + 1)
    if has(number.end, .h) {
      if let minute = digits(clock.end), minute.count == 2 {
        clock.minute = minute.value
        clock.end += 1
      }
      return clock
    }
    guard has(number.end, .hour), !isProper(number.end) else { return nil }
    clock.isWord = true
    if let minute = digits(clock.end), minute.count == 2 {
      clock.minute = minute.value
      clock.end += 1
    } else if has(clock.end, .and), has(clock.end + 1, .half) || has(clock.end + 1, .quarter) {
      clock.isHalf = has(clock.end + 1, .half)
      clock.minute = clock.isHalf ? 30 : 15
      clock.end += 2
    } else if has(clock.end, .less), has(clock.end + 1, .the), has(clock.end + 2, .quarter),
      clock.hour > 0
    {
      clock.hour -= 1
      clock.minute = 45
      clock.end += 3
    } else if let minute = numeral(at: clock.end), minute.isSpelled, minute.whole < 60,
      minute.whole > 1, minute.exponent == 0
    {
      clock.minute = minute.whole
      clock.end = minute.end
    }
    return clock
  }

  /// «midi et demi», «minuit moins le quart»; «midi» alone in a range.
  private func middleClock(at token: Int) -> Clock {
    let hour = has(token, .noon) ? 12 : 0
    if has(token + 1, .and), has(token + 2, .half) || has(token + 2, .quarter) {
      return Clock(hour: hour, minute: has(token + 2, .half) ? 30 : 15, end: token + 3)
    }
    if has(token + 1, .less), has(token + 2, .the), has(token + 3, .quarter) {
      return Clock(hour: (hour + 23) % 24, minute: 45, end: token + 4)
    }
    return Clock(hour: hour, minute: nil, end: token + 1, isBare: true)
  }

  /// "14h30", "9h".
  private func gluedClock(at token: Int) -> Clock? {
    guard flags(token).contains(.number) else { return nil }
    let bytes = bytes(token)
    guard bytes.count <= 5, let mark = bytes.firstIndex(where: { $0 | 0x20 == UInt8(ascii: "h") })
    else { return nil }
    let rest = bytes[(mark + 1)...]
    guard let hour = Self.number(bytes[..<mark]) else { return nil }
    if rest.isEmpty {
      var clock = Clock(hour: hour, minute: nil, end: token + 1)
      if let minute = digits(token + 1), minute.count == 2, isGlued(token + 1) {
        clock.minute = minute.value
        clock.end += 1
      }
      return clock
    }
    guard rest.count == 2, let minute = Self.number(rest) else { return nil }
    return Clock(hour: hour, minute: minute, end: token + 1)
  }

  private static func number(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard !bytes.isEmpty, bytes.count <= 2, bytes.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else {
      return nil
    }
    return bytes.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  /// "du matin", "de l’après-midi", "du soir" after an hour.
  private func partOfDay(at token: Int) -> (isAfternoon: Bool, end: Int)? {
    guard has(token, .of) else { return nil }
    let index = token + 2
    guard let part = find(.dayPart, at: index) ?? find(.dayPart, at: token + 1) else { return nil }
    return (part.word.english == "afternoon" || part.word.english == "evening", part.end)
  }

  // MARK: - English

  /// "2:30 p.m.", in Britain "2:30pm"; whole hours without minutes, "noon" and "midnight".
  private func clockTime(_ clock: Clock) -> String {
    let minute = clock.minute ?? 0
    if minute == 0, clock.hour == 0 { return "midnight" }
    if minute == 0, clock.hour == 12 { return "noon" }
    let hour = clock.hour % 12 == 0 ? 12 : clock.hour % 12
    let isMorning = clock.hour % 24 < 12
    let minutes = minute == 0 ? "" : ":" + (minute < 10 ? "0" : "") + String(minute)
    return switch variety {
    case .us: "\(hour)\(minutes) \(isMorning ? "a.m." : "p.m.")"
    case .gb: "\(hour)\(minutes)\(isMorning ? "am" : "pm")"
    }
  }

  private func duration(_ token: Int, _ clock: Clock) -> TermMatch? {
    let hours = "\(clock.hour) hour\(clock.hour == 1 ? "" : "s")"
    var text = hours
    if clock.isHalf, let spelled = words.spelled[clock.hour] {
      text = clock.hour == 1 ? "an hour and a half" : spelled + " and a half hours"
    } else if let minute = clock.minute, minute > 0 {
      text += " and \(minute) minute\(minute == 1 ? "" : "s")"
    }
    let end = has(clock.end, .minute) ? clock.end + 1 : clock.end
    return TermMatch(
      tokens: token..<end, kind: .time, syntax: .quantity, target: text, article: .asSource,
      morphology: [.plural, .time], isPlural: true, origin: .computed, rule: "duration")
  }
}
