/// The end of what closes a link or an image at `start`: "](url "title")", "][label]", "][]" or "]".
func linkTail(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int, limit: Int) -> Int? {
  guard start < limit, bytes[start] == UInt8(ascii: "]") else { return nil }
  let next = start + 1
  guard next < limit else { return next }
  if bytes[next] == UInt8(ascii: "(") {
    return destinationEnd(bytes, at: next + 1, limit: limit) ?? next
  }
  if bytes[next] == UInt8(ascii: "[") {
    return labelEnd(bytes, at: next + 1, limit: limit) ?? next
  }
  return next
}

/// The end of "[label]" after its bracket.
private func labelEnd(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int, limit: Int) -> Int? {
  var index = start
  while index < limit, index - start <= 1000 {
    switch bytes[index] {
    case UInt8(ascii: "\\"): index += 1
    case UInt8(ascii: "["): return nil
    case UInt8(ascii: "]"): return index + 1
    default: break
    }
    index += 1
  }
  return nil
}

/// The end of "(destination "title")" after its parenthesis, nil if it is none.
private func destinationEnd(
  _ bytes: UnsafeBufferPointer<UInt8>, at start: Int, limit: Int
) -> Int? {
  var index = spaceEnd(bytes, at: start, limit: limit)
  guard index < limit else { return nil }
  if bytes[index] == UInt8(ascii: "<") {
    guard let end = closing(UInt8(ascii: ">"), bytes, at: index + 1, limit: limit) else {
      return nil
    }
    index = end
  } else {
    var depth = 0
    while index < limit {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\\"), index + 1 < limit {
        index += 2
        continue
      }
      if byte <= 0x20 || (byte == UInt8(ascii: ")") && depth == 0) { break }
      if byte == UInt8(ascii: "(") { depth += 1 }
      if byte == UInt8(ascii: ")") { depth -= 1 }
      index += 1
    }
  }
  index = spaceEnd(bytes, at: index, limit: limit)
  guard index < limit else { return nil }
  let closers: [UInt8: UInt8] = [
    UInt8(ascii: "\""): UInt8(ascii: "\""), UInt8(ascii: "'"): UInt8(ascii: "'"),
    UInt8(ascii: "("): UInt8(ascii: ")"),
  ]
  if let closer = closers[bytes[index]] {
    guard let end = closing(closer, bytes, at: index + 1, limit: limit) else { return nil }
    index = spaceEnd(bytes, at: end, limit: limit)
  }
  return index < limit && bytes[index] == UInt8(ascii: ")") ? index + 1 : nil
}

/// The byte after the next unescaped `closer`.
private func closing(
  _ closer: UInt8, _ bytes: UnsafeBufferPointer<UInt8>, at start: Int, limit: Int
) -> Int? {
  var index = start
  while index < limit {
    if bytes[index] == closer { return index + 1 }
    index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
  }
  return nil
}

private func spaceEnd(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int, limit: Int) -> Int {
  var index = start
  while index < limit, bytes[index] <= 0x20 || bytes[index] == UInt8(ascii: ">") && index > start {
    index += 1
  }
  return index
}

/// An HTML tag in a text: "<em>", "</em>".
struct MarkdownTag {
  let name: String
  let isClosing: Bool

  /// Nil if `bytes` are no tag: a comment, a declaration.
  init?(_ bytes: some Collection<UInt8>) {
    var rest = bytes.dropFirst()
    guard bytes.first == UInt8(ascii: "<") else { return nil }
    isClosing = rest.first == UInt8(ascii: "/")
    if isClosing { rest = rest.dropFirst() }
    let letters = rest.prefix { MarkdownInline.isWord($0) }
    guard !letters.isEmpty else { return nil }
    name = String(decoding: letters, as: UTF8.self).lowercased()
  }

  /// Tags around words of a sentence, which go with the words.
  private static let phraseTags: Set<String> = [
    "a", "abbr", "b", "bdi", "cite", "del", "dfn", "em", "i", "ins", "mark", "q", "s", "small",
    "span", "strong", "sub", "sup", "u",
  ]

  var isPhrase: Bool { Self.phraseTags.contains(name) }
}
