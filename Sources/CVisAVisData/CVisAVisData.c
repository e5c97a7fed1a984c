#pragma clang diagnostic ignored "-Wc23-extensions"
// Embeds the data files; a file added under Glossaries or a Data folder gets two entries here.
#include "CVisAVisData.h"

static const uint8_t drafting_bilingual_lexicon[] = {
#embed "../Drafting/RuleBased/Data/bilingual-lexicon.tsv"
};

static const uint8_t drafting_expressions[] = {
#embed "../Drafting/RuleBased/Data/expressions.tsv"
};

static const uint8_t drafting_function_words_bilingual[] = {
#embed "../Drafting/RuleBased/Data/function-words-bilingual.tsv"
};

static const uint8_t drafting_transfer_classes[] = {
#embed "../Drafting/RuleBased/Data/transfer-classes.tsv"
};

static const uint8_t drafting_transfer_prepositions[] = {
#embed "../Drafting/RuleBased/Data/transfer-prepositions.tsv"
};

static const uint8_t english_abbreviations[] = {
#embed "../English/Data/abbreviations.tsv"
};

static const uint8_t english_articles[] = {
#embed "../English/Data/articles.tsv"
};

static const uint8_t english_irregular_forms[] = {
#embed "../English/Data/irregular-forms.tsv"
};

static const uint8_t english_spelling[] = {
#embed "../English/Data/spelling.tsv"
};

static const uint8_t french_abbreviations[] = {
#embed "../French/Data/abbreviations.tsv"
};

