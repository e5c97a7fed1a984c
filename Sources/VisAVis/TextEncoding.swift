internal import ICU

/// What the bytes of an input are.
enum TextEncoding: Equatable {
  /// UTF-8, after so many bytes of byte order mark.
  case utf8(skipping: Int)
  /// An encoding ICU converts, after so many bytes of byte order mark; `isGuess` where nothing named it.
  case named(String, skipping: Int, isGuess: Bool)
  case binary(offset: Int)
  /// Mostly UTF-8, but for the byte at `offset`.
  case brokenUTF8(offset: Int)

  /// Decides by a byte order mark, then control bytes, then validity; what is left is windows-1252.
  ///
  /// `isWhole` says that `bytes` is the whole input, so that a sequence cut at its end is broken.
  static func detect(_ bytes: UnsafeBufferPointer<UInt8>, isWhole: Bool) -> TextEncoding {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return .utf8(skipping: 3) }
    if bytes.starts(with: [0xFF, 0xFE]) { return .named("UTF-16LE", skipping: 2, isGuess: false) }
    if bytes.starts(with: [0xFE, 0xFF]) { return .named("UTF-16BE", skipping: 2, isGuess: false) }
    if let offset = firstControl(bytes) { return .binary(offset: offset) }
    let scan = UTF8Scan(bytes, isWhole: isWhole)
    guard let offset = scan.firstError else { return .utf8(skipping: 0) }
    if scan.sequences > scan.errors { return .brokenUTF8(offset: offset) }
    return .named("windows-1252", skipping: 0, isGuess: true)
  }

  /// The offset of a C0 control other than TAB, LF, VT, FF, CR.
  private static func firstControl(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    bytes.firstIndex { $0 < 0x20 && !(0x09...0x0D).contains($0) && $0 != 0x1A }
  }
}

/// Counts the well-formed and the broken sequences of UTF-8 (Unicode Standard, table 3-7).
struct UTF8Scan {
  private(set) var sequences = 0
  private(set) var errors = 0
  private(set) var firstError: Int?

  init(_ bytes: UnsafeBufferPointer<UInt8>, isWhole: Bool) {
    var index = 0
    while index < bytes.count {
      if bytes[index] < 0x80 {
        index += 1
        continue
      }
      let length = Self.length(bytes, index)
      if length > 0 {
        sequences += 1
        index += length
      } else {
        if !isWhole, bytes.count - index < 4, bytes[index] >= 0xC2 { break }
        errors += 1
        if firstError == nil { firstError = index }
        index += 1
      }
    }
  }

  /// The length of the well-formed sequence at `index`, or 0.
  private static func length(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int {
    func isTail(_ offset: Int) -> Bool {
      index + offset < bytes.count && bytes[index + offset] & 0xC0 == 0x80
    }
    let first = bytes[index]
    let second = index + 1 < bytes.count ? bytes[index + 1] : 0
    switch first {
    case 0xC2...0xDF: return isTail(1) ? 2 : 0
    case 0xE0: return second >= 0xA0 && isTail(1) && isTail(2) ? 3 : 0
    case 0xED: return second < 0xA0 && isTail(1) && isTail(2) ? 3 : 0
    case 0xE1...0xEF: return isTail(1) && isTail(2) ? 3 : 0
    case 0xF0: return second >= 0x90 && isTail(1) && isTail(2) && isTail(3) ? 4 : 0
    case 0xF1...0xF3: return isTail(1) && isTail(2) && isTail(3) ? 4 : 0
    case 0xF4: return second < 0x90 && isTail(1) && isTail(2) && isTail(3) ? 4 : 0
    default: return 0
    }
  }
}
