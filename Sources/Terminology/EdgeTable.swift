/// The edges of a trie under construction: each parent and hash lead to a node of their own, numbered as they come.
///
/// By open addressing at a load of one half or less. A place holds the node in its low half, which is 0 for a
/// free place, and the high half of the edge's key: the low half decides where the search begins.
struct EdgeTable {
  private var table = [UInt64](repeating: 0, count: 16)
  /// Where each node hangs; the root is its own parent.
  private var parents: [UInt32] = [0]
  private var hashes: [UInt64] = [0]
  private var mask: UInt64 = 15

  /// Nodes so far, the root included.
  var nodeCount: Int { parents.count }

  /// The node that `hash` leads to from `parent`; a new one where there is none.
  mutating func node(_ parent: UInt32, _ hash: UInt64) -> UInt32 {
    let key = TermTrie.edgeKey(parent, hash)
    var place = place(of: key)
    if table[place] != 0 { return UInt32(truncatingIfNeeded: table[place]) }
    if nodeCount * 2 > table.count {
      grow()
      place = self.place(of: key)
    }
    let node = UInt32(truncatingIfNeeded: nodeCount)
    table[place] = Self.edge(key, to: node)
    parents.append(parent)
    hashes.append(hash)
    return node
  }

  /// The table with `numbers` in place of the nodes they are of; the root is 0 in both.
  func renumbered(_ numbers: [UInt32]) -> [UInt64] {
    var other = self
    for place in other.table.indices { other.table[place] = 0 }
    for node in 1..<nodeCount {
      let key = TermTrie.edgeKey(numbers[Int(parents[node])], hashes[node])
      other.table[other.place(of: key)] = Self.edge(key, to: numbers[node])
    }
    return other.table
  }

  private static func edge(_ key: UInt64, to node: UInt32) -> UInt64 {
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
    for node in 1..<nodeCount {
      let key = TermTrie.edgeKey(parents[node], hashes[node])
      table[place(of: key)] = Self.edge(key, to: UInt32(truncatingIfNeeded: node))
    }
  }
}
