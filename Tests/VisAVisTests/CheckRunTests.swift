import Bitext
import Foundation
import Review
import Testing

@testable import VisAVis

/// What `visavis check` says of pairs of sentences.
@Suite struct CheckRunTests {
  private static let pipeline = try? Pipeline(Configuration())
  /// Its index of forms takes a while.
  private static let run = pipeline.map { CheckRun($0) }

  static func write(_ text: String, _ name: String) throws -> String {
    let folder = NSTemporaryDirectory() + "/visavis-check-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(filePath: folder + "/" + name))
    return folder + "/" + name
  }

  /// The findings of a file, those of at least this severity.
  private func reports(
    _ text: String, _ name: String = "job.tsv", _ least: CheckSeverity = .warning,
    pipeline: Pipeline? = nil, waivers: [Waiver] = []
  ) throws -> [CheckRun.Report] {
    var run = try #require(pipeline.map { CheckRun($0) } ?? Self.run)
    run.waivers = waivers
    var reports: [CheckRun.Report] = []
    _ = try run.run(files: [try Self.write(text, name)]) { report in
      if report.finding.severity >= least { reports.append(report) }
    }
    return reports
  }

  private func lines(_ reports: [CheckRun.Report]) -> [String] {
    reports.filter { $0.finding.waiver == nil }.map {
      "\($0.finding.severity.rawValue) \($0.finding.verdict.rawValue) \($0.finding.source)"
        + ($0.finding.found.map { " | \($0)" } ?? "")
    }
  }

  @Test(arguments: [
    // Order, inflection and short forms.
    (
      "Le ministre russe des Affaires étrangères Sergueï Lavrov est au Caire.",
      "Sergei Lavrov, the Russian foreign minister, is in Cairo."
    ),
    (
      "Le ministre russe des Affaires étrangères Sergueï Lavrov est au Caire.",
      "Russia’s Foreign Minister, Mr. Lavrov, is in Cairo."
    ),
    ("Vladimir Poutine a salué Recep Tayyip Erdogan.", "Putin greeted Recep Tayyip Erdoğan."),
    ("Les États-Unis et le Royaume-Uni", "The U.S. and Britain"),
    ("Le FMI a prêté 2,5 milliards d’euros.", "The International Monetary Fund lent €2.5bn."),
    ("Il est mort le 3 mai 1981.", "He died on 3 May 1981."),
    ("Les années 1980 et le XIXe siècle", "The 80s and the nineteenth century"),
    ("Quelque 12 000 personnes à 98 kg", "Some twelve thousand people of 15 stone 6 pounds"),
    ("La Catalogne vote dimanche.", "Catalan voters go to the polls on Sunday."),
    ("Appelez le 0800 555 111.", "Call 0800 555111."),
    // The power of ten apart, figures in groups, other spacing, kin of names.
    ("Il reste 100 autres milliards.", "Another 100 billion is left."),
    ("Elle a 50 Milliards d’euros.", "It has 50 billion euros."),
    ("On compte 6 628 cas.", "There were 6 628 cases."),
    ("Le groupe JP Morgan Chase recule.", "The JPMorgan Chase group fell."),
    ("L’échec du Congrès coûte cher.", "Costs of congressional failure are high."),
    ("Les députés du pays de Galles", "The Welsh lawmakers"),
    ("Il repart en Angleterre.", "He returned to Britain."),
    // Other romanisations of names that no row has, umlauts, given names in both languages.
    ("Le vice-ministre Iwan Wasjunik a parlé.", "Deputy Minister Ivan Vasyunik spoke."),
    ("Selon Günther Merlau, rien ne presse.", "There is no hurry, says Guenther Merlau."),
    // Names that English says in English, or keeps in quotation marks.
    ("Le vote des Électeurs libres compte.", "The vote of the Free Voters counts."),
    ("Il a joué dans Joyeux Noël.", "He played in “Joyeux Noël.”"),
    // An acronym that is spelt as a place is.
    ("Le FES commence à cinq heures.", "The FES starts at five."),
    ("Il habite rue d’Ulm.", "He lives in the rue d’Ulm."),
    ("Le gouvernement du Land de Hesse a voté.", "The Hessian state government voted."),
    // Units beside figures, other money, times of the day.
    ("Il a nagé le 50 m libre.", "He swam the 50m freestyle."),
    ("Un animal de 1,50m de haut", "An animal 1.50 metres tall"),
    ("Le train à 225 km/h arrive.", "The 140mph train is coming."),
    ("Un chèque de 1,1 million d’euros", "A cheque for 24 million Czech crowns"),
    ("On compte 55 mille 053 chômeurs.", "There are 55.053 unemployed."),
    ("Les années 80 du XIXe siècle", "The 1880s"),
    ("Près de 500 000 personnes", "Nearly half a million people"),
    ("Il vend la licence à l’université.", "He sells the license to the university."),
    ("Elle a fini en 2:21:31.", "She finished in 2:21.31."),
    ("Il sera neuf heures moins vingt.", "It will be 8:40."),
    ("Elle est sortie vers 19.00 heures.", "She left at about 7.00pm."),
  ])
  func `lets a good translation pass`(french: String, english: String) throws {
    #expect(lines(try reports("\(french)\t\(english)\n")) == [])
  }

