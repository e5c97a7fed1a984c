import Bitext
import English
import French
import TestSupport
import Testing

@testable import Drafting

/// What a sentence goes through before it is drafted, over the embedded data.
struct DraftBench: Sendable {
  static let shared = Result { try DraftBench() }
  let tagger: Tagger
  let engine: RuleBasedEngine

  init() throws {
    let file = EmbeddedData.file
    let lexicon = Lexicon(MappedBytes(try Lexicon.compile(LexiconSources(file))))
    let model = TaggerModel(
      MappedBytes(try TaggerModel.compile(file("French/tagger-weights.tsv"))))
    tagger = Tagger(lexicon: try #require(lexicon), model: try #require(model))
    let bilingual = try BilingualLexicon.compile(
      lexicon: file("Drafting/bilingual-lexicon.tsv"),
      expressions: [
        file("Drafting/function-words-bilingual.tsv"), file("Drafting/expressions.tsv"),
      ], irregular: try IrregularForms(file("English/irregular-forms.tsv")))
    engine = RuleBasedEngine(
      lexicon: try #require(BilingualLexicon(MappedBytes(bilingual))),
      classes: try TransferClasses(
        file("Drafting/transfer-classes.tsv"),
        prepositions: file("Drafting/transfer-prepositions.tsv")),
      article: try Article(file("English/articles.tsv")), spelling: nil)
  }

  func draft(_ text: [UInt8]) -> Draft {
    let table = Tokenizer().tokenize(text)
    let words = tagger.words(of: table.indices, in: table, text: text)
    let sentence = AnalyzedSentence(
      text: text, table: table, tokens: table.indices, matches: [], words: words)
    var context = DraftContext()
    return engine.draft(sentence, context: &context)
  }
}

@Suite struct RuleBasedEngineTests {
  let bench: DraftBench

  init() throws { bench = try DraftBench.shared.get() }

