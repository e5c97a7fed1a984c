#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Why an output cannot be written.
package enum WritingError: Error, Sendable, Hashable {
  case cannotCreate(path: String, reason: String)
  case isInput(path: String)
  /// A bilingual Markdown file that someone worked on.
  case isEdited(path: String)
  case failed(path: String, reason: String)
  /// The reader of standard output has gone: no error for the user.
  case closedPipe

  /// 73 (cannot create), 74 (I/O), of sysexits.h.
  package var exitCode: Int32 {
    switch self {
    case .cannotCreate, .isInput, .isEdited: 73
    case .failed: 74
    case .closedPipe: 0
    }
  }

  package var message: String {
    switch self {
    case .cannotCreate(let path, let reason):
      "visavis: \(path): error: cannot create the file: \(reason)"
    case .isInput(let path):
      "visavis: \(path): error: the output would overwrite the input; name another file with -o"
    case .isEdited(let path):
      "visavis: \(path): error: the file was edited since it was written; --force overwrites it"
    case .failed(let path, let reason): "visavis: \(path): error: cannot write: \(reason)"
    case .closedPipe: ""
    }
  }
}

/// A file written beside its place and renamed at the end, or standard output: nothing is ever half there.
package final class OutputFile {
  private let path: String
  private let temporary: String?
  private var descriptor: Int32 = -1
  private var isDone = false

  /// Standard output.
  package init() {
    path = "standard output"
    temporary = nil
    descriptor = STDOUT_FILENO
  }

  /// A file at `path`, which must be none of `inputs`. Throws `WritingError`.
  package init(path: String, inputs: [String]) throws {
    try Self.check(path, inputs)
    if ForeignFormat.isNamed(path) {
      throw WritingError.cannotCreate(
        path: path,
        reason: "visavis writes no such documents; write .txt, .md or .html and convert that")
    }
    // A link keeps pointing to its file; a device or a pipe is written to as it is.
    let place = Self.resolved(path)
    self.path = place
    guard !Self.isSpecial(place) else {
      temporary = nil
      isDone = true
      descriptor = open(place, O_WRONLY | O_CLOEXEC)
      if descriptor < 0 {
        throw WritingError.cannotCreate(path: path, reason: String(cString: strerror(errno)))
      }
      return
    }
    let temporary = place + ".visavis-\(getpid())"
    self.temporary = temporary
    descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    if descriptor < 0 {
      throw WritingError.cannotCreate(path: path, reason: String(cString: strerror(errno)))
    }
  }

  private static func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }

  private static func isSpecial(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT != S_IFREG
  }

  /// No input and no folder may be overwritten.
  private static func check(_ path: String, _ inputs: [String]) throws {
    var own = stat()
    if stat(path, &own) == 0 {
      for input in inputs {
        var other = stat()
        if stat(input, &other) == 0, other.st_ino == own.st_ino, other.st_dev == own.st_dev {
          throw WritingError.isInput(path: path)
        }
      }
      if own.st_mode & S_IFMT == S_IFDIR {
        throw WritingError.cannotCreate(
          path: path, reason: "it is a folder; end its name with / to write into it")
      }
    }
  }

  deinit {
    guard let temporary, !isDone, descriptor >= 0 else { return }
    close(descriptor)
    unlink(temporary)
  }

  /// Writes and empties `bytes`. Throws `WritingError`.
  package func write(_ bytes: inout [UInt8]) throws(WritingError) {
    var offset = 0
    while offset < bytes.count {
      let written = bytes.withUnsafeBytes { buffer in
        Glibc.write(descriptor, buffer.baseAddress?.advanced(by: offset), buffer.count - offset)
      }
      if written < 0 {
        if errno == EINTR { continue }
        if errno == EPIPE, temporary == nil { throw .closedPipe }
        throw .failed(path: path, reason: String(cString: strerror(errno)))
      }
      offset += written
    }
    bytes.removeAll(keepingCapacity: true)
  }

  /// Puts the file in its place. Throws `WritingError`.
  package func finish() throws(WritingError) {
    guard let temporary else { return }
    isDone = true
    guard close(descriptor) == 0, rename(temporary, path) == 0 else {
      let reason = String(cString: strerror(errno))
      unlink(temporary)
      throw .failed(path: path, reason: reason)
    }
  }
}
