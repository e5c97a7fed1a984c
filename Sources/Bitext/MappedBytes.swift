#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Read-only bytes that live as long as this object: an array, a file mapped into memory, or static data.
///
/// Compiled tables (glossary index, lexicon) read their numbers and strings from here without copying.
public final class MappedBytes: @unchecked Sendable {
  // Safe to share: the bytes never change after `init`.
  public let bytes: UnsafeRawBufferPointer
  private let release: @Sendable (UnsafeRawBufferPointer) -> Void

  /// Copies `array`.
  public init(_ array: [UInt8]) {
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: max(1, array.count), alignment: 16)
    copy.copyBytes(from: array)
    bytes = UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(copy)[0..<array.count])
    release = { $0.baseAddress?.deallocate() }
  }

  /// Borrows `bytes`, which must never be freed: embedded data.
  public init(permanent bytes: UnsafeRawBufferPointer) {
    self.bytes = bytes
    release = { _ in }
  }

  /// Maps the file at `path`, or gives nil if it is missing, empty or unreadable.
  public init?(mapping path: String) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_size > 0,
      let address = mmap(nil, Int(status.st_size), PROT_READ, MAP_PRIVATE, descriptor, 0),
      address != MAP_FAILED
    else { return nil }
    bytes = UnsafeRawBufferPointer(start: address, count: Int(status.st_size))
    release = { munmap(UnsafeMutableRawPointer(mutating: $0.baseAddress), $0.count) }
  }

  /// The bytes of the file at `path`, an empty one included; nil if it cannot be read.
  public convenience init?(reading path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    if status.st_size == 0, status.st_mode & S_IFMT == S_IFREG {
      self.init([])
    } else {
      self.init(mapping: path)
    }
  }

  /// Whether `path` is a folder.
  public static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Whether `path` is a file, a link followed.
  public static func isFile(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  deinit { release(bytes) }
}
