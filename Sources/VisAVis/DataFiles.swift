internal import Bitext
internal import CVisAVisData

/// The data files of the package: the embedded ones, or those of a folder that takes their place.
///
/// A folder given by `--data` or `VISAVIS_DATA` has the layout of the embedded names: "Glossaries/offices.tsv",
/// "French/lemmas.tsv". A file it lacks is taken from the embedded ones.
struct DataFiles: Sendable {
  private let files: [String: MappedBytes]
  /// The names in a stable order.
  let names: [String]
  /// Changes when any file does.
  let fingerprint: UInt64

  /// The embedded files, overridden by those under `directory`.
  init(directory: String?) throws {
    var files: [String: MappedBytes] = [:]
    for index in 0..<cvisavis_file_count() {
      let file = cvisavis_file_at(index)
      let name = String(cString: file.name)
      files[name] = MappedBytes(
        permanent: UnsafeRawBufferPointer(start: file.bytes, count: file.size))
    }
    if let directory {
      guard MappedBytes.isFolder(directory) else {
        throw ConfigurationError(
          "visavis: \(directory): error: no such folder; check --data or VISAVIS_DATA",
          exitCode: 66)
      }
      for name in files.keys {
        if let bytes = MappedBytes(mapping: directory + "/" + name) { files[name] = bytes }
      }
    }
    self.files = files
    names = files.keys.sorted()
    fingerprint = Self.fingerprint(of: names.map { ($0, files[$0] ?? MappedBytes([])) })
  }

  /// The file, or no bytes if there is none of the name.
  subscript(name: String) -> MappedBytes { files[name] ?? MappedBytes([]) }

  /// The names that start with `prefix`: "Glossaries/".
  func names(under prefix: String) -> [String] { names.filter { $0.hasPrefix(prefix) } }

  /// A hash over the names and the contents.
  private static func fingerprint(of files: [(String, MappedBytes)]) -> UInt64 {
    files.reduce(FormHash.of("visavis".utf8)) { hash, file in
      let name = FormHash.of(file.0.utf8)
      return (hash ^ name ^ Fingerprint.of(file.1)) &* 0x0000_0100_0000_01b3
    }
  }
}

/// A hash of whole files, four words of 64 bits at a time, so that no multiplication waits for another.
enum Fingerprint {
  private static let factor: UInt64 = 0x9E37_79B9_7F4A_7C15

  static func of(_ file: MappedBytes) -> UInt64 {
    let bytes = file.bytes
    var (a, b, c, d): (UInt64, UInt64, UInt64, UInt64) = (1, 2, 3, 4)
    var offset = 0
    func mix(_ hash: inout UInt64, _ place: Int) {
      let word = bytes.loadUnaligned(fromByteOffset: offset + place, as: UInt64.self)
      hash = (hash ^ word) &* factor
      hash ^= hash >> 29
    }
    while offset + 32 <= bytes.count {
      mix(&a, 0)
      mix(&b, 8)
      mix(&c, 16)
      mix(&d, 24)
      offset += 32
    }
    var hash = UInt64(bytes.count) &* factor
    for lane in [a, b, c, d] {
      hash = (hash ^ lane) &* factor
      hash ^= hash >> 29
    }
    while offset + 8 <= bytes.count {
      let word = bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      hash = (hash ^ word) &* factor
      hash ^= hash >> 29
      offset += 8
    }
    while offset < bytes.count {
      hash = FormHash.next(hash, bytes[offset])
      offset += 1
    }
    return hash
  }
}
