#pragma clang diagnostic ignored "-Wc23-extensions"
// Embeds the data files; a file added under Glossaries or a Data folder gets two lines here.
#include "CVisAVisData.h"

static const uint8_t french_nominal_inflection[] = {
#embed "../French/Data/nominal-inflection.tsv"
};

static const cvisavis_file files[] = {
    {"French/nominal-inflection.tsv", french_nominal_inflection, sizeof french_nominal_inflection},
    {"", 0, 0},
};

size_t cvisavis_file_count(void) { return sizeof files / sizeof files[0] - 1; }

cvisavis_file cvisavis_file_at(size_t index) { return files[index]; }
