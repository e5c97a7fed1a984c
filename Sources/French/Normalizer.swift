package import Bitext
internal import ICU

/// Brings a paragraph as written into the one form that the analysis reads.
///
/// NFC; one apostrophe, one hyphen; each run of spaces one U+0020; invisible characters gone; full-width
/// forms in ASCII. "L’e\u{301}le\u{301}gance" becomes "L'élégance". Linear, about 1 GB/s on text that
/// needs no change.
package struct Normalizer: Sendable {
  static let unicode = UnicodeNormalizer()

  package init() {}

  /// Normalises UTF-8 `source`; an ill-formed byte becomes U+FFFD.
  ///
  /// `inert` is in order and disjoint: markup vanishes, an atom becomes one U+FFFC, a reference what it stands for. Nothing joins
  /// across an inert span, accents included.
  package func normalize(_ source: [UInt8], inert: [InertSpan] = []) -> NormalizedText {
    var result: (bytes: [UInt8], map: OffsetMap)?
    source.withUnsafeBufferPointer { buffer in
      var pass = NormalizerPass(source: buffer)
      for span in inert {
        let start = min(max(span.range.lowerBound, pass.position), buffer.count)
        let end = min(span.range.upperBound, buffer.count)
        guard start < end else { continue }
        pass.run(to: start)
        pass.skip(to: end, leaving: Self.replacement(for: span.kind))
      }
      pass.run(to: buffer.count)
      if !pass.isUnchanged { result = (pass.output, OffsetMap(units: pass.units)) }
    }
    guard let result else { return NormalizedText(source: source, bytes: source, map: OffsetMap()) }
    return NormalizedText(source: source, bytes: result.bytes, map: result.map)
  }

  /// What the analysis sees of an inert span.
  private static func replacement(for kind: InertSpan.Kind) -> [UInt8] {
    switch kind {
    case .markup: []
    case .atom: objectReplacement
    case .character(let scalar) where scalar.properties.isWhitespace: [0x20]
    case .character("\u{2019}"): [UInt8(ascii: "'")]
    case .character(let scalar): Array(String(scalar).utf8)
    }
  }

  /// U+FFFC, which stands for an atom.
  static let objectReplacement: [UInt8] = [0xEF, 0xBF, 0xBC]
  /// U+FFFD, which stands for an ill-formed byte.
  static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]
}

extension OffsetMap {
  init(units: [Unit]) { self.units = units }
}

/// One walk over one paragraph.
struct NormalizerPass {
  let source: UnsafeBufferPointer<UInt8>
  /// How far the source is read.
  private(set) var position = 0
  private(set) var output: [UInt8] = []
  private(set) var units: [OffsetMap.Unit] = []
  /// Nothing before this place of the output joins with what comes.
  private var barrier = 0
  /// The source up to here, from the start, is the output so far; it is copied when the first change comes.
  private var untouched = 0
  private var isUntouched = true

  init(source: UnsafeBufferPointer<UInt8>) { self.source = source }

  /// Whether the whole output is the source as it stands.
  var isUnchanged: Bool { isUntouched && untouched == source.count }

  /// Takes the source as far as `end`.
  mutating func run(to end: Int) {
    while position < end {
      let clean = cleanEnd(from: position, to: end)
      if clean > position { copy(to: clean) }
      if position < end { rewrite(to: end) }
    }
  }

  /// Passes over an inert span.
  mutating func skip(to end: Int, leaving text: [UInt8]) {
    beginChanges()
    emit(text, from: position, to: end)
    position = end
    barrier = output.count
  }

  // MARK: Clean text

  /// The end of the longest stretch from `start` in which nothing changes.
  private func cleanEnd(from start: Int, to end: Int) -> Int {
    let twoByte = Normalizer.twoByteActions
    var afterSpace = endsInSpace
    var at = start
    return twoByte.withUnsafeBufferPointer { twoByte in
      while at < end {
        at = asciiEnd(from: at, to: end, &afterSpace)
        guard at < end, source[at] >= 0x80 else { return at }
        let lead = source[at]
        if lead < 0xE0 {
          guard lead >= 0xC2, at + 1 < end, source[at + 1].isContinuation else { return at }
          let bits = Int(lead & 0x1F) << 6 | Int(source[at + 1] & 0x3F)
          guard twoByte[bits] == Normalizer.Action.keep.rawValue else { return at }
          at += 2
        } else {
          guard let length = cleanLength(at: at, to: end) else { return at }
          at += length
        }
        afterSpace = false
      }
      return at
    }
  }

