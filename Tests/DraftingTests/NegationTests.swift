import Bitext
import Testing

@testable import Drafting

/// What a draft must not turn round: negations, all and nothing, comparisons.
@Suite struct NegationTests {
  let bench: DraftBench

  init() throws { bench = try DraftBench.shared.get() }

  @Test(arguments: [
    // All and nothing, before the verb in French.
    ("J'ai tout perdu.", "I lost everything."),
    ("Nous avons tout fait pour gagner.", "We did everything to win."),
    ("Il n'a pas tout dit.", "He did not say everything."),
    ("Elle leur a tout raconté.", "She told them everything."),
    ("Il veut tout savoir.", "He wants to know everything."),
    ("Ils ont tous voté contre.", "They all voted against."),
    ("Personne n'a rien vu.", "No one saw anything."),
    ("Il n'a rien pu faire.", "He could not do anything."),
    ("Il ne voulait rien changer.", "He did not want to change anything."),
    ("Il est parti sans rien dire.", "He left without saying anything."),
    // No negation is lost, and none is doubled.
    ("Il n'a plus d'argent.", "He no longer has money."),
    ("Les banques ne verseront plus de primes.", "Banks will no longer pay bonuses."),
    (
      "Le village n'aura bientôt plus de médecin.", "The village will soon no longer have a doctor."
    ),
    ("Il ne veut même plus parler.", "He no longer even wants to speak."),
    (
      "Il n'est pratiquement plus possible de partir.",
      "It is practically no longer possible to leave."
    ),
    ("Ils n'ont pas reçu de réponse.", "They did not receive a response."),
    ("Il n'y a jamais eu de problème.", "There has never been a problem."),
    ("Le projet n'est certainement pas utile.", "The project is certainly not useful."),
    (
      "La mesure ne concerne certainement pas les jeunes.",
      "The measure certainly does not concern young people."
    ),
    ("LES SYNDICATS NE VEULENT PAS NEGOCIER.", "Unions do not want to negotiate."),
    ("Elle n'en veut pas.", "She does not want any."),
    ("Aussi a-t-il décidé de partir.", "So he decided to leave."),
    ("C'est ce qu'il a dit.", "That is what he said."),
    ("Le livre est paru en mars.", "The book was published in March."),
    ("Une lycéenne de seize ans a disparu.", "A sixteen-year-old high school student disappeared."),
    ("Personne n'aurait pu le prévoir.", "No one could have foreseen it."),
    ("Il n'a plus que dix jours.", "He has only ten days."),
    ("Il ne reste plus que trois jours.", "There are only three days left."),
    ("Il cherche un meilleur emploi.", "He is looking for a better job."),
    ("C'est l'été le plus chaud jamais enregistré.", "It is the hottest summer ever recorded."),
    ("C'est un résultat jamais vu.", "It is a result never seen."),
    ("Nul ne sait ce qui s'est passé.", "No one knows what happened."),
    ("Il a moins d'argent que son frère.", "He has less money than his brother."),
    ("Il manque trois joueurs.", "There are three players missing."),
    ("Il n'y a pas que Paris.", "There is not only Paris."),
    ("Non, il n'est pas venu.", "No, he did not come."),
    ("Il n'y a rien eu.", "There was nothing."),
    ("Après avoir tout perdu, il est parti.", "After losing everything, he left."),
    ("Il n'a rien schtroumpfé.", "He schtroumpfé nothing."),
  ])
  func `keeps the sense`(french: String, english: String) {
    #expect(bench.draft(Array(french.utf8)).text == english)
  }
}
