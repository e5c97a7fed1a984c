package import Bitext

/// The stable id of a concept: "office.prime-minister".
package enum ConceptID {
  /// The default id: the kind, a full stop and a slug of the English.
  package static func make(kind: TermKind, target: String) -> String {
    let start = kind.rawValue.utf8.count + 1
    var id: [UInt8] = []
    id.reserveCapacity(start + target.utf8.count)
    id += kind.rawValue.utf8
    id.append(UInt8(ascii: "."))
    for scalar in target.unicodeScalars {
      guard scalar.isASCII else {
        add(scalar, to: &id, start: start)
        continue
      }
      let byte = UInt8(truncatingIfNeeded: scalar.value)
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        id.append(byte)
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): id.append(byte | 0x20)
      case UInt8(ascii: "'"), UInt8(ascii: "."), UInt8(ascii: "/"): break
      default: addHyphen(to: &id, start: start)
      }
    }
    if id.count > start, id.last == hyphen { id.removeLast() }
    return String(decoding: id, as: UTF8.self)
  }

  private static let hyphen = UInt8(ascii: "-")

  private static func addHyphen(to id: inout [UInt8], start: Int) {
    if id.count > start, id.last != hyphen { id.append(hyphen) }
  }

  private static func add(_ scalar: Unicode.Scalar, to id: inout [UInt8], start: Int) {
    let properties = scalar.properties
    if properties.isAlphabetic || properties.numericType != nil {
      id += properties.lowercaseMapping.utf8
    } else {
      addHyphen(to: &id, start: start)
    }
  }
}