  @Test(arguments: [
    // Noun phrases.
    ("Le maire a visité une nouvelle école rurale.", "The mayor visited a new rural school."),
    ("Le système de santé fonctionne mal.", "The health system works badly."),
    ("Ce village est plus calme que la capitale.", "This village is calmer than the capital."),
    // Two object pronouns, an indirect one.
    ("Le voisin me l'a donné.", "The neighbor gave it to me."),
    ("Elle le leur a promis.", "She promised it to them."),
    ("Il ne nous l'a pas dit.", "He did not tell us so."),
    ("Ils vous l'ont envoyé hier.", "They sent it to you yesterday."),
    ("La voisine m'a parlé de son jardin.", "The neighbor talked to me about her garden."),
    ("Ce champ nous appartient.", "This field belongs to us."),
    ("La voisine est partie hier.", "The neighbor left yesterday."),
    ("Vous me demandez si elle dort.", "You ask me if she sleeps."),
    ("La loi vient d'être votée.", "The law has just been passed."),
    ("Le club n'a plus joué depuis lundi.", "The club has not played since Monday."),
    ("Le maire a fait construire une grange.", "The mayor had a barn built."),
    ("Il a neigé toute la nuit.", "It snowed all night."),
    ("Les secours sont arrivés vers midi.", "Rescue workers arrived around noon."),
    ("« Qui est là ? » demande sa mère.", "\"Who is there?\" his mother asks."),
    ("La ligue « demande une trêve ».", "The league \"asks for a truce.\""),
    // Tense, voice, auxiliaries.
    ("La commune va construire une piscine.", "The town will build a swimming pool."),
    ("Les prix auraient baissé.", "Prices reportedly fell."),
    ("La fille avait douze ans.", "The girl was twelve years old."),
    ("Il y a trois ans, la rivière était propre.", "Three years ago, the river was clean."),
    ("Il y a des oiseaux dans le jardin.", "There are birds in the garden."),
    // Marks of no grammar keep their spaces.
    ("Le maire | La ville.", "The mayor | the city."),
    ("Le maire(1) et la ville (2).", "The mayor(1) and the city (2)."),
    // Negation and restriction.
    ("Elle n'a jamais répondu à mes lettres.", "She has never answered my letters."),
    ("Nous n'avons que deux voitures.", "We have only two cars."),
    // Pronouns and inversions.
    ("Je ne les ai pas vus.", "I did not see them."),
    ("« Le pont est dangereux », a-t-il déclaré.", "\"The bridge is dangerous,\" he said."),
    ("Pourquoi la banque refuse-t-elle ce prêt ?", "Why does the bank refuse this loan?"),
    // Clauses.
    ("Les enfants qui jouent ici habitent loin.", "Children who play here live far."),
    ("Une femme dont le fils est malade attend.", "A woman whose son is ill waits."),
    ("Il est entré sans dire bonjour.", "He entered without saying hello."),
    ("S'ils gagnent, ils seront champions.", "If they win, they will be champions."),
    // Conjuncts share prepositions, complements and forms.
    (
      "Le bruit des trains et des avions réveille le village.",
      "The noise of trains and planes wakes the village."
    ),
    ("Il a des cousins et des voisins.", "He has cousins and neighbors."),
    (
      "Le vent peut arracher les tuiles et casser les vitres.",
      "The wind can tear off tiles and break windows."
    ),
    // The object follows its verb.
    ("Le maire a signé hier soir le contrat.", "The mayor signed the contract last night."),
    (
      "Le maire a signé hier l'accord sur la pêche.",
      "The mayor signed the agreement on fishing yesterday."
    ),
    // Owners.
    ("Ses voisins ont vendu leur maison.", "Its neighbors sold their house."),
    ("Il se lave les mains.", "He washes his hands."),
    ("Sa femme est malade.", "His wife is ill."),
    // Reported infinitives, time, age, impersonal pronouns.
    (
      "Le suspect a déclaré avoir volé la voiture.",
      "The suspect said he had stolen the car."
    ),
    ("Quand le train arrivera, nous partirons.", "When the train arrives, we will leave."),
    ("Elle est sortie avant que la pluie ne tombe.", "She went out before the rain fell."),
    ("Un homme de 45 ans attend.", "A 45-year-old man waits."),
    ("On sert des repas chauds dans cette école.", "Hot meals are served in this school."),
    ("Elle est avocate.", "She is a lawyer."),
    ("De nouvelles règles ont été prises.", "New rules were taken."),
    ("Le nombre de trains a baissé.", "The number of trains fell."),
    ("Il ne s'agit pas de cela.", "It is not that."),
    // Amounts, measures, compass points.
    ("La banque a relevé ses taux d'un quart.", "The bank raised its rates by a quarter."),
    ("Un séisme de magnitude 6 a frappé la ville.", "A magnitude 6 earthquake hit the city."),
    (
      "Le village se trouve à dix kilomètres de la mer.",
      "The village is ten kilometers from the sea."
    ),
    // Participles and relatives.
    ("Né dans un village, il vit en ville.", "Born in a village, he lives in town."),
    (
      "Le train arrivé hier repart demain.",
      "The train that arrived yesterday starts again tomorrow."
    ),
    ("La décision, prise sans vote, inquiète.", "The decision, taken without a vote, worries."),
    ("Le voisin avec lequel il parle est avocat.", "The neighbor with whom he speaks is a lawyer."),
    (
      "Les règles, dont celle qui interdit le feu, changent.",
      "The rules, including the one that bans the fire, change."
    ),
    (
      "Le feu a détruit la forêt et contraint les habitants à fuir.",
      "The fire destroyed the forest and forced residents to flee."
    ),
    // Pairs, and time that has passed.
    ("Ni le maire ni la police n'ont répondu.", "Neither the mayor nor the police responded."),
    ("Cela fait des années que la ville dort.", "For years the city has been sleeping."),
    ("La guerre entre dans sa quatrième année.", "The war enters its fourth year."),
    ("Il leur est interdit de sortir.", "They are banned from going out."),
    ("Il faut que la violence cesse.", "Violence must stop."),
    ("Qui va gagner ?", "Who will win?"),
    ("Après des mois de pluie, le soleil brille.", "After months of rain, the sun shines."),
    ("Voici les clés.", "Here are the keys."),
    ("Mort d'un alpiniste", "Death of a mountaineer"),
    ("Ce que l'on sait de l'incendie", "What we know about the fire"),
    ("Ils ont été retrouvés morts.", "They were found dead."),
    ("Il y a plus de médecins et moins de bruit.", "There are more doctors and less noise."),
    // What stands around a negation, clefts and dislocations, what is said of an object, words in pairs.
    ("A la suite de cette décision, il a démissionné.", "Following this decision, he resigned."),
    ("Il est sorti sans aucune aide.", "He went out without any aid."),
    ("La loi ne passera pas sans débat.", "The law will not pass without a debate."),
    ("Il ne travaille pas avec eux.", "He does not work with them."),
    ("Les autres villages ont refusé.", "The other villages refused."),
    (
      "Mais c'est le gardien qui avait ouvert la porte.",
      "But it was the guard who had opened the door."
    ),
    ("C'est lui qui a signé.", "It was he who signed."),
    ("Ce qui m'inquiète, c'est la violence.", "What worries me is violence."),
    (
      "Plus la guerre dure, plus les gens souffrent.",
      "The more the war lasts, the more people suffer."
    ),
    ("Une fois la réunion terminée, il est parti.", "Once the meeting was finished, he left."),
    ("Il pourrait y avoir des victimes.", "There could be victims."),
    ("Il n'a toujours pas répondu.", "He still has not responded."),
    ("Il juge les moyens insuffisants.", "He judges means insufficient."),
    ("Elle l'accuse de l'avoir agressée.", "She accuses him of having assaulted her."),
    ("Le trajet en train est long.", "The trip by train is long."),
    ("Les deux camps s'accusent mutuellement.", "The two camps accuse each other."),
    ("Sans doute le gouvernement reculera-t-il.", "No doubt the government will back down."),
    (
      "Contrairement à ce qu'avait annoncé le maire, la rue reste fermée.",
      "Contrary to what the mayor had announced, the street remains closed."
    ),
    (
      "Les habitants, dont la moitié dort, attendent.",
      "Residents, half of whom sleep, wait."
    ),
    ("L'opposition l'emporterait largement.", "The opposition would win easily."),
    (
      "C'est ce que révèle une étude publiée hier.",
      "That is what a study published yesterday reveals."
    ),
    ("Reste une question.", "A question remains."),
    ("Le maire a fait voter une loi.", "The mayor got a law passed."),
    ("Une cellule a été mise en place.", "A cell was set up."),
    ("Il est au-dessus de la moyenne.", "He is above the average."),
    ("Ils se sont donné rendez-vous.", "They arranged to meet."),
    ("La ministre, elle, refuse.", "The minister, for her part, refuses."),
    ("En attendant, il reste.", "In the meantime, he remains."),
    ("Le nombre de cas augmente.", "The number of cases increases."),
    (
      "Il y a trop de violence et trop de voitures.",
      "There is too much violence and too many cars."
    ),
    // Expressions with words between their parts.
    (
      "On a mis en garde les habitants contre la tempête.", "We warned residents against the storm."
    ),
  ])
  func `drafts constructions`(french: String, english: String) {
    #expect(bench.draft(Array(french.utf8)).text == english)
  }