  @Test(arguments: [
    ("Poutine est à Moscou.", "Poutine is in Moscow.", ["error untranslated Poutine | Poutine"]),
    ("Mme Dupont est là.", "Mme Dupont is here.", ["error untranslated Mme Dupont | Mme"]),
    ("Il vit à Moscou.", "He lives in Moscou.", ["error untranslated Moscou | Moscou"]),
    ("Il parle de la Chine.", "He spoke about Japan.", ["error missing Chine | Japan"]),
    ("Elle quitte Londres demain.", "Tomorrow the trip ends.", ["error missing Londres"]),
    (
      "Vladimir Poutine parle.", "Then Vladimir Puttin spoke.",
      ["warning variant Vladimir Poutine | Puttin"]
    ),
    (
      "Le président russe parle.", "The French president is speaking.",
      ["error missing président russe | French"]
    ),
    ("Il a 31 ans.", "He is 13 years old.", ["error wrong-number 31 | 13"]),
    ("Il y a 2 500 soldats.", "There are soldiers.", ["warning wrong-number 2 500"]),
    ("Il part lundi.", "He leaves on Tuesday.", ["error wrong-date lundi | Tuesday"]),
    (
      "Il est né le 3 mai 1981.", "He was born on May 8, 1981.", ["error wrong-date 3 mai 1981 | 8"]
    ),
    ("Il est né en 1981.", "He was born in 1918.", ["error wrong-date 1981 | 1918"]),
    ("Il est né en 1981.", "He was born in 4981.", ["error wrong-date 1981 | 4981"]),
    ("L’ONU a voté.", "The ONU voted.", ["error untranslated ONU | ONU"]),
    (
      "Deux établissements français ferment.", "Two big U.S. establishments are closing.",
      ["error missing français | U.S."]
    ),
    ("Il a nagé 50 m.", "He swam 60m.", ["error wrong-number 50 m | 60m"]),
    (
      "La Chambre des députés a voté.", "The Chamber of Deputees voted.",
      ["warning variant Chambre des députés | Deputees"]
    ),
    ("Il est né en mars.", "He was born in April.", ["error wrong-date mars | April"]),
    ("Il fait beau ici.", "", ["error untranslated Il fait beau ici."]),
    (
      "Il fait beau ici.", "Il fait beau ici.",
      ["error untranslated Il fait beau ici. | Il fait beau ici."]
    ),
  ])
  func `tells what is wrong`(french: String, english: String, expected: [String]) throws {
    #expect(lines(try reports("source\ttarget\n\(french)\t\(english)\n")) == expected)
  }

  @Test func `a name said before may be a pronoun later`() throws {
    let text = """
      Vladimir Poutine est à Moscou.\tVladimir Putin is in Moscow.
      Vladimir Poutine repart lundi.\tHe leaves on Monday.

      """
    #expect(lines(try reports(text)) == [])
  }

  @Test func `what the next sentence has is not missing`() throws {
    let text = """
      Elle quitte Londres demain.\tTomorrow the trip ends.
      Ce sera tout.\tThat will be all in London.

      """
    #expect(lines(try reports(text)) == [])
  }

  private func pipeline(glossary: String) throws -> Pipeline {
    var configuration = Configuration()
    configuration.glossaries = [try Self.write(glossary, "own.tsv")]
    return try Pipeline(configuration)
  }

