/// A set of form hashes. They are mixed well already, so that open addressing needs no hasher.
public struct FormSet: Sendable {
  /// A power of two of places, at most half of them taken; 0 is an empty one.
  @usableFromInline var places: [UInt64]
  @usableFromInline var mask: UInt64
  public private(set) var count = 0

  public init() {
    places = [UInt64](repeating: 0, count: 8)
    mask = 7
  }

  public init(_ hashes: some Sequence<UInt64>) {
    self.init()
    for hash in hashes { insert(hash) }
  }

  /// The hash as it is stored and where its search begins.
  @inlinable @inline(__always)
  static func key(_ hash: UInt64) -> UInt64 { hash == 0 ? 1 : hash }

  @inlinable @inline(__always)
  public func contains(_ hash: UInt64) -> Bool {
    let key = Self.key(hash)
    var place = (key ^ key >> 32) & mask
    while true {
      let found = places[Int(truncatingIfNeeded: place)]
      if found == key { return true }
      if found == 0 { return false }
      place = (place &+ 1) & mask
    }
  }

  public mutating func insert(_ hash: UInt64) {
    let key = Self.key(hash)
    var place = (key ^ key >> 32) & mask
    while places[Int(place)] != 0 {
      if places[Int(place)] == key { return }
      place = (place &+ 1) & mask
    }
    places[Int(place)] = key
    count += 1
    if count * 2 > places.count { grow() }
  }

  private mutating func grow() {
    let old = places
    places = [UInt64](repeating: 0, count: old.count * 4)
    mask = UInt64(places.count - 1)
    for key in old where key != 0 {
      var place = (key ^ key >> 32) & mask
      while places[Int(place)] != 0 { place = (place &+ 1) & mask }
      places[Int(place)] = key
    }
  }

  /// Calls `body` with each hash, in no order of meaning.
  public func forEach(_ body: (UInt64) -> Void) {
    for key in places where key != 0 { body(key) }
  }

  public func union(_ other: FormSet) -> FormSet {
    var result = self
    for key in other.places where key != 0 { result.insert(key) }
    return result
  }
}

/// Values by form hashes, found as those of a `FormSet` are.
public struct FormMap<Value: Sendable>: Sendable {
  @usableFromInline var keys: [UInt64]
  /// The index of the value of each key.
  @usableFromInline var indices: [Int32]
  @usableFromInline var mask: UInt64
  @usableFromInline var stored: [Value] = []

  @inlinable
  public init() {
    keys = [UInt64](repeating: 0, count: 8)
    indices = [Int32](repeating: 0, count: 8)
    mask = 7
  }

  /// The first value of a hash stays.
  @inlinable
  public init(_ pairs: some Sequence<(UInt64, Value)>) {
    self.init()
    for (hash, value) in pairs where self[hash] == nil { self[hash, default: value] = value }
  }

  @inlinable
  public var isEmpty: Bool { stored.isEmpty }

  /// The values in the order in which their hashes came.
  @inlinable
  public var values: [Value] { stored }

  @inlinable @inline(__always)
  func index(of hash: UInt64) -> Int? {
    let key = FormSet.key(hash)
    var place = (key ^ key >> 32) & mask
    while true {
      let found = keys[Int(truncatingIfNeeded: place)]
      if found == key { return Int(indices[Int(truncatingIfNeeded: place)]) }
      if found == 0 { return nil }
      place = (place &+ 1) & mask
    }
  }

  @inlinable @inline(__always)
  public subscript(hash: UInt64) -> Value? {
    guard let index = index(of: hash) else { return nil }
    return stored[index]
  }

  /// The value of `hash`, which is `initial` before any other is given.
  @inlinable
  public subscript(hash: UInt64, default initial: @autoclosure () -> Value) -> Value {
    get { self[hash] ?? initial() }
    _modify {
      let index = index(of: hash) ?? insert(hash, initial())
      yield &stored[index]
    }
  }

  @inlinable
  public func mapValues<Other>(_ change: (Value) -> Other) -> FormMap<Other> {
    var result = FormMap<Other>()
    (result.keys, result.indices, result.mask) = (keys, indices, mask)
    result.stored = stored.map(change)
    return result
  }

  @inlinable
  mutating func insert(_ hash: UInt64, _ value: Value) -> Int {
    if (stored.count + 1) * 2 > keys.count { grow() }
    let key = FormSet.key(hash)
    let place = freePlace(key)
    keys[place] = key
    indices[place] = Int32(truncatingIfNeeded: stored.count)
    stored.append(value)
    return stored.count - 1
  }

  @inlinable
  func freePlace(_ key: UInt64) -> Int {
    var place = (key ^ key >> 32) & mask
    while keys[Int(place)] != 0 { place = (place &+ 1) & mask }
    return Int(place)
  }

  @inlinable
  mutating func grow() {
    let (oldKeys, oldIndices) = (keys, indices)
    keys = [UInt64](repeating: 0, count: oldKeys.count * 4)
    indices = [Int32](repeating: 0, count: oldKeys.count * 4)
    mask = UInt64(keys.count - 1)
    for (key, index) in zip(oldKeys, oldIndices) where key != 0 {
      let place = freePlace(key)
      keys[place] = key
      indices[place] = index
    }
  }
}
