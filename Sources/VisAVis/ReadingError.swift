/// Why an input cannot be read. `message` words it; `exitCode` is that of sysexits.h.
public enum ReadingError: Error, Sendable, Hashable {
  case missing(path: String)
  case directory(path: String)
  case noPermission(path: String)
  /// A folder in which no text is.
  case noTexts(path: String)
  case unreadable(path: String, reason: String)
  /// A document of an office suite, a PDF, a web page: `advice` says how to get text out of it.
  case notText(path: String, kind: String, advice: String)
  case binary(path: String, line: Int, column: Int, offset: Int)
  /// Every other byte is NUL, as in French text in UTF-16 without a byte order mark.
  case unmarkedUTF16(path: String, encoding: String)
  case brokenUTF8(path: String, line: Int, column: Int, offset: Int)
  case unknownEncoding(String, path: String)
  case badSequence(path: String, encoding: String, line: Int, column: Int, offset: Int)
  case tooLarge(path: String, limit: Int)
  /// An exchange file that is damaged or of another format.
  case malformed(path: String, line: Int, column: Int, reason: String)

  /// 66 (no input) for what cannot be opened, 64 (usage) for a bad option, 74 for I/O, else 65 (data).
  public var exitCode: Int32 {
    switch self {
    case .missing, .directory, .noPermission, .noTexts: 66
    case .unknownEncoding: 64
    case .unreadable: 74
    default: 65
    }
  }

  /// "visavis: FILE:LINE:COLUMN: error: what and what to do".
  public var message: String {
    switch self {
    case .missing(let path):
      "visavis: \(path): error: no such file; check the path"
    case .directory(let path):
      "visavis: \(path): error: a folder, not a file; write its texts into another one with -o DIR/, "
        + "or name them, as in \(path)/*.txt"
    case .noTexts(let path):
      "visavis: \(path): error: no text in the folder; .txt, .md and .xlf files are read"
    case .noPermission(let path):
      "visavis: \(path): error: no permission to read it; change that with chmod u+r"
    case .unreadable(let path, let reason):
      "visavis: \(path): error: cannot read the file: \(reason)"
    case .notText(let path, let kind, let advice):
      "visavis: \(path):1:1: error: \(kind), not plain text; \(advice)"
    case .binary(let path, let line, let column, let offset):
      "visavis: \(path):\(line):\(column): error: a binary file (control byte at offset \(offset)); "
        + "visavis reads plain text and Markdown"
    case .unmarkedUTF16(let path, let encoding):
      "visavis: \(path):1:1: error: UTF-16 without a byte order mark, as it seems; "
        + "read it with --encoding \(encoding)"
    case .brokenUTF8(let path, let line, let column, let offset):
      "visavis: \(path):\(line):\(column): error: broken UTF-8 at byte offset \(offset); "
        + "repair the file or name its encoding with --encoding"
    case .unknownEncoding(let name, let path):
      "visavis: \(path): error: no encoding is called '\(name)'; try ISO-8859-15 or windows-1252"
    case .badSequence(let path, let encoding, let line, let column, let offset):
      "visavis: \(path):\(line):\(column): error: byte offset \(offset) is no text in \(encoding); "
        + "name the right encoding with --encoding"
    case .malformed(let path, let line, let column, let reason):
      "visavis: \(path):\(line):\(column): error: \(reason)"
    case .tooLarge(let path, let limit):
      "visavis: \(path):1:1: error: more than \(limit >> 20) MB of Markdown; split the file"
    }
  }
}