static const uint8_t french_conjugation[] = {
#embed "../French/Data/conjugation.tsv"
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

static const uint8_t french_nominal_inflection[] = {
#embed "../French/Data/nominal-inflection.tsv"
};

static const uint8_t french_readings[] = {
#embed "../French/Data/readings.tsv"
};

static const uint8_t french_tagger_weights[] = {
#embed "../French/Data/tagger-weights.tsv"
};

static const uint8_t french_verb_paradigms[] = {
#embed "../French/Data/verb-paradigms.tsv"
};

static const uint8_t glossaries_acronyms[] = {
#embed "../../Glossaries/acronyms.tsv"
};

static const uint8_t glossaries_demonyms[] = {
#embed "../../Glossaries/demonyms.tsv"
};

static const uint8_t glossaries_events_races[] = {
#embed "../../Glossaries/events-races.tsv"
};

static const uint8_t glossaries_events[] = {
#embed "../../Glossaries/events.tsv"
};

static const uint8_t glossaries_forbidden[] = {
#embed "../../Glossaries/forbidden.tsv"
};

static const uint8_t glossaries_honorifics[] = {
#embed "../../Glossaries/honorifics.tsv"
};

static const uint8_t glossaries_languages_religions[] = {
#embed "../../Glossaries/languages-religions.tsv"
};

static const uint8_t glossaries_laws[] = {
#embed "../../Glossaries/laws.tsv"
};

static const uint8_t glossaries_offices[] = {
#embed "../../Glossaries/offices.tsv"
};

static const uint8_t glossaries_organizations_national[] = {
#embed "../../Glossaries/organizations-national.tsv"
};

static const uint8_t glossaries_organizations_world[] = {
#embed "../../Glossaries/organizations-world.tsv"
};

static const uint8_t glossaries_people_culture[] = {
#embed "../../Glossaries/people-culture.tsv"
};

static const uint8_t glossaries_people_history[] = {
#embed "../../Glossaries/people-history.tsv"
};

static const uint8_t glossaries_people_politics[] = {
#embed "../../Glossaries/people-politics.tsv"
};

static const uint8_t glossaries_places_countries[] = {
#embed "../../Glossaries/places-countries.tsv"
};

static const uint8_t glossaries_places_world[] = {
#embed "../../Glossaries/places-world.tsv"
};

static const uint8_t glossaries_portfolios[] = {
#embed "../../Glossaries/portfolios.tsv"
};

static const uint8_t glossaries_works[] = {
#embed "../../Glossaries/works.tsv"
};

static const uint8_t names_feminine_given_names[] = {
#embed "../Names/Data/feminine-given-names.tsv"
};

static const uint8_t names_quantities[] = {
#embed "../Names/Data/quantities.tsv"
};

static const uint8_t names_romanization_ar[] = {
#embed "../Names/Data/romanization/ar.rules"
};

static const uint8_t names_romanization_az[] = {
#embed "../Names/Data/romanization/az.rules"
};

static const uint8_t names_romanization_be[] = {
#embed "../Names/Data/romanization/be.rules"
};

static const uint8_t names_romanization_bg[] = {
#embed "../Names/Data/romanization/bg.rules"
};

static const uint8_t names_romanization_el[] = {
#embed "../Names/Data/romanization/el.rules"
};

static const uint8_t names_romanization_fa[] = {
#embed "../Names/Data/romanization/fa.rules"
};

static const uint8_t names_romanization_given_names[] = {
#embed "../Names/Data/romanization/given-names.tsv"
};

static const uint8_t names_romanization_he[] = {
#embed "../Names/Data/romanization/he.rules"
};

static const uint8_t names_romanization_hy[] = {
#embed "../Names/Data/romanization/hy.rules"
};

static const uint8_t names_romanization_ja[] = {
#embed "../Names/Data/romanization/ja.rules"
};

static const uint8_t names_romanization_ka[] = {
#embed "../Names/Data/romanization/ka.rules"
};

static const uint8_t names_romanization_kk[] = {
#embed "../Names/Data/romanization/kk.rules"
};

static const uint8_t names_romanization_ko[] = {
#embed "../Names/Data/romanization/ko.rules"
};

static const uint8_t names_romanization_ky[] = {
#embed "../Names/Data/romanization/ky.rules"
};

static const uint8_t names_romanization_languages[] = {
#embed "../Names/Data/romanization/languages.tsv"
};

static const uint8_t names_romanization_mk[] = {
#embed "../Names/Data/romanization/mk.rules"
};

static const uint8_t names_romanization_ru[] = {
#embed "../Names/Data/romanization/ru.rules"
};

static const uint8_t names_romanization_shapes[] = {
#embed "../Names/Data/romanization/shapes.tsv"
};

static const uint8_t names_romanization_sr[] = {
#embed "../Names/Data/romanization/sr.rules"
};

static const uint8_t names_romanization_uk[] = {
#embed "../Names/Data/romanization/uk.rules"
};

static const uint8_t names_romanization_zh[] = {
#embed "../Names/Data/romanization/zh.rules"
};

static const uint8_t names_title_words[] = {
#embed "../Names/Data/title-words.tsv"
};

static const cvisavis_file files[] = {
    {"Drafting/bilingual-lexicon.tsv", drafting_bilingual_lexicon,
     sizeof drafting_bilingual_lexicon},
    {"Drafting/expressions.tsv", drafting_expressions, sizeof drafting_expressions},
    {"Drafting/function-words-bilingual.tsv", drafting_function_words_bilingual,
     sizeof drafting_function_words_bilingual},
    {"Drafting/transfer-classes.tsv", drafting_transfer_classes, sizeof drafting_transfer_classes},
    {"Drafting/transfer-prepositions.tsv", drafting_transfer_prepositions,
     sizeof drafting_transfer_prepositions},
    {"English/abbreviations.tsv", english_abbreviations, sizeof english_abbreviations},
    {"English/articles.tsv", english_articles, sizeof english_articles},
    {"English/irregular-forms.tsv", english_irregular_forms, sizeof english_irregular_forms},
    {"English/spelling.tsv", english_spelling, sizeof english_spelling},
    {"French/abbreviations.tsv", french_abbreviations, sizeof french_abbreviations},
    {"French/conjugation.tsv", french_conjugation, sizeof french_conjugation},
    {"French/function-words.tsv", french_function_words, sizeof french_function_words},
    {"French/guess-endings.tsv", french_guess_endings, sizeof french_guess_endings},
    {"French/lemmas.tsv", french_lemmas, sizeof french_lemmas},
    {"French/nominal-inflection.tsv", french_nominal_inflection, sizeof french_nominal_inflection},
    {"French/readings.tsv", french_readings, sizeof french_readings},
    {"French/tagger-weights.tsv", french_tagger_weights, sizeof french_tagger_weights},
    {"French/verb-paradigms.tsv", french_verb_paradigms, sizeof french_verb_paradigms},
    {"Glossaries/acronyms.tsv", glossaries_acronyms, sizeof glossaries_acronyms},
    {"Glossaries/demonyms.tsv", glossaries_demonyms, sizeof glossaries_demonyms},
    {"Glossaries/events-races.tsv", glossaries_events_races, sizeof glossaries_events_races},
    {"Glossaries/events.tsv", glossaries_events, sizeof glossaries_events},
    {"Glossaries/forbidden.tsv", glossaries_forbidden, sizeof glossaries_forbidden},
    {"Glossaries/honorifics.tsv", glossaries_honorifics, sizeof glossaries_honorifics},
    {"Glossaries/languages-religions.tsv", glossaries_languages_religions,
     sizeof glossaries_languages_religions},
    {"Glossaries/laws.tsv", glossaries_laws, sizeof glossaries_laws},
    {"Glossaries/offices.tsv", glossaries_offices, sizeof glossaries_offices},
    {"Glossaries/organizations-national.tsv", glossaries_organizations_national,
     sizeof glossaries_organizations_national},
    {"Glossaries/organizations-world.tsv", glossaries_organizations_world,
     sizeof glossaries_organizations_world},
    {"Glossaries/people-culture.tsv", glossaries_people_culture, sizeof glossaries_people_culture},
    {"Glossaries/people-history.tsv", glossaries_people_history, sizeof glossaries_people_history},
    {"Glossaries/people-politics.tsv", glossaries_people_politics,
     sizeof glossaries_people_politics},
    {"Glossaries/places-countries.tsv", glossaries_places_countries,
     sizeof glossaries_places_countries},
    {"Glossaries/places-world.tsv", glossaries_places_world, sizeof glossaries_places_world},
    {"Glossaries/portfolios.tsv", glossaries_portfolios, sizeof glossaries_portfolios},
    {"Glossaries/works.tsv", glossaries_works, sizeof glossaries_works},
    {"Names/feminine-given-names.tsv", names_feminine_given_names,
     sizeof names_feminine_given_names},
    {"Names/quantities.tsv", names_quantities, sizeof names_quantities},
    {"Names/romanization/ar.rules", names_romanization_ar, sizeof names_romanization_ar},
    {"Names/romanization/az.rules", names_romanization_az, sizeof names_romanization_az},
    {"Names/romanization/be.rules", names_romanization_be, sizeof names_romanization_be},
    {"Names/romanization/bg.rules", names_romanization_bg, sizeof names_romanization_bg},
    {"Names/romanization/el.rules", names_romanization_el, sizeof names_romanization_el},
    {"Names/romanization/fa.rules", names_romanization_fa, sizeof names_romanization_fa},
    {"Names/romanization/given-names.tsv", names_romanization_given_names,
     sizeof names_romanization_given_names},
    {"Names/romanization/he.rules", names_romanization_he, sizeof names_romanization_he},
    {"Names/romanization/hy.rules", names_romanization_hy, sizeof names_romanization_hy},
    {"Names/romanization/ja.rules", names_romanization_ja, sizeof names_romanization_ja},
    {"Names/romanization/ka.rules", names_romanization_ka, sizeof names_romanization_ka},
    {"Names/romanization/kk.rules", names_romanization_kk, sizeof names_romanization_kk},
    {"Names/romanization/ko.rules", names_romanization_ko, sizeof names_romanization_ko},
    {"Names/romanization/ky.rules", names_romanization_ky, sizeof names_romanization_ky},
    {"Names/romanization/languages.tsv", names_romanization_languages,
     sizeof names_romanization_languages},
    {"Names/romanization/mk.rules", names_romanization_mk, sizeof names_romanization_mk},
    {"Names/romanization/ru.rules", names_romanization_ru, sizeof names_romanization_ru},
    {"Names/romanization/shapes.tsv", names_romanization_shapes, sizeof names_romanization_shapes},
    {"Names/romanization/sr.rules", names_romanization_sr, sizeof names_romanization_sr},
    {"Names/romanization/uk.rules", names_romanization_uk, sizeof names_romanization_uk},
    {"Names/romanization/zh.rules", names_romanization_zh, sizeof names_romanization_zh},
    {"Names/title-words.tsv", names_title_words, sizeof names_title_words},
    {"", 0, 0},
};

size_t cvisavis_file_count(void) { return sizeof files / sizeof files[0] - 1; }

cvisavis_file cvisavis_file_at(size_t index) { return files[index]; }
