package import Bitext

/// English only.
///
/// With `lines`, one output line for every line of the input, whatever ended it: "Bonjour.\r\n\r\n" becomes
/// "Hello.\n\n". Otherwise, and for Markdown, one line per paragraph; code keeps its lines.
package struct PlainTextWriter: DocumentWriter {
  private let lines: Bool
  private var isByLine = true
  private var isAtLineStart = true
  private var previousIsReturn = false

  package init(lines: Bool = true) { self.lines = lines }

  package mutating func begin(_ document: DocumentInfo, into output: inout [UInt8]) {
    isByLine = lines && document.syntax == .plain
    isAtLineStart = true
    previousIsReturn = false
  }

  package mutating func write(_ paragraph: BilingualParagraph, into output: inout [UInt8]) {
    if isByLine {
      copy(paragraph.leading, into: &output)
      putText(of: paragraph, into: &output)
      copy(paragraph.trailing, into: &output)
    } else if paragraph.role == .verbatim {
      // Code keeps its lines, and the indent of the first one.
      let start = paragraph.leading.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
      copy(Array(paragraph.leading[start...]), into: &output)
      copy(Array(paragraph.target.utf8), into: &output)
      end(into: &output)
    } else if paragraph.segments.contains(where: { !$0.target.isEmpty }) {
      putText(of: paragraph, into: &output)
      output.append(UInt8(ascii: "\n"))
      isAtLineStart = true
    }
  }

  package mutating func end(into output: inout [UInt8]) {
    if !isAtLineStart { output.append(UInt8(ascii: "\n")) }
    isAtLineStart = true
  }

  package mutating func finish(into output: inout [UInt8]) {}

  /// The English without line ends, which a source paragraph of several lines may have left in it.
  private mutating func putText(of paragraph: BilingualParagraph, into output: inout [UInt8]) {
    for segment in paragraph.segments {
      putLine(segment.target.utf8, into: &output)
      putLine(segment.gap.utf8, into: &output)
    }
  }

  private mutating func putLine(_ text: String.UTF8View, into output: inout [UInt8]) {
    for byte in text {
      output.append(byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") ? 0x20 : byte)
      isAtLineStart = false
      previousIsReturn = false
    }
  }

  /// Copies `bytes` with every CRLF and CR as LF.
  private mutating func copy(_ bytes: [UInt8], into output: inout [UInt8]) {
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "\n") where previousIsReturn:
        previousIsReturn = false
        continue
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
        output.append(UInt8(ascii: "\n"))
        isAtLineStart = true
      default:
        output.append(byte)
        isAtLineStart = false
      }
      previousIsReturn = byte == UInt8(ascii: "\r")
    }
  }
}
