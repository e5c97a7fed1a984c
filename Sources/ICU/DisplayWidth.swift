internal import CICU

/// How many columns of a terminal a text takes: "école" 5, "東京" 4, "👩‍🚀" 2; marks and controls 0.
package enum DisplayWidth {
  /// Columns of UTF-8 `text`.
  package static func columns(_ text: some Collection<UInt8>) -> Int {
    let direct = text.withContiguousStorageIfAvailable { buffer in
      Int(cicu_display_width(buffer.baseAddress, Int64(buffer.count)))
    }
    if let direct { return direct }
    return Array(text).withUnsafeBufferPointer {
      Int(cicu_display_width($0.baseAddress, Int64($0.count)))
    }
  }

  package static func columns(_ text: String) -> Int { columns(text.utf8) }

  /// How many bytes at the start of `text` fit into `limit` columns, and the columns they take.
  ///
  /// A letter and its marks, a flag or an emoji sequence are never cut.
  package static func prefix(
    of text: UnsafeBufferPointer<UInt8>, columns limit: Int
  ) -> (bytes: Int, columns: Int) {
    var used: Int64 = 0
    let bytes = cicu_display_prefix(text.baseAddress, Int64(text.count), Int64(limit), &used)
    return (Int(bytes), Int(used))
  }
}
