/// A line and a column in bytes, both from 1, counted through text piece by piece.
struct TextPlace: Equatable {
  private(set) var line = 1
  private(set) var column = 1
  private var isAfterReturn = false

  init(line: Int = 1, column: Int = 1) {
    self.line = line
    self.column = column
  }

  /// Goes on past `bytes`; LF, CRLF and CR end a line.
  mutating func advance(over bytes: some Sequence<UInt8>) {
    for byte in bytes {
      if byte == 0x0A && isAfterReturn {
        isAfterReturn = false
        continue
      }
      isAfterReturn = byte == 0x0D
      if byte == 0x0A || byte == 0x0D {
        line += 1
        column = 1
      } else {
        column += 1
      }
    }
  }
}
