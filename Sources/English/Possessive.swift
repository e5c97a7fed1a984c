/// The ending of the genitive: "Putin’s", "the Netherlands’".
package enum Possessive {
  /// What follows `name` (UTF-8): an apostrophe alone after a plural in s, else an apostrophe and s.
  package static func ending(after name: some BidirectionalCollection<UInt8>, isPlural: Bool)
    -> StaticString
  {
    isPlural && name.last == UInt8(ascii: "s") ? "'" : "'s"
  }

  /// What follows a proper name: an apostrophe alone after any s (AP Stylebook, "possessives").
  package static func ending(afterName name: some BidirectionalCollection<UInt8>) -> StaticString {
    ending(after: name, isPlural: true)
  }
}
