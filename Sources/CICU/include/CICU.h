#pragma once
#include <stddef.h>
#include <stdint.h>

// No ICU header here: Swift's Foundation carries a copy of ICU whose C types would clash with Debian's.
// Text is UTF-8 with its length in bytes. `*error` is 0 for success, else ICU's UErrorCode.

/// The version of the ICU library in use, "72.1" written to `into` (at least 20 bytes).
void cicu_version(char *into);

/// ICU's name for an error code: "U_ILLEGAL_ARGUMENT_ERROR". Static memory.
const char *cicu_error_name(int32_t error);

// MARK: Normalisation

/// 1 if `code_point` never changes in NFC and never joins the character before it, else 0.
int32_t cicu_nfc_is_plain(uint32_t code_point);

/// 1 if a normalisation may be cut before `code_point`, else 0.
int32_t cicu_nfc_has_boundary_before(uint32_t code_point);

/// 1 if `text` is in NFC, 0 if not.
int32_t cicu_nfc_check(const uint8_t *text, int32_t length, int32_t *error);

/// Writes NFC of `text` to `into` and gives its length; `capacity` of 3 × `length` always suffices.
int32_t cicu_nfc(uint8_t *into, int32_t capacity, const uint8_t *text, int32_t length, int32_t *error);

// MARK: Boundaries

/// A break iterator, the UTF-16 copy of its text, and the place it has come to.
typedef struct cicu_boundary cicu_boundary;

/// `kind`: 0 words, 1 sentences, 2 grapheme clusters. Null if `*error` > 0.
cicu_boundary *cicu_boundary_open(int32_t kind, const char *locale, int32_t *error);
void cicu_boundary_close(cicu_boundary *finder);

/// Starts on a new text, which must stay as it is until the last `cicu_boundary_next`.
void cicu_boundary_set_text(cicu_boundary *finder, const uint8_t *text, int32_t length,
                            int32_t *error);

/// The next boundaries after the start, in bytes, in order; fewer than `capacity` at the end.
int32_t cicu_boundary_next(cicu_boundary *finder, int32_t *offsets, int32_t capacity);

// MARK: Transliteration

typedef struct cicu_transliterator cicu_transliterator;

/// Compiles ICU rules. On a syntax error `*line` and `*column` say where, if ICU knows.
cicu_transliterator *cicu_transliterator_open(const uint8_t *rules, int32_t length, int32_t *line,
                                              int32_t *column, int32_t *error);
void cicu_transliterator_close(cicu_transliterator *transliterator);

/// Gives the length of the result, which is larger than `capacity` if it did not fit.
int32_t cicu_transliterate(const cicu_transliterator *transliterator, uint8_t *into,
                           int32_t capacity, const uint8_t *text, int32_t length, int32_t *error);

// MARK: Collation

typedef struct cicu_collator cicu_collator;

/// `strength`: 1 base letters, 2 accents, 3 case. `ignores_punctuation`: spaces, hyphens, dots too.
cicu_collator *cicu_collator_open(const char *locale, int32_t strength, int32_t ignores_punctuation,
                                  int32_t *error);
void cicu_collator_close(cicu_collator *collator);

/// -1, 0 or 1.
int32_t cicu_collator_compare(const cicu_collator *collator, const uint8_t *a, int32_t a_length,
                              const uint8_t *b, int32_t b_length, int32_t *error);

// MARK: Display width

/// The columns of a terminal that `text` takes.
int64_t cicu_display_width(const uint8_t *text, int64_t length);

/// How many bytes of `text` fit into `columns`, never cutting a character and its marks.
int64_t cicu_display_prefix(const uint8_t *text, int64_t length, int64_t columns, int64_t *used);

// MARK: Names from CLDR

/// What `cicu_names_open` lists.
enum {
  CICU_NAMES_COUNTRIES = 0,
  CICU_NAMES_REGIONS = 1,
  CICU_NAMES_LANGUAGES = 2,
  CICU_NAMES_CURRENCY_SINGULAR = 3,
  CICU_NAMES_CURRENCY_PLURAL = 4,
};

typedef struct cicu_names cicu_names;

/// The names of one list in one language.
cicu_names *cicu_names_open(int32_t list, const char *locale, int32_t *error);
void cicu_names_close(cicu_names *names);
int32_t cicu_names_count(const cicu_names *names);

/// The code at `index` ("FR", "EUR", "fr"). Lives as long as `names`.
const char *cicu_names_code(const cicu_names *names, int32_t index);

/// Writes the name at `index`; 0 if CLDR has none for it.
int32_t cicu_names_name(const cicu_names *names, int32_t index, uint8_t *into, int32_t capacity,
                        int32_t *error);

// MARK: Encodings

typedef struct cicu_converter cicu_converter;

/// A converter from the encoding of this name ("ISO-8859-15", "macintosh"); null if there is none.
cicu_converter *cicu_converter_open(const char *name, int32_t *error);
void cicu_converter_close(cicu_converter *converter);

/// Converts as much as fits. `*consumed` counts bytes of `bytes`; `flush` says that no more follow.
/// Gives the bytes written to `into`. With `*error` > 0 a bad sequence starts at `*consumed`.
int32_t cicu_convert(cicu_converter *converter, uint8_t *into, int32_t capacity,
                     const uint8_t *bytes, int32_t length, int32_t flush, int32_t *consumed,
                     int32_t *error);
