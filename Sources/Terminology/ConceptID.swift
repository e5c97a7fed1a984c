package import Bitext

/// The stable id of a concept: "office.prime-minister".
package enum ConceptID {
  /// The default id: the kind, a full stop and a slug of the English.
  package static func make(kind: TermKind, target: String) -> String {
    target.withBytes { bytes in
      guard bytes.allSatisfy({ $0 < 0x80 }) else { return kind.rawValue + "." + slug(target) }
      return asciiSlug(bytes, after: prefixes[Int(kind.place)])
    }
  }

  private static let hyphen = UInt8(ascii: "-")
  private static let prefixes = TermKind.allCases.map { Array(($0.rawValue + ".").utf8) }

  /// The same as `slug`, without a look at Unicode's properties.
  private static func asciiSlug(
    _ target: UnsafeBufferPointer<UInt8>, after prefix: [UInt8]
  ) -> String {
    String(unsafeUninitializedCapacity: prefix.count + target.count) { id in
      var count = prefix.count
      for index in prefix.indices { id[index] = prefix[index] }
      for byte in target {
        let lower = byte | 0x20
        if lower >= UInt8(ascii: "a") && lower <= UInt8(ascii: "z") {
          id[count] = lower
          count += 1
        } else if byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") {
          id[count] = byte
          count += 1
        } else if byte != UInt8(ascii: "'"), byte != UInt8(ascii: "."), byte != UInt8(ascii: "/"),
          count > prefix.count, id[count - 1] != hyphen
        {
          id[count] = hyphen
          count += 1
        }
      }
      return count > prefix.count && id[count - 1] == hyphen ? count - 1 : count
    }
  }

  private static func slug(_ target: String) -> String {
    var slug: [UInt8] = []
    for scalar in target.unicodeScalars {
      let properties = scalar.properties
      if properties.isAlphabetic || properties.numericType != nil {
        slug += properties.lowercaseMapping.utf8
      } else if scalar != "'", scalar != ".", scalar != "/", !slug.isEmpty, slug.last != hyphen {
        slug.append(hyphen)
      }
    }
    if slug.last == hyphen { slug.removeLast() }
    return String(decoding: slug, as: UTF8.self)
  }
}
