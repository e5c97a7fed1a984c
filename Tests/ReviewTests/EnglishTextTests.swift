import Bitext
import Testing

@testable import Review

struct EnglishTextTests {
  @Test(arguments: [
    ("Putin’s U.S. visit", ["putin", "us", "visit"]),
    ("O'Neill said the ministries' plan", ["oneill", "said", "the", "ministries", "plan"]),
    ("Erdoğan paid 1,234.5 euros", ["erdogan", "paid", "12345", "euros"]),
    ("He left.Then a Franco-German deal", ["he", "left", "then", "a", "franco", "german", "deal"]),
    ("the rue d’Ulm and L'Oréal", ["the", "rue", "d", "ulm", "and", "l", "oreal"]),
    ("", []), ("… — ’", []),
  ])
  func `cuts text into words`(text: String, words: [String]) {
    #expect(EnglishText(text).words.map { String(decoding: $0.letters, as: UTF8.self) } == words)
  }

  @Test(arguments: [
    ("ministries", "ministry"), ("Labour", "Labor"), ("organisation", "organization"),
    ("policemen", "policeman"), ("defence", "defense"), ("states", "state"), ("boxes", "box"),
  ])
  func `one stem for the forms of a word`(a: String, b: String) {
    #expect(EnglishText(a).words[0].stem == EnglishText(b).words[0].stem)
  }

  @Test(arguments: [
    ("the US agreed", "U.S.", true), ("they told us", "US", false),
    ("the Foreign Ministries agreed", "foreign ministry", true),
    ("ministry, foreign", "foreign ministry", false), ("New", "New York", false),
  ])
  func `finds a form word by word`(text: String, form: String, isThere: Bool) {
    #expect((EnglishText(text).range(of: EnglishForm(form)) != nil) == isThere)
  }

  @Test func `words keep their places`() {
    let text = EnglishText("À Paris, Zelenskyy’s aide")
    #expect(text.string(1..<3) == "Paris, Zelenskyy")
    #expect(text.range(2..<3) == 10..<19)
  }
}

struct EnglishQuantitiesTests {
  @Test(arguments: [
    ("two million people", [2e6]), ("$2.5bn and 3m", [2.5e9, 3e6]), ("1,234.5", [1234.5]),
    ("twenty-one, one hundred and five", [21, 105]), ("the 21st and the first", [21, 1]),
    ("1945 to 1946", [1945, 1946]), ("a dozen", [12]), ("12.5 million", [12.5e6]),
    ("one thousand nine hundred forty-five", [1945]), ("half", [0.5]), ("no number", []),
  ])
  func `reads numbers by value`(text: String, values: [Double]) {
    #expect(EnglishQuantities(EnglishText(text)).numbers.map(\.value) == values)
  }

  @Test func `reads months and weekdays`() {
    let found = EnglishQuantities(EnglishText("On Tuesday, Sept. 3, she may march in May"))
    #expect(found.weekdays.map(\.value) == [2])
    #expect(found.months.map(\.value) == [9, 5])
    #expect(found.days(beside: found.months[0].word) == [3])
  }
}

struct WaiverTests {
  private static let finding = CheckFinding(
    verdict: .missing, severity: .error, kind: .person, source: "Poutine", expected: "Putin",
    sourceRange: 0..<7)

  @Test(arguments: [
    ("visavis-ignore Poutine: said “he” on purpose", true),
    (" visavis-ignore missing POUTINE: as agreed ", true),
    ("visavis-ignore Putin: the English form does too", true),
    ("visavis-ignore missing: any term", true), ("visavis-ignore *: anything", true),
    ("visavis-ignore wrong-number Poutine: another verdict", false),
    ("visavis-ignore Macron: another term", false), ("visavis-ignore Poutine", false),
    ("visavis-ignore Poutine:", false),
  ])
  func `silences what it names, with a reason`(comment: String, isSilent: Bool) throws {
    var list = WaiverList([try #require(Waiver(comment: comment, origin: "a.xlf:3"))])
    #expect((list.reason(for: Self.finding, in: "a.xlf") != nil) == isSilent)
    #expect(list.stale.isEmpty == isSilent)
  }

  @Test func `other comments are no waivers`() {
    #expect(Waiver(comment: "see the style guide: Poutine", origin: "") == nil)
    #expect(Waiver(comment: "visavis-ignore", origin: "") == nil)
  }

  @Test(arguments: [
    ("a.xlf", "a.xlf", true), ("a.xlf", "jobs/a.xlf", true), ("*.xlf", "jobs/a.xlf", true),
    ("jobs/**", "jobs/x/a.xlf", true), ("jobs/*", "jobs/x/a.xlf", false),
    ("b.xlf", "ab.xlf", false),
  ])
  func `file patterns`(pattern: String, path: String, isCovered: Bool) {
    let waiver = Waiver(term: "Poutine", file: pattern, reason: "x", origin: "")
    #expect(waiver.covers(Self.finding, in: path) == isCovered)
  }
}

struct NameSkeletonTests {
  @Test(arguments: [
    ("vasyunik", "wasjunik", true), ("guenther", "gunther", true), ("alexander", "alexandre", true),
    ("milinkevich", "milinkievitch", true), ("roslyak", "rosljak", true),
    // A letter left out, and a spelling that is German.
    ("teltovic", "teletovic", false), ("sergej", "sergey", false), ("obama", "osama", false),
    ("putin", "putin", false),
  ])
  func `knows one name in two romanisations`(word: String, expected: String, isAlike: Bool) {
    #expect(NameSkeleton.isAlike(Array(word.utf8), Array(expected.utf8)) == isAlike)
  }
}
