#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// An open input: a file, or standard input.
struct InputFile: ~Copyable {
  let path: String
  private let descriptor: Int32
  private let isOwned: Bool
  /// The whole input can be read again from its start.
  let isSeekable: Bool
  private(set) var isAtEnd = false

  /// Opens the file at `path`; "-" is standard input. Throws `ReadingError`.
  init(path: String) throws(ReadingError) {
    self.path = path
    var status = stat()
    if path == "-" {
      descriptor = STDIN_FILENO
      isOwned = false
    } else {
      descriptor = open(path, O_RDONLY | O_CLOEXEC)
      isOwned = true
      guard descriptor >= 0 else { throw Self.openingError(path: path, code: errno) }
    }
    guard fstat(descriptor, &status) == 0 else {
      throw .unreadable(path: path, reason: Self.reason(errno))
    }
    let kind = status.st_mode & S_IFMT
    if kind == S_IFDIR { throw .directory(path: path) }
    // Standard input may already be read in part: only its rest counts.
    isSeekable = kind == S_IFREG && (isOwned || lseek(descriptor, 0, SEEK_CUR) == 0)
  }

  deinit { if isOwned { close(descriptor) } }

  private static func openingError(path: String, code: Int32) -> ReadingError {
    switch code {
    case ENOENT, ENOTDIR, ENAMETOOLONG, ELOOP, ENXIO: .missing(path: path)
    case EACCES, EPERM: .noPermission(path: path)
    default: .unreadable(path: path, reason: reason(code))
    }
  }

  private static func reason(_ code: Int32) -> String { String(cString: strerror(code)) }

  /// Appends up to `limit` bytes to `bytes`; at the end of the input it appends none and sets `isAtEnd`.
  mutating func read(into bytes: inout [UInt8], upTo limit: Int) throws(ReadingError) {
    var failure: Int32 = 0
    var count = 0
    withUnsafeTemporaryAllocation(byteCount: limit, alignment: 16) { buffer in
      repeat {
        count = Glibc.read(descriptor, buffer.baseAddress, limit)
        failure = count < 0 ? errno : 0
      } while failure == EINTR
      if count > 0 { bytes.append(contentsOf: UnsafeRawBufferPointer(rebasing: buffer[..<count])) }
    }
    if failure == EISDIR { throw .directory(path: path) }
    if failure != 0 { throw .unreadable(path: path, reason: Self.reason(failure)) }
    if count == 0 { isAtEnd = true }
  }

  /// Goes back to the start of a seekable input.
  mutating func rewind() throws(ReadingError) {
    guard lseek(descriptor, 0, SEEK_SET) == 0 else {
      throw .unreadable(path: path, reason: Self.reason(errno))
    }
    isAtEnd = false
  }
}
