internal import ICU

/// Turns the bytes of an input into UTF-8, piece by piece.
struct TextDecoder: ~Copyable {
  /// What stops the decoding, by its offset in the input.
  enum Failure: Error, Equatable {
    case brokenUTF8(offset: Int)
    case control(offset: Int)
    case badSequence(offset: Int)
  }

  /// Nil for UTF-8.
  private var converter: EncodingConverter?
  /// The name of the encoding.
  private(set) var name: String
  /// Looks through UTF-8 that was not looked through before.
  private var survey: EncodingSurvey?
  private var offset = 0
  private var isAtStart = true
  /// A sequence that the end of the last piece cut: it may yet prove to be no UTF-8.
  private var held: [UInt8] = []

  /// `survey` is what is known of the bytes so far; nil if all of them are known to be UTF-8.
  init(_ encoding: TextEncoding, survey: EncodingSurvey?) throws(ICUError) {
    switch encoding {
    case .utf8:
      name = "UTF-8"
      converter = nil
      self.survey = survey
    case .named(let name, _, _):
      self.name = name
      converter = try EncodingConverter(name)
      self.survey = nil
    }
  }

  /// Turns to windows-1252 at the first sign of it, where all bytes so far were ASCII.
  ///
  /// True if it has done so at `bytes`, which are the next ones to decode.
  private mutating func turns(at bytes: [UInt8], _ found: EncodingSurvey) throws(ICUError) -> Bool {
    guard let survey, survey.sequences == 0, !found.isMostlyUTF8, found.firstControl == nil,
      case .named(let name, _, _) = TextEncoding.fallback
    else { return false }
    self.name = name
    converter = try EncodingConverter(name)
    self.survey = nil
    return true
  }

  /// Appends UTF-8 of `bytes` to `output`. True if the encoding has just turned out to be another one.
  ///
  /// At a failure `output` holds what comes before it.
  mutating func decode(
    _ bytes: [UInt8], isLast: Bool, to output: inout [UInt8]
  ) throws -> Bool {
    let start = offset
    offset += bytes.count
    guard let known = survey else {
      try convert(bytes, start, isLast: isLast, to: &output)
      return false
    }
    var found = known
    found.add(bytes, isLast: isLast)
    let text = held + bytes
    let textStart = start - held.count
    if found.firstError != nil, try turns(at: text, found) {
      try convert(text, textStart, isLast: isLast, to: &output)
      return true
    }
    survey = found
    if let offset = found.firstControl ?? found.firstError {
      output.append(contentsOf: text.prefix(max(0, offset - textStart)))
      throw found.firstControl == nil
        ? Failure.brokenUTF8(offset: offset) : .control(offset: offset)
    }
    held = found.rest
    output.append(contentsOf: text.dropLast(held.count))
    return false
  }

  private mutating func convert(
    _ bytes: [UInt8], _ start: Int, isLast: Bool, to output: inout [UInt8]
  ) throws {
    guard converter != nil else {
      output.append(contentsOf: bytes)
      return
    }
    let before = output.count
    let bad = bytes.withUnsafeBufferPointer {
      converter?.convert($0, isLast: isLast, to: &output) ?? nil
    }
    // A byte order mark that the encoding's name did not announce.
    if isAtStart, output[before...].starts(with: [0xEF, 0xBB, 0xBF]) {
      output.removeSubrange(before..<before + 3)
    }
    if output.count > before { isAtStart = false }
    if let bad { throw Failure.badSequence(offset: start + bad) }
  }
}