  @Test(arguments: [
    // What goes on, and since when.
    (
      "Des enfants jouaient dehors quand la bombe a explosé.",
      "Children were playing outside when the bomb exploded."
    ),
    (
      "Le pays prépare une réforme depuis des mois.",
      "The country has been preparing a reform for months."
    ),
    ("Voilà trois mois que le théâtre est fermé.", "For three months the theater has been closed."),
    (
      "Il a été arrêté alors qu'il tentait de fuir.", "He was arrested as he was trying to flee."
    ),
    // Until a time.
    (
      "Il a fallu attendre la fin de la guerre pour que les femmes puissent voter.",
      "It was not until the end of the war that women could vote."
    ),
    (
      "Il faudra attendre le printemps pour connaître la date.",
      "It will take until spring to know the date."
    ),
    // Pronouns beside expressions.
    ("Le maire lui a rendu hommage.", "The mayor paid tribute to him."),
    ("Il en veut à ses voisins.", "He is angry with his neighbors."),
    ("Le coureur a fini en tête.", "The runner finished in the lead."),
    ("Le tribunal l'a reconnu coupable.", "The court found it guilty."),
    (
      "La chanteuse rejette les accusations portées à son encontre.",
      "The singer rejects accusations brought against her."
    ),
    // Owners and measures before their noun.
    (
      "La décision du gouvernement a surpris les habitants.",
      "The government's decision surprised residents."
    ),
    (
      "L'arrestation du suspect a surpris les habitants.",
      "The arrest of the suspect surprised residents."
    ),
    ("Le voyage de sept mois a épuisé les marins.", "The seven-month trip exhausted sailors."),
    (
      "La loi de 1905 sépare les églises de l'État.",
      "The 1905 law separates the churches from the state."
    ),
    ("Un enfant sur trois dort mal.", "One in three children sleeps badly."),
    (
      "L'opposition dénonce un texte « dangereux ».",
      "The opposition denounces a \"dangerous\" text."
    ),
    // Speakers and speech.
    (
      "« Le train arrive », a annoncé le conducteur.",
      "\"The train arrives,\" the driver announced."
    ),
    ("« Nous irons au bout », lâche un gréviste.", "\"We will go all the way,\" a striker says."),
    ("On estime que la ville est perdue.", "It is believed that the city is lost."),
    (
      "Rien ne permet d'affirmer que la route est libre.",
      "Nothing makes it possible to say the road is free."
    ),
    // Clauses.
    (
      "Le conseil a refusé, ce qui a surpris la ville.",
      "The council refused, which surprised the city."
    ),
    ("Le parti compte autant de femmes que d'hommes.", "The party has as many women as men."),
    ("Je suis fier de mon équipe.", "I am proud of my team."),
    ("Ils savaient ce qu'ils faisaient.", "They knew what they did."),
    (
      "Il a été demandé aux habitants de rester chez eux.", "Residents were asked to stay home."
    ),
    // Nothing and never.
    ("Rien ne sera plus comme avant.", "Nothing will ever be as before."),
    ("Les policiers n'ont rien vu.", "Police officers saw nothing."),
    ("Le parti n'a rien fait.", "The party did nothing."),
    (
      "Jamais le pays n'avait connu une telle sécheresse.",
      "The country had never experienced such a drought."
    ),
    (
      "Le journaliste a été puni pour avoir dénoncé la corruption.",
      "The journalist was punished for denouncing corruption."
    ),
  ])
  func `drafts news constructions`(french: String, english: String) {
    #expect(bench.draft(Array(french.utf8)).text == english)
  }

