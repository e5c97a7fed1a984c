import Bitext
import Testing
import VisAVis

/// French sentences through the whole pipeline, with the English that must stand in the draft.
@Suite struct NamesAndTitlesTests {
  private func draft(_ text: String) throws -> String {
    var state = DocumentState()
    return try SharedPipeline.draft.get().translate(
      SourceParagraph(text: Array(text.utf8)), state: &state
    )
    .target.replacingCurlyApostrophes
  }

  @Test(arguments: [
    (
      "La ministre estonienne de la Culture, Kadri Laanemets, a démissionné.",
      "Estonian Culture Minister Kadri Laanemets"
    ),
    (
      "Le ministre des Affaires étrangères letton Janis Ozols est arrivé.",
      "Latvian Foreign Minister Janis Ozols"
    ),
    (
      "Les ministres grec et chypriote Nikos Vassos et Andreas Hadjis ont signé.",
      "Greek Minister Nikos Vassos and Cypriot Minister Andreas Hadjis"
    ),
    ("L'ancien président péruvien Raul Quispe est mort.", "ormer Peruvian President Raul Quispe"),
    (
      "Le vice-Premier ministre bulgare a parlé avec son homologue serbe.",
      "Bulgarian deputy prime minister"
    ),
    ("Le roi Philippe VI d'Espagne a reçu les lauréats.", "King Felipe VI"),
    ("Le pape Léon XIV a prié à Beyrouth.", "Pope Leo XIV"),
    ("Ils prient la Vierge Marie.", "the Virgin Mary"),
    (
      "L'ambassadeur du Brésil en Norvège, Paulo Teles, est reparti.",
      "Brazilian Ambassador to Norway Paulo Teles"
    ),
    ("Le ministère norvégien de la Pêche a réagi.", "Norwegian Fisheries Ministry"),
    ("La Cour suprême polonaise a tranché.", "Polish Supreme Court"),
    ("Le bureau d'Angela Merkel a confirmé.", "Angela Merkel's office"),
    ("Le skieur russe Guennadi Chtcherbakov a gagné.", "Gennady Shcherbakov"),
    ("Jacques Bouchardeau habite à Chirac.", "Jacques Bouchardeau"),
    ("La réunion aura lieu le jeudi 4 juin 2026 à 18 h 30.", "Thursday, June 4, 2026"),
    ("Le budget atteint 12 345,6 millions d'euros.", "12,345.6 million euros"),
    ("Le roman date du XVIIIe siècle.", "18th century"),
    ("Les Finlandais et les Suisses votent dimanche.", "Finns"),
    ("Un touriste néo-zélandais a disparu au Cap.", "Cape Town"),
    ("La ministre de la Défense habite près de La Défense.", "near La Défense"),
    ("Tours de magie à Tours.", "Tours"),
  ])
  func `puts names and titles into English`(french: String, english: String) throws {
    let draft = try draft(french)
    #expect(draft.contains(english), "\(draft)")
  }

  @Test func `prefers a person of the document to a namesake of one word`() throws {
    let draft = try draft("La Bible est ouverte. Jovenel Moïse est mort et Moïse manque à Haïti.")
    #expect(draft.contains("Moïse"), "\(draft)")
    #expect(!draft.contains("Moses"), "\(draft)")
  }

  @Test func `remembers a person by the surname`() throws {
    let text = "Oleksandr Tchoumak a été élu. Tchoumak prêtera serment lundi."
    let draft = try draft(text)
    #expect(draft.contains("Oleksandr Chumak"), "\(draft)")
    #expect(!draft.contains("Tchoumak"), "\(draft)")
  }

  @Test func `writes British English on request`() throws {
    var configuration = Configuration()
    configuration.english = .gb
    var state = DocumentState()
    let text = "Le ministre turc de la Défense est arrivé le 12 avril 2024."
    let result = try Pipeline(configuration)
      .translate(SourceParagraph(text: Array(text.utf8)), state: &state).target
    #expect(result.contains("defence minister"), "\(result)")
    #expect(result.contains("12 April 2024"), "\(result)")
  }
}

/// One pipeline for all tests: a first run compiles the data.
enum SharedPipeline {
  static let draft: Result<Pipeline, any Error> = Result { try Pipeline(Configuration()) }
}

extension String {
  /// Straight apostrophes for the comparison.
  fileprivate var replacingCurlyApostrophes: String {
    String(map { $0 == "’" ? "'" : $0 })
  }
}
