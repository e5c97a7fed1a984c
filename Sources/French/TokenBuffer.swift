internal import Bitext

/// Tokens on their way into a `TokenTable`, which takes many at a time for the price of a few.
struct TokenBuffer {
  /// As many as fit in what a temporary allocation takes from the stack, 1 KB.
  static let capacity = 32
  static let byteCount = capacity * 26

  private let folded: UnsafeMutableBufferPointer<UInt64>
  private let exact: UnsafeMutableBufferPointer<UInt64>
  private let start: UnsafeMutableBufferPointer<UInt32>
  private let end: UnsafeMutableBufferPointer<UInt32>
  private let flags: UnsafeMutableBufferPointer<TokenFlags>
  private var count = 0

  /// `storage` has `byteCount` bytes, aligned for words of 64 bits.
  init(storage: UnsafeMutableRawBufferPointer) {
    func part<Value>(_ offset: Int, _ type: Value.Type) -> UnsafeMutableBufferPointer<Value> {
      let size = Self.capacity * MemoryLayout<Value>.stride
      let bytes = UnsafeMutableRawBufferPointer(rebasing: storage[offset..<offset + size])
      return bytes.bindMemory(to: type)
    }
    folded = part(0, UInt64.self)
    exact = part(Self.capacity * 8, UInt64.self)
    start = part(Self.capacity * 16, UInt32.self)
    end = part(Self.capacity * 20, UInt32.self)
    flags = part(Self.capacity * 24, TokenFlags.self)
  }

  /// A contraction, which is two tokens, may find no place.
  var isFull: Bool { count > Self.capacity - 2 }

  @inline(__always)
  mutating func push(
    _ folded: UInt64, _ exact: UInt64, _ start: Int, _ end: Int, _ flags: TokenFlags
  ) {
    self.folded[count] = folded
    self.exact[count] = exact
    self.start[count] = UInt32(truncatingIfNeeded: start)
    self.end[count] = UInt32(truncatingIfNeeded: end)
    self.flags[count] = flags
    count += 1
  }

  mutating func flush(into table: inout TokenTable) {
    table.folded.append(contentsOf: UnsafeBufferPointer(rebasing: folded[..<count]))
    table.exact.append(contentsOf: UnsafeBufferPointer(rebasing: exact[..<count]))
    table.start.append(contentsOf: UnsafeBufferPointer(rebasing: start[..<count]))
    table.end.append(contentsOf: UnsafeBufferPointer(rebasing: end[..<count]))
    table.flags.append(contentsOf: UnsafeBufferPointer(rebasing: flags[..<count]))
    count = 0
  }
}