  @Test(arguments: [
    // Questions.
    ("Que pensez-vous de la réforme ?", "What do you think of the reform?"),
    ("Comment expliquez-vous ce retard ?", "How do you explain this delay?"),
    ("Qu'est-ce que vous proposez ?", "What do you offer?"),
    ("Que dit le rapport ?", "What does the report say?"),
    // "on", in the passive.
    ("Le maire a été arrêté, a-t-on appris.", "The mayor was arrested, it was learned."),
    ("On lui a demandé de partir.", "He was asked to leave."),
    ("Les mesures que l'on a décidées sont utiles.", "Measures that were decided are useful."),
    // Subjects that stand elsewhere.
    ("Le vote terminé, les élus sont partis.", "With the vote finished, elected officials left."),
    ("Voter la loi serait une erreur.", "Passing the law would be a mistake."),
    ("Ils étaient vingt à chanter.", "Twenty sang."),
    // "dont" with its verb.
    ("Le mal dont souffre la région est ancien.", "The harm that the region suffers from is old."),
    ("L'aide dont le village a besoin arrive.", "The aid that the village needs arrives."),
    // Owners.
    ("La police a arrêté un garçon et son frère.", "The police arrested a boy and his brother."),
    ("Nous avons vu le maire dans son bureau.", "We saw the mayor in his office."),
    ("La colère des agriculteurs grandit.", "The farmers' anger grows."),
    ("Le maire a vendu la salle ; celle-ci était vide.", "The mayor sold the room; it was empty."),
    // "comme", "de" before an amount, "il faut".
    ("Des villages comme le nôtre disparaissent.", "Villages like ours disappear."),
    ("Le taux de chômage est de 5 %.", "The unemployment rate is 5%."),
    ("« Il faut agir », a dit le maire.", #""We must act," the mayor said."#),
    ("Il faut rappeler que la route est fermée.", "It must be recalled that the road is closed."),
    ("Le village craint que le pont ne tombe.", "The village fears that the bridge will fall."),
    ("Il est peu probable que la pluie cesse.", "It is unlikely that the rain will stop."),
    // The noun of an adjective or a verb.
    ("Les autorités ont levé les sanctions.", "The authorities lifted the sanctions."),
    ("C'est une grande surprise.", "It is a big surprise."),
    ("Le plus grand groupe du pays recrute.", "The largest group of the country recruits."),
    ("La loi ne permet pas de voter.", "The law does not make it possible to vote."),
    // Manner, likeness, what is left.
    ("L'homme a parlé de façon très vague.", "The man spoke in a very vague way."),
    ("Elle lit le même livre que sa mère.", "She reads the same book as her mother."),
    ("Il ne reste que des ruines.", "There are only ruins left."),
    ("Il n'y a que trois médecins.", "There are only three doctors."),
    ("Il nous faut agir.", "We must act."),
    ("A mon avis, ils partiront.", "In my opinion, they will leave."),
    ("Les plans Borloo et Juppé ont échoué.", "The Borloo and Juppé plans failed."),
    ("Elle est directrice d'audit interne.", "She is a director of internal audit."),
    // Words that the tagger may take for nouns.
    ("La mesure est utile, estime le maire.", "The measure is useful, the mayor believes."),
    ("Il a plu toute la nuit.", "It rained all night."),
  ])
  func `drafts questions, owners and collocations`(french: String, english: String) {
    #expect(bench.draft(Array(french.utf8)).text == english)
  }

  @Test func `survives mutilated text`() {
    let seed = Array(
      "« La ville, dont le maire (élu en 2014) n'a-t-il pas dit qu'il y aurait moins d'argent ? », a-t-on lu du côté de l'État."
        .utf8)
    let pieces = [
      "ne", " que ", "l'", " du ", "»", "«", " (", "-t-il", " plus ", " se ", " de", "'", " à ",
      " faire ", " dont ", " des ",
    ].map { Array($0.utf8) }
    var state: UInt64 = 42
    func random(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
    for _ in 0..<200 {
      var text = seed
      for _ in 0..<(1 + random(6)) {
        let start = random(text.count)
        let end = min(text.count, start + random(12))
        text.replaceSubrange(start..<end, with: pieces[random(pieces.count)])
      }
      let clean = Array(String(decoding: text, as: UTF8.self).utf8)
      #expect(!bench.draft(clean).text.isEmpty)
    }
  }

  @Test func `drafts a sentence of any length`() {
    let text = Array(String(repeating: "le chat noir que la femme voit dort et ", count: 500).utf8)
    #expect(bench.draft(text).text.utf8.count > 10_000)
  }

  @Test func `drafts the same bytes again`() {
    let text = Array("Le ministre dont parle la presse n'a rien dit hier soir.".utf8)
    #expect(bench.draft(text) == bench.draft(text))
  }
}
