internal import Bitext
internal import Terminology

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Compiled tables in the user's cache folder, mapped into memory: written once, checked, rebuilt when stale.
///
/// A damaged or foreign file is rebuilt without a word; where the folder cannot be written the tables stay in
/// memory. A file found sound is sealed: as long as it is not touched, its checksum is not computed again.
/// Layout: magic, key, checksum, count, then offset and size of each section, all 64-bit, sections at
/// multiples of 16.
struct CompiledCache: Sendable {
  /// "VSAVIS" and a number that changes whenever the layout of any table does; glossaries have their own.
  private static let magic: UInt64 =
    0x3430_5349_5641_5356 ^ UInt64(CompiledGlossary.version) << 48
  private let directory: String?

  /// The folder `visavis` under `XDG_CACHE_HOME` or `~/.cache`; `VISAVIS_CACHE` names another, or none if empty.
  /// A relative `XDG_CACHE_HOME` counts for nothing, as its specification says.
  init() {
    func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
    if let own = variable("VISAVIS_CACHE") {
      directory = own.isEmpty ? nil : own
    } else if let cache = variable("XDG_CACHE_HOME"), cache.hasPrefix("/") {
      directory = cache + "/visavis"
    } else {
      directory = variable("HOME").map { $0 + "/.cache/visavis" }
    }
  }

  /// The sections stored under `name` with `key`, or those that `compile` makes, which are then stored.
  func sections(
    name: String, key: UInt64, compile: () throws -> [[UInt8]]
  ) rethrows -> (store: MappedBytes, ranges: [Range<Int>]) {
    let path = directory.map { $0 + "/" + name }
    if let path, let store = MappedBytes(mapping: path) {
      let seal = CacheSeal(path)
      let isSealed = seal?.isSet ?? false
      if let ranges = Self.read(store, key: key, isSound: isSealed) {
        if let seal, !isSealed, seal.isOld { write(seal.bytes, to: seal.path) }
        return (store, ranges)
      }
    }
    let bytes = Self.pack(try compile(), key: key)
    if let path { write(bytes, to: path) }
    let store = MappedBytes(bytes)
    return (store, Self.read(store, key: key, isSound: true) ?? [])
  }

  private static func pack(_ sections: [[UInt8]], key: UInt64) -> [UInt8] {
    var header: [UInt64] = [magic, key, 0, UInt64(sections.count)]
    var position = (header.count + sections.count * 2) * 8
    for section in sections {
      position = (position + 15) & ~15
      header += [UInt64(position), UInt64(section.count)]
      position += section.count
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(position + 8)
    header.withUnsafeBytes { bytes.append(contentsOf: $0) }
    for section in sections {
      while bytes.count % 16 != 0 { bytes.append(0) }
      bytes += section
    }
    while bytes.count % 8 != 0 { bytes.append(0) }
    bytes.withUnsafeMutableBytes { bytes in
      let body = UnsafeRawBufferPointer(rebasing: bytes[(header.count * 8)...])
      bytes.storeBytes(of: checksum(body), toByteOffset: 16, as: UInt64.self)
    }
    return bytes
  }

  /// The places of the sections; nil if the bytes are not what `pack` made. A sound file has its checksum.
  private static func read(_ store: MappedBytes, key: UInt64, isSound: Bool) -> [Range<Int>]? {
    let bytes = store.bytes
    func word(_ index: Int) -> UInt64 { bytes.load(fromByteOffset: index * 8, as: UInt64.self) }
    guard bytes.count >= 32, word(0) == magic, word(1) == key, word(3) < 64 else { return nil }
    let count = Int(word(3))
    let headerSize = (4 + count * 2) * 8
    guard bytes.count >= headerSize, bytes.count % 8 == 0,
      isSound || checksum(UnsafeRawBufferPointer(rebasing: bytes[headerSize...])) == word(2)
    else { return nil }
    var ranges: [Range<Int>] = []
    for index in 0..<count {
      let start = word(4 + index * 2)
      let size = word(5 + index * 2)
      guard start <= UInt64(bytes.count), size <= UInt64(bytes.count) - start else { return nil }
      ranges.append(Int(start)..<Int(start + size))
    }
    return ranges
  }

  /// Four sums side by side, so that a mapped file is checked at the speed of memory.
  private static func checksum(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var sums: SIMD4<UInt64> = [1, 2, 3, 4]
    var offset = 0
    while offset + 32 <= bytes.count {
      sums = (sums &+ bytes.loadUnaligned(fromByteOffset: offset, as: SIMD4<UInt64>.self))
      sums ^= sums &>> 7
      offset += 32
    }
    while offset + 8 <= bytes.count {
      sums[0] = sums[0] &* 31 &+ bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      offset += 8
    }
    return sums[0] ^ sums[1] &* 3 ^ sums[2] &* 5 ^ sums[3] &* 7
  }

  /// Writes beside the file and renames, so that no reader sees half of it. Failure is no error.
  private func write(_ bytes: [UInt8], to path: String) {
    guard let directory else { return }
    var made = ""
    for part in directory.split(separator: "/", omittingEmptySubsequences: false) {
      made += part + "/"
      mkdir(made, 0o700)
    }
    let temporary = path + ".\(getpid())"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return }
    let isComplete = bytes.withUnsafeBytes { buffer in
      var offset = 0
      while offset < buffer.count {
        let written = Glibc.write(
          descriptor, buffer.baseAddress?.advanced(by: offset), buffer.count - offset)
        if written <= 0 { return false }
        offset += written
      }
      return true
    }
    close(descriptor)
    if !isComplete || rename(temporary, path) != 0 { unlink(temporary) }
  }
}
