package import Bitext
internal import CVisAVisData

/// The embedded data files, for tests.
package enum EmbeddedData {
  /// The names of all files.
  package static var names: [String] {
    (0..<cvisavis_file_count()).compactMap { cvisavis_file_at($0).name.map { String(cString: $0) } }
  }

  /// The bytes of the file called `name` ("French/lemmas.tsv"), empty if there is none.
  package static func file(_ name: String) -> MappedBytes {
    for index in 0..<cvisavis_file_count() {
      let file = cvisavis_file_at(index)
      if let cName = file.name, String(cString: cName) == name {
        return MappedBytes(permanent: UnsafeRawBufferPointer(start: file.bytes, count: file.size))
      }
    }
    return MappedBytes([])
  }
}