  /// The end of the clean ASCII from `start`, eight bytes at a time; stops at a control character, a
  /// grave accent, a second space.
  private func asciiEnd(from start: Int, to end: Int, _ afterSpace: inout Bool) -> Int {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let tops: UInt64 = 0x8080_8080_8080_8080
    var at = start
    let raw = UnsafeRawPointer(source.baseAddress)
    while let raw, end - at >= 8 {
      let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: at, as: UInt64.self))
      let controls = (word &- ones &* 0x20) & ~word
      let graves = word ^ (ones &* 0x60)
      let spaces = word ^ (ones &* 0x20)
      let isSpace = ~(((spaces & ~tops) &+ ~tops) | spaces | ~tops)
      let second = isSpace & (isSpace << 8 | (afterSpace ? 0x80 : 0))
      let stops = (word | controls | ((graves &- ones) & ~graves) | second) & tops
      if stops == 0 {
        at += 8
        afterSpace = isSpace >> 63 == 1
        continue
      }
      let step = stops.trailingZeroBitCount >> 3
      if step > 0 { afterSpace = source[at + step - 1] == 0x20 }
      return at + step
    }
    while at < end {
      let byte = source[at]
      guard byte >= 0x20, byte < 0x80, byte != 0x60, !(afterSpace && byte == 0x20) else { break }
      afterSpace = byte == 0x20
      at += 1
    }
    return at
  }

  /// The length of the character of three or four bytes at `offset` if it stays as it is.
  private func cleanLength(at offset: Int, to end: Int) -> Int? {
    guard let scalar = source.scalar(at: offset, end: end) else { return nil }
    let keeps =
      if scalar.value >> 7 == 0x2000 >> 7 {
        Normalizer.punctuationActions[Int(scalar.value & 0x7F)] == Normalizer.Action.keep.rawValue
      } else {
        Normalizer.action(of: scalar.value) == .keep
      }
    return keeps ? scalar.length : nil
  }

  private var endsInSpace: Bool {
    isUntouched ? untouched > 0 && source[untouched - 1] == 0x20 : output.last == 0x20
  }

  private mutating func copy(to end: Int) {
    if isUntouched {
      untouched = end
    } else {
      output.append(contentsOf: UnsafeBufferPointer(rebasing: source[position..<end]))
    }
    position = end
  }

  private mutating func beginChanges() {
    guard isUntouched else { return }
    isUntouched = false
    output.reserveCapacity(source.count + 16)
    output.append(contentsOf: UnsafeBufferPointer(rebasing: source[0..<untouched]))
  }

  // MARK: Changes

  /// Takes one character that does not simply stay.
  private mutating func rewrite(to end: Int) {
    beginChanges()
    guard let scalar = source.scalar(at: position, end: end) else {
      emit(Normalizer.replacement, from: position, to: position + 1)
      position += 1
      return
    }
    let next = position + scalar.length
    switch Normalizer.action(of: scalar.value) {
    case .space:
      if output.last == 0x20 { attach(to: next) } else { emit([0x20], from: position, to: next) }
    case .drop where isJoiner(scalar.value, before: next, end: end):
      copy(to: next)
    case .drop:
      attach(to: next)
    case .replace:
      emit(Self.text(for: scalar.value), from: position, to: next)
    case .replaceBetweenLetters where isLetterBefore && isLetter(at: next, end: end):
      emit(Self.text(for: scalar.value), from: position, to: next)
    case .compose:
      return compose(scalar, to: end)
    case .keep, .replaceBetweenLetters, .malformed:
      guard Normalizer.unicode.isPlain(scalar.value) else { return compose(scalar, to: end) }
      copy(to: next)
    }
    position = next
  }

  private static func text(for scalar: UInt32) -> [UInt8] {
    guard Normalizer.fullWidth.contains(scalar) else {
      return Normalizer.rewrite(of: scalar)?.text ?? []
    }
    let ascii = UInt8(truncatingIfNeeded: scalar - Normalizer.fullWidth.lowerBound + 0x21)
    return [ascii == 0x60 ? 0x27 : ascii]
  }

  /// Writes `text` for the source from `start` to `end`.
  private mutating func emit(_ text: [UInt8], from start: Int, to end: Int) {
    // A ligature is cut nowhere, though "ﬃ" and "ffi" are as long.
    let isLigature = text.count > 1 && text.allSatisfy { $0 < 0x80 }
    if text.count != end - start || isLigature {
      addUnit(output.count, output.count + text.count, start, end)
    }
    output.append(contentsOf: text)
  }

  private mutating func addUnit(_ from: Int, _ to: Int, _ start: Int, _ end: Int) {
    units.append(
      OffsetMap.Unit(
        normalizedStart: UInt32(truncatingIfNeeded: from),
        normalizedEnd: UInt32(truncatingIfNeeded: to),
        sourceStart: UInt32(truncatingIfNeeded: start), sourceEnd: UInt32(truncatingIfNeeded: end)))
  }

  /// Lets the source up to `end`, which shows as nothing, belong to the character before it.
  private mutating func attach(to end: Int) {
    guard output.count > barrier else { return addUnit(output.count, output.count, position, end) }
    let last = takeLastCharacter()
    addUnit(last.start, output.count, last.sourceStart, end)
  }

  /// Where the last character of the output starts in both texts; its unit, if it has one, is removed.
  private mutating func takeLastCharacter() -> (start: Int, sourceStart: Int) {
    var start = output.count - 1
    while start > barrier, output[start].isContinuation { start -= 1 }
    if let unit = units.last, Int(unit.normalizedEnd) > start {
      units.removeLast()
      return (Int(unit.normalizedStart), Int(unit.sourceStart))
    }
    return (start, position - (output.count - start))
  }

  /// Takes a character that may join the one before it, and all that join it, in NFC.
  private mutating func compose(_ scalar: DecodedScalar, to end: Int) {
    let unicode = Normalizer.unicode
    var start = output.count
    var sourceStart = position
    if output.count > barrier, !unicode.hasBoundary(before: scalar.value) {
      (start, sourceStart) = takeLastCharacter()
    }
    var letters = Array(output[start...])
    var next = position + scalar.length
    letters.append(contentsOf: source[position..<next])
    while next < end, let mark = source.scalar(at: next, end: end) {
      if Normalizer.action(of: mark.value) != .drop {
        guard !unicode.hasBoundary(before: mark.value) else { break }
        letters.append(contentsOf: source[next..<next + mark.length])
      }
      next += mark.length
    }
    output.removeSubrange(start...)
    output.append(contentsOf: (try? unicode.normalize(letters)) ?? letters)
    addUnit(start, output.count, sourceStart, next)
    position = next
  }

  // MARK: Letters

  /// Whether the scalar is a zero-width joiner that makes one picture of two: "👩‍💻".
  private func isJoiner(_ scalar: UInt32, before next: Int, end: Int) -> Bool {
    guard scalar == 0x200D, output.count > barrier, let after = source.scalar(at: next, end: end)
    else { return false }
    var start = output.count - 1
    while start > barrier, output[start].isContinuation { start -= 1 }
    let before = output.withUnsafeBufferPointer { $0.scalar(at: start, end: $0.count)?.value ?? 0 }
    // U+FE0F asks for the coloured form of the picture before it.
    return (before == 0xFE0F || Self.isPicture(before)) && Self.isPicture(after.value)
  }

  private static func isPicture(_ scalar: UInt32) -> Bool {
    scalar > 0x2000 && Unicode.Scalar(scalar)?.properties.isEmoji ?? false
  }

  private var isLetterBefore: Bool {
    guard output.count > barrier else { return false }
    var start = output.count - 1
    while start > barrier, output[start].isContinuation { start -= 1 }
    return output.withUnsafeBufferPointer { Self.isLetter($0, at: start, end: $0.count) }
  }

  /// Whether the first visible character from `offset` is a letter.
  private func isLetter(at offset: Int, end: Int) -> Bool {
    var at = offset
    while at < end, let scalar = source.scalar(at: at, end: end) {
      guard Normalizer.action(of: scalar.value) == .drop else {
        return Self.isLetter(source, at: at, end: end)
      }
      at += scalar.length
    }
    return false
  }

  private static func isLetter(_ text: UnsafeBufferPointer<UInt8>, at offset: Int, end: Int) -> Bool
  {
    guard let scalar = text.scalar(at: offset, end: end) else { return false }
    if scalar.value < 0x80 { return text[offset].isASCIILetter }
    return Unicode.Scalar(scalar.value)?.properties.isAlphabetic ?? false
  }
}