  @Test func `rows forbid and deprecate forms`() throws {
    let pipeline = try pipeline(
      glossary: """
        fr\ten\tconcept\tstatus
        Fonds bleu\tBlue Fund\torganization.blue\tpreferred
        Fonds bleu\tAzure Fund\torganization.blue\tforbidden
        Plan vert\tViridian Plan\torganization.green\tdeprecated

        """)
    #expect(
      lines(try reports("La déception grandit.\tThe deception is growing.\n"))
        == ["error forbidden déception | deception"])
    #expect(lines(try reports("Il parle du patron.\tHe spoke of the patron.\n")) == [])
    let text = """
      Le Fonds bleu est né.\tThe Azure Fund was born.
      Le Fonds bleu est né.\tThe Blue Fund was born.
      Le Plan vert est né.\tThe Viridian Plan was born.

      """
    let found = lines(try reports(text, pipeline: pipeline))
    #expect(
      found == [
        "error forbidden Fonds bleu | Azure Fund", "error forbidden Plan vert | Viridian Plan",
      ])
  }

  @Test func `two renderings of one name are inconsistent`() throws {
    let pipeline = try pipeline(
      glossary: "fr\ten\talso\tkind\nKaravanistan\tKaravania\tCaravanland\tplace\n")
    let text = """
      Il vit au Karavanistan.\tHe lives in Karavania.
      Il aime le Karavanistan.\tHe loves Caravanland.

      """
    let reports = try reports(text, pipeline: pipeline)
    #expect(lines(reports) == ["warning inconsistent Karavanistan | Caravanland"])
    #expect(reports.first?.finding.fix == "Karavania")
  }

  // MARK: - Places

  @Test func `tells places on both sides`() throws {
    let report = try #require(
      try reports("fr,en\nÉté : Poutine,\"Summer, Poutine\"\n", "job.csv").first)
    #expect(report.source.line == 2 && report.source.column == 9)
    #expect(report.source.characterColumn == 7)
    #expect(report.place.line == 2 && report.place.column == 26)
    #expect(report.isExact)
    #expect(report.finding.fix == "Putin")
  }

  @Test(arguments: [
    (
      "job.xlf",
      """
      <xliff version="1.2"><file source-language="fr" target-language="en"><body>
      <trans-unit id="7"><source>Poutine <g id="1">parle</g></source>
      <target>Poutine speaks</target></trans-unit></body></file></xliff>
      """, 3, 9
    ),
    (
      "job.tmx",
      """
      <tmx version="1.4"><header/><body><tu><tuv xml:lang="en"><seg>Poutine</seg></tuv>
      <tuv xml:lang="fr"><seg>Poutine</seg></tuv></tu></body></tmx>
      """, 1, 63
    ),
    ("job.md", "> Poutine parle.\n\nNow Poutine speaks.\n", 3, 5),
  ])
  func `finds the place in exchange formats`(
    name: String, text: String, line: Int, column: Int
  ) throws {
    let report = try #require(try reports(text, name).first)
    #expect(report.finding.verdict == .untranslated)
    #expect(report.place.line == line && report.place.column == column)
  }

  // MARK: - Waivers

  @Test(arguments: [
    ("job.tsv", "source\ttarget\tnote\nPoutine parle.\tPoutine speaks.\tNOTE\n"),
    (
      "job.xlf",
      """
      <xliff version="1.2"><file><body><trans-unit id="1"><source>Poutine parle</source>
      <target>Poutine speaks</target><note>NOTE</note></trans-unit></body></file></xliff>
      """
    ),
    (
      "job.xlf",
      """
      <xliff version="2.0"><file><unit id="1"><notes><note>NOTE</note></notes><segment>
      <source>Poutine parle</source><target>Poutine speaks</target></segment></unit></file></xliff>
      """
    ),
    (
      "job.tmx",
      """
      <tmx version="1.4"><header/><body><tu><note>NOTE</note><tuv xml:lang="en"><seg>Poutine</seg></tuv>
      <tuv xml:lang="fr"><seg>Poutine</seg></tuv></tu></body></tmx>
      """
    ),
    ("job.md", "<!-- NOTE -->\n\n> Poutine parle.\n\n<!-- more -->\n\nPoutine speaks.\n"),
  ])
  func `a note in the file lets a finding stand`(name: String, text: String) throws {
    func file(_ note: String) -> String { text.replacing("NOTE", with: note) }
    let waived = try reports(file("visavis-ignore Poutine: a quotation"), name)
    #expect(waived.map(\.finding.waiver) == ["a quotation"])
    let stale = try reports(file("visavis-ignore Macron: a quotation"), name)
    #expect(stale.map(\.finding.verdict).contains(.waiver))
    #expect(stale.map(\.finding.verdict).contains(.untranslated))
    let mute = try reports(file("visavis-ignore Poutine"), name)
    #expect(mute.contains { $0.finding.message.contains("gives no reason") })
  }

  @Test func `waivers from elsewhere count by file`() throws {
    let text = "Poutine parle.\tPoutine speaks.\n"
    let own = Waiver(term: "Poutine", file: "*.tsv", reason: "as agreed", origin: ".visavis.yml:4")
    #expect(lines(try reports(text, waivers: [own])) == [])
    let other = Waiver(
      term: "Poutine", file: "*.xlf", reason: "as agreed", origin: ".visavis.yml:4")
    let stale = try reports(text, waivers: [other])
    #expect(lines(stale).count == 2)
    #expect(stale.last?.place.path == ".visavis.yml" && stale.last?.place.line == 4)
  }

  @Test func `aligns two texts and checks them`() throws {
    let french = try Self.write("Il pleut. Poutine arrive lundi. Fin.\n", "a.fr.txt")
    let english = try Self.write("It is raining. Poutine arrives on Monday. The end.\n", "a.en.txt")
    var reports: [CheckRun.Report] = []
    let summary = try CheckRun(try #require(Self.pipeline)).run(source: french, target: english) {
      if $0.finding.severity > .info { reports.append($0) }
    }
    #expect(lines(reports) == ["error untranslated Poutine | Poutine"])
    #expect(reports.first?.place.path == english && reports.first?.place.column == 16)
    #expect(summary.segments == 3)
  }
}
