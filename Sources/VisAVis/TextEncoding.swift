/// How the bytes of an input become UTF-8.
enum TextEncoding: Equatable {
  /// UTF-8, after so many bytes of byte order mark.
  case utf8(skipping: Int)
  /// An encoding ICU converts, after so many bytes of byte order mark; `isGuess` where nothing named it.
  case named(String, skipping: Int, isGuess: Bool)

  /// The encoding that a byte order mark at the start of `bytes` names.
  init?(byteOrderMark bytes: [UInt8]) {
    let marks: [([UInt8], TextEncoding)] = [
      ([0xEF, 0xBB, 0xBF], .utf8(skipping: 3)),
      ([0xFF, 0xFE, 0, 0], .named("UTF-32LE", skipping: 4, isGuess: false)),
      ([0, 0, 0xFE, 0xFF], .named("UTF-32BE", skipping: 4, isGuess: false)),
      ([0xFF, 0xFE], .named("UTF-16LE", skipping: 2, isGuess: false)),
      ([0xFE, 0xFF], .named("UTF-16BE", skipping: 2, isGuess: false)),
    ]
    guard let found = marks.first(where: { bytes.starts(with: $0.0) }) else { return nil }
    self = found.1
  }

  /// The UTF-16 that `bytes` seem to be, though no byte order mark says so: nearly every other one is NUL.
  static func unmarkedUTF16(_ bytes: [UInt8]) -> String? {
    let pairs = min(bytes.count / 2, 2048)
    guard pairs > 1 else { return nil }
    let high = (0..<pairs).count { bytes[2 * $0] == 0 }
    let low = (0..<pairs).count { bytes[2 * $0 + 1] == 0 }
    if low * 10 > pairs * 8, high * 20 < pairs { return "utf-16le" }
    if high * 10 > pairs * 8, low * 20 < pairs { return "utf-16be" }
    return nil
  }

  /// What old French text most often is.
  static let fallback = TextEncoding.named("windows-1252", skipping: 0, isGuess: true)
}

/// Looks through bytes, piece by piece, for what tells their encoding.
///
/// "été" in UTF-8 is two well-formed sequences, in ISO-8859-1 two broken ones.
struct EncodingSurvey {
  /// Well-formed sequences of several bytes.
  private(set) var sequences = 0
  /// Bytes that begin none.
  private(set) var errors = 0
  /// Offsets from the start of the input.
  private(set) var firstError: Int?
  private(set) var firstControl: Int?
  /// How many bytes were looked through.
  private(set) var length = 0
  /// A sequence that the end of the last piece cut.
  private(set) var rest: [UInt8] = []

  /// At least as many well-formed sequences as broken ones; in other encodings they are rare accidents.
  var isMostlyUTF8: Bool { sequences > 0 && sequences >= errors }

  /// Takes the next bytes. `isLast` says that a sequence cut at their end is broken.
  mutating func add(_ bytes: [UInt8], isLast: Bool) {
    let base = length - rest.count
    length += bytes.count
    guard rest.isEmpty else {
      let joined = rest + bytes
      rest = []
      return scan(joined, base, isLast)
    }
    scan(bytes, base, isLast)
  }

  private mutating func scan(_ bytes: [UInt8], _ base: Int, _ isLast: Bool) {
    bytes.withUnsafeBufferPointer { buffer in
      var index = 0
      while index < buffer.count {
        index = Self.plainEnd(buffer, from: index)
        guard index < buffer.count else { break }
        if buffer[index] < 0x80 {
          if firstControl == nil { firstControl = base + index }
          index += 1
          continue
        }
        let length = Self.sequenceLength(buffer, index)
        if length > 0 {
          sequences += 1
          index += length
        } else if !isLast, buffer.count - index < 4, Self.mayGoOn(buffer, index) {
          rest = Array(buffer[index...])
          break
        } else {
          errors += 1
          if firstError == nil { firstError = base + index }
          index += 1
        }
      }
    }
  }

  /// The first byte from `start` that is not ASCII, or a control other than TAB, LF, VT, FF, CR, SUB.
  private static func plainEnd(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let tops: UInt64 = 0x8080_8080_8080_8080
    let raw = UnsafeRawPointer(bytes.baseAddress)
    var index = start
    while index < bytes.count {
      while let raw, bytes.count - index >= 8 {
        let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
        let stops = (word | ((word &- ones &* 0x20) & ~word)) & tops
        if stops != 0 {
          index += stops.trailingZeroBitCount >> 3
          break
        }
        index += 8
      }
      guard index < bytes.count else { break }
      let byte = bytes[index]
      guard byte < 0x80, byte >= 0x20 || byte &- 0x09 < 5 || byte == 0x1A else { return index }
      index += 1
    }
    return index
  }

  /// Whether more bytes might make a sequence of those from `index` on.
  private static func mayGoOn(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    let needed = bytes[index] < 0xE0 ? 2 : bytes[index] < 0xF0 ? 3 : 4
    guard bytes[index] >= 0xC2, bytes[index] <= 0xF4, bytes.count - index < needed else {
      return false
    }
    return bytes[(index + 1)...].allSatisfy { $0 & 0xC0 == 0x80 }
  }

  /// The length of the well-formed sequence at `index` (Unicode Standard, table 3-7), or 0.
  private static func sequenceLength(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int {
    let first = bytes[index]
    let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard first >= 0xC2, first <= 0xF4, index + length <= bytes.count else { return 0 }
    let second = bytes[index + 1]
    let range: ClosedRange<UInt8> =
      switch first {
      case 0xE0: 0xA0...0xBF
      case 0xED: 0x80...0x9F
      case 0xF0: 0x90...0xBF
      case 0xF4: 0x80...0x8F
      default: 0x80...0xBF
      }
    guard range.contains(second) else { return 0 }
    if length > 2, bytes[index + 2] & 0xC0 != 0x80 { return 0 }
    if length > 3, bytes[index + 3] & 0xC0 != 0x80 { return 0 }
    return length
  }
}
