internal import Bitext

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Cuts text into paragraphs at LF, CRLF and CR; U+2028, U+0085, VT and FF end no line.
struct LineSplitter {
  typealias Body = (SourceParagraph) throws -> Void

  /// Lines up to a blank one are one paragraph, their line ends kept inside.
  let isWrapped: Bool
  /// The line of the next byte, from 1.
  private(set) var line = 1
  /// The start of a line whose end is still to come.
  private(set) var pending: [UInt8] = []
  /// The last piece ended in CR: an LF now belongs to it.
  private var isAfterReturn = false
  /// The paragraph that wrapped lines are added to.
  private var open: SourceParagraph?
  private var hasBlank = false

  init(isWrapped: Bool) { self.isWrapped = isWrapped }

  /// Takes the next bytes; calls `body` with each paragraph that they complete.
  mutating func push(_ bytes: [UInt8], isLast: Bool, body: Body) throws {
    try bytes.withUnsafeBufferPointer { buffer in
      var start = 0
      if isAfterReturn, !buffer.isEmpty {
        isAfterReturn = false
        start = buffer[0] == 0x0A ? 1 : 0
        try finishLine(buffer[0..<0], end: start == 1 ? [0x0D, 0x0A] : [0x0D], body)
      }
      var feed = Self.find(0x0A, in: buffer, from: start)
      var carriageReturn = Self.find(0x0D, in: buffer, from: start)
      while true {
        let end = min(feed, carriageReturn)
        guard end < buffer.count else { break }
        if end == carriageReturn, end + 1 == buffer.count {
          pending.append(contentsOf: buffer[start..<end])
          isAfterReturn = true
          start = buffer.count
          break
        }
        let isPair = end == carriageReturn && buffer[end + 1] == 0x0A
        try finishLine(buffer[start..<end], end: isPair ? [0x0D, 0x0A] : [buffer[end]], body)
        start = end + (isPair ? 2 : 1)
        if feed < start { feed = Self.find(0x0A, in: buffer, from: start) }
        if carriageReturn < start { carriageReturn = Self.find(0x0D, in: buffer, from: start) }
      }
      pending.append(contentsOf: buffer[start...])
      if isLast { try finish(buffer[0..<0], body) }
    }
  }

  private mutating func finish(_ nothing: Slice<UnsafeBufferPointer<UInt8>>, _ body: Body) throws {
    if isAfterReturn {
      try finishLine(nothing, end: [0x0D], body)
    } else if !pending.isEmpty {
      try finishLine(nothing, end: [], body)
    }
    isAfterReturn = false
    if let open { try body(open) }
    open = nil
  }

  /// The first `byte` from `start`, or the end.
  private static func find(
    _ byte: UInt8, in buffer: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Int {
    guard let base = buffer.baseAddress, start < buffer.count,
      let found = memchr(base + start, Int32(byte), buffer.count - start)
    else { return buffer.count }
    return UnsafeRawPointer(base).distance(to: UnsafeRawPointer(found))
  }

  private mutating func finishLine(
    _ rest: Slice<UnsafeBufferPointer<UInt8>>, end: [UInt8], _ body: Body
  ) throws {
    var text: [UInt8] = []
    swap(&text, &pending)
    text.append(contentsOf: rest)
    let number = line
    line += 1
    if isWrapped {
      try join(text, end: end, line: number, body)
    } else {
      try body(SourceParagraph(text: text, line: number, trailing: end))
    }
  }

  /// Adds a line to the open paragraph, or a blank one to what follows it.
  private mutating func join(_ text: [UInt8], end: [UInt8], line: Int, _ body: Body) throws {
    let isBlank = text.allSatisfy { $0 == 0x20 || $0 == 0x09 }
    if isBlank {
      if open == nil { open = SourceParagraph(text: [], line: line) }
      open?.trailing += text + end
      hasBlank = true
    } else if open == nil || hasBlank {
      if let done = open { try body(done) }
      open = SourceParagraph(text: text, line: line, trailing: end)
      hasBlank = false
    } else {
      // The text is taken out while it grows, so that it is not copied for every line.
      guard var paragraph = open.take() else { return }
      paragraph.text += paragraph.trailing
      paragraph.text += text
      paragraph.trailing = end
      open = paragraph
    }
  }
}
