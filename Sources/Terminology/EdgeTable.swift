/// The edges of a trie under construction: each key leads to a node of its own, numbered as they come.
///
/// By open addressing at a load of one half or less. A place holds the node in its low half, which is 0 for a
/// free place, and the high half of the key: the low half decides where the search begins.
struct EdgeTable {
  private(set) var table = [UInt64](repeating: 0, count: 16)
  /// The key of each node, the root included.
  private var keys: [UInt64] = [0]
  private var mask: UInt64 = 15

  /// Nodes so far, the root included.
  var nodeCount: Int { keys.count }

  /// The node of `key`; a new one for a new key.
  mutating func node(_ key: UInt64) -> UInt32 {
    var place = place(of: key)
    if table[place] != 0 { return UInt32(truncatingIfNeeded: table[place]) }
    if nodeCount * 2 > table.count {
      grow()
      place = self.place(of: key)
    }
    table[place] = Self.edge(key, to: nodeCount)
    keys.append(key)
    return UInt32(truncatingIfNeeded: nodeCount - 1)
  }

  private static func edge(_ key: UInt64, to node: Int) -> UInt64 {
    key & 0xFFFF_FFFF_0000_0000 | UInt64(node)
  }

  /// Where `key` is, or the free place where it belongs.
  private func place(of key: UInt64) -> Int {
    var slot = key & mask
    while true {
      let found = table[Int(slot)]
      if found == 0 || found >> 32 == key >> 32 { return Int(slot) }
      slot = (slot + 1) & mask
    }
  }

  private mutating func grow() {
    table = [UInt64](repeating: 0, count: table.count * 2)
    mask = mask * 2 + 1
    for node in 1..<nodeCount { table[place(of: keys[node])] = Self.edge(keys[node], to: node) }
  }
}
