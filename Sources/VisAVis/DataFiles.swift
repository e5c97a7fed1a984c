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

/// A hash of whole files, a word of 64 bits at a time.
enum Fingerprint {
  static func of(_ file: MappedBytes) -> UInt64 {
    let bytes = file.bytes
    var hash = UInt64(bytes.count) &* 0x9E37_79B9_7F4A_7C15
    var offset = 0
    while offset + 8 <= bytes.count {
      let word = bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      hash = (hash ^ word) &* 0x9E37_79B9_7F4A_7C15
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
