extension ProjectSettings {
  /// A file of settings in which everything is explained and nothing set.
  package static let template = """
    # Settings of visavis for this folder and those below it. The command line wins.

    # Glossaries of your own, paths from this file; later ones win, all win over the built-in ones.
    #glossaries:
    #  - terms.tsv

    # Leave the built-in glossaries out.
    #builtin: false

    # The English written: us or gb.
    #english: us

    # Letters of foreign names: plain (Erdogan) or keep (Erdoğan).
    #diacritics: plain

    # What drafts the English: draft (whole sentences) or terms (names and titles only).
    #engine: draft

    # Bilingual Markdown: table, stacked or interleaved.
    #layout: table

    # The house's spellings: by the English that visavis gives, a word of names, or the id of a concept
    # (visavis glossary lookup shows it).
    #prefer:
    #  Kyiv: Kiev
    #  Sergei: Sergey
    #  place.beijing: Peking

    # Findings of visavis check to live with; term, rule and file narrow one down.
    #waivers:
    #  - term: Twitter
    #    rule: variant
    #    reason: the client says Twitter

    """
}
