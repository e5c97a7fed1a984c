/// The English that is written: spelling, dates, quotation marks.
public enum EnglishVariety: String, Sendable, Hashable, CaseIterable {
  case us, gb
}
