internal import Bitext

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A note beside a cache file that its checksum was right, with the identity and the times the file had then.
///
/// Writing to the file changes its times, which breaks the seal. Times are coarse, so that a file is sealed
/// only when it is some seconds old.
struct CacheSeal {
  let path: String
  /// The file is old enough for its times to tell.
  let isOld: Bool
  private let identity: [UInt64]

  /// The seal of the file at `path`; nil if there is no such file.
  init?(_ path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    func nanoseconds(_ time: timespec) -> UInt64 {
      UInt64(bitPattern: Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec))
    }
    self.path = path + ".seal"
    identity = [
      UInt64(status.st_dev), UInt64(status.st_ino), UInt64(bitPattern: Int64(status.st_size)),
      nanoseconds(status.st_mtim), nanoseconds(status.st_ctim),
    ]
    isOld = time(nil) - status.st_ctim.tv_sec > 2
  }

  /// The file has been found sound and has not been touched since.
  var isSet: Bool {
    guard let note = MappedBytes(mapping: path) else { return false }
    return identity.withUnsafeBytes { $0.elementsEqual(note.bytes) }
  }

  /// What the note says.
  var bytes: [UInt8] { identity.withUnsafeBytes { Array($0) } }
}
