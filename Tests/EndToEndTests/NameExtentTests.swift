import Bitext
import Testing
import VisAVis

/// Where a name starts and ends in the draft, and what is no name at all.
@Suite struct NameExtentTests {
  @Test(arguments: [
    ("Elle défend le Commerce Extérieur.", "foreign trade"),
    ("Le Produit Intérieur Brut recule.", "gross domestic product"),
    ("Le directeur de la Santé Animale a démissionné.", "animal health"),
  ])
  func `translates common nouns with capitals`(french: String, english: String) throws {
    #expect(try SharedPipeline.english(of: french).contains(english))
  }

  @Test(arguments: [
    ("Il lit le magazine Sciences Humaines.", "Sciences Humaines"),
    ("Le match se joue au Golf National.", "Golf National"),
    ("Le Plan Nord coûte cher.", "Plan Nord"),
    ("Elle enseigne à l'University of Western Ontario.", "University of Western Ontario"),
    ("Le concert a lieu à la Rhein-Neckar-Arena.", "the Rhein-Neckar-Arena"),
    ("La Commission Attali a rendu son rapport.", "The Attali Commission"),
    ("Joachim Du Bellay et Michel Des Roches écrivent.", "Joachim Du Bellay and Michel Des Roches"),
    ("Mme Des Roches et M. Du Bellay se sont vus.", "Ms. Des Roches and Mr. Du Bellay"),
    ("Selon Du Bellay, le roi avait raison.", "According to Du Bellay"),
    ("Xinyan Ma du Canada a gagné.", "Xinyan Ma of Canada"),
    ("Le président Alexandre Lukashenko a parlé.", "President Alexander Lukashenko"),
    ("Marc Boulanger proteste. Selon Boulanger, tout est perdu.", "According to Boulanger"),
    ("Selon Katell Le Bris, tout va bien.", "According to Katell Le Bris"),
    ("Constance Le Grip a voté.", "Constance Le Grip"),
    ("Agnès Lecœur a gagné.", "Agnès Lecoeur"),
    ("Igor Zelenski, un juge, a parlé.", "Igor Zelensky"),
    ("A. B. Dupont a écrit.", "A. B. Dupont"),
  ])
  func `keeps names whole`(french: String, english: String) throws {
    #expect(try SharedPipeline.english(of: french).contains(english))
  }

  @Test(arguments: [
    ("Selon l'AFP Jean Roussel, tout va bien.", "AFP Jean Roussel"),
    ("Il a rencontré Alan Turner du Musée d'histoire naturelle.", "Alan Turner of the Museum"),
    ("Le fondateur de l'ONG Médecins du monde a protesté.", "NGO Doctors of the World"),
    ("Le PDG de GM Europe est parti.", "GM Europe"),
    ("La présidente d'Énergie-Québec a refusé.", "Énergie"),
  ])
  func `parts a body from a person`(french: String, english: String) throws {
    #expect(try SharedPipeline.english(of: french).contains(english))
  }

  @Test(arguments: [
    (
      "Un citoyen Tchécoslovaque et le gouvernement Hongrois ont signé.", "the Hungarian government"
    ),
    ("Une délégation Espagnole est arrivée.", "A Spanish delegation"),
    ("Nos petits Belges ont gagné.", "Belgians"),
    ("Le chef Taliban a fui.", "Taliban"),
  ])
  func `reads an adjective of nationality with a capital`(french: String, english: String) throws {
    #expect(try SharedPipeline.english(of: french).contains(english))
  }

  @Test(arguments: [
    ("Le juge de Kerzoncuf a refusé.", "Judge de Kerzoncuf"),
    ("Le ministre de Villepin a refusé.", "Minister de Villepin"),
    ("Le roi des Belges Philippe a parlé.", "King Philippe of the Belgians"),
    ("Il a reçu le prix Nobel de chimie.", "the Nobel Prize in chemistry"),
    ("Un porte-parole de la police de Leeds a démenti.", "A Leeds police spokesperson"),
    ("Le préfet du Nord a pris un arrêté.", "Nord prefect"),
    ("Les princesses Anne et Eugenie sont venues.", "Princesses Anne and Eugenie"),
    ("Les voyages pionniers de Fridtjof Nansen sont connus.", "Fridtjof Nansen's pioneering trips"),
    ("L'eurodéputée Fidesz Ildikó Varga a quitté la salle.", "Fidesz European lawmaker Ildik"),
    ("Le représentant Consulaire est venu.", "consular representative"),
    ("Le maire, Paul Roussel, 45 ans, est mort.", "Mayor Paul Roussel, 45, died"),
    ("Un porte-parole, John Kirbyson, a réagi.", "A spokesperson, John Kirbyson, reacted"),
    ("Les députés RN ont voté contre.", "RN lawmakers voted"),
    ("Un député LFI a été exclu.", "An LFI lawmaker was"),
    ("Le préfet d'Île-de-France a parlé.", "prefect of Île-de-France"),
  ])
  func `reads offices`(french: String, english: String) throws {
    #expect(try SharedPipeline.english(of: french).contains(english))
  }

  @Test(arguments: [
    ("La Société française de pneumologie alerte.", "The French Society of Pulmonology"),
    ("La Société européenne de cardiologie alerte.", "European Society of Cardiology"),
    (
      "Les comtés de Pinellas, Manatee et Collier sont inondés.",
      "The Pinellas, Manatee and Collier counties"
    ),
    ("Les régions du Mexique sont touchées.", "regions of Mexico"),
    ("Le Centre de la lutte antiterroriste a fermé.", "Counterterrorism Center"),
    ("Le Comité des relations étrangères se réunit.", "The Foreign Relations Committee"),
    ("Selon la Commission de l'économie, tout va bien.", "the Economy Commission"),
    ("Il dirige le Groupe de travail sur le climat.", "the Working Group on Climate"),
  ])
  func `composes bodies and places`(french: String, english: String) throws {
    #expect(try SharedPipeline.english(of: french).contains(english))
  }

  @Test(arguments: [
    ("L'acteur franco-israélien Simon Katz est mort.", "French-Israeli actor Simon Katz"),
    ("Une otage franco-israélienne a été libérée.", "French-Israeli hostage"),
    ("Le sommet franco-israélien est annulé.", "Franco-Israeli summit"),
  ])
  func `tells people of two nations from what is between them`(
    french: String, english: String
  ) throws {
    #expect(try SharedPipeline.english(of: french).contains(english))
  }

  @Test(arguments: [
    ("Pierre est venu.", "Pierre came."),
    ("Clément, 14 ans, a été tué.", "Clément, 14, was killed."),
    ("Victoire ne viendra pas.", "Victoire will not come."),
    ("Pierre et Marie sont partis.", "Pierre and Marie left."),
    ("Victoire écrasante des Bleus.", "Overwhelming victory"),
    ("Marine marchande : le secteur en crise.", "Merchant navy"),
    ("Julie et son mari sont partis.", "Julie and her husband left."),
    ("Elle habite à Sainte-Julie.", "in Sainte-Julie"),
  ])
  func `tells a given name from a word at the start of a sentence`(
    french: String, english: String
  ) throws {
    #expect(try SharedPipeline.english(of: french).contains(english))
  }

  @Test func `reads capitals without accents`() throws {
    #expect(try SharedPipeline.english(of: "LE MAIRE A ETE ELU").hasPrefix("The mayor was elected"))
  }
}
