/// The edges of a trie under construction: each key leads to a node of its own, numbered as they come.
struct EdgeTable {
  /// A key and its node in turn, by open addressing at a load of one half or less; a key of 0 is a free place.
  private(set) var table = [UInt64](repeating: 0, count: 32)
  /// Nodes so far, the root included.
  private(set) var nodeCount = 1
  private var mask: UInt64 = 15

  /// The node of `key`, which is not 0; a new one for a new key.
  mutating func node(_ key: UInt64) -> UInt32 {
    var place = place(of: key)
    if table[place] == key { return UInt32(truncatingIfNeeded: table[place + 1]) }
    if nodeCount * 4 > table.count {
      grow()
      place = self.place(of: key)
    }
    table[place] = key
    table[place + 1] = UInt64(nodeCount)
    nodeCount += 1
    return UInt32(nodeCount - 1)
  }

  /// Where `key` is, or the free place where it belongs.
  private func place(of key: UInt64) -> Int {
    var slot = key & mask
    while true {
      let found = table[Int(slot) * 2]
      if found == key || found == 0 { return Int(slot) * 2 }
      slot = (slot + 1) & mask
    }
  }

  private mutating func grow() {
    let old = table
    table = [UInt64](repeating: 0, count: old.count * 2)
    mask = mask * 2 + 1
    for index in stride(from: 0, to: old.count, by: 2) where old[index] != 0 {
      let place = place(of: old[index])
      table[place] = old[index]
      table[place + 1] = old[index + 1]
    }
  }
}
