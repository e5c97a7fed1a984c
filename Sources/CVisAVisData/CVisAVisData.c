#pragma clang diagnostic ignored "-Wc23-extensions"
// Embeds the data files; a file added under Glossaries or a Data folder gets two lines here.
#include "CVisAVisData.h"

static const uint8_t english_articles[] = {
#embed "../English/Data/articles.tsv"
};

static const uint8_t english_irregular_forms[] = {
#embed "../English/Data/irregular-forms.tsv"
};

static const uint8_t english_spelling[] = {
#embed "../English/Data/spelling.tsv"
};

static const uint8_t french_nominal_inflection[] = {
#embed "../French/Data/nominal-inflection.tsv"
};

static const uint8_t french_conjugation[] = {
#embed "../French/Data/conjugation.tsv"
};

static const uint8_t french_verb_paradigms[] = {
#embed "../French/Data/verb-paradigms.tsv"
};

static const uint8_t french_function_words[] = {
#embed "../French/Data/function-words.tsv"
};

static const uint8_t french_guess_endings[] = {
#embed "../French/Data/guess-endings.tsv"
};

static const uint8_t french_lemmas[] = {
#embed "../French/Data/lemmas.tsv"
};

static const cvisavis_file files[] = {
    {"English/articles.tsv", english_articles, sizeof english_articles},
    {"English/irregular-forms.tsv", english_irregular_forms, sizeof english_irregular_forms},
    {"English/spelling.tsv", english_spelling, sizeof english_spelling},
    {"French/nominal-inflection.tsv", french_nominal_inflection, sizeof french_nominal_inflection},
    {"French/conjugation.tsv", french_conjugation, sizeof french_conjugation},
    {"French/verb-paradigms.tsv", french_verb_paradigms, sizeof french_verb_paradigms},
    {"French/function-words.tsv", french_function_words, sizeof french_function_words},
    {"French/guess-endings.tsv", french_guess_endings, sizeof french_guess_endings},
    {"French/lemmas.tsv", french_lemmas, sizeof french_lemmas},
    {"", 0, 0},
};

size_t cvisavis_file_count(void) { return sizeof files / sizeof files[0] - 1; }

cvisavis_file cvisavis_file_at(size_t index) { return files[index]; }
