#include "CICU.h"

#include <stdlib.h>
#include <string.h>
#include <unicode/ubrk.h>
#include <unicode/utf16.h>
#include <unicode/utf8.h>

struct cicu_boundary {
  UBreakIterator *iterator;
  UChar *units;
  size_t room;
  const uint8_t *text;
  int32_t length;
  // The same place in both texts.
  int32_t byte;
  int32_t unit;
};

cicu_boundary *cicu_boundary_open(int32_t kind, const char *locale, int32_t *error) {
  static const UBreakIteratorType types[] = {UBRK_WORD, UBRK_SENTENCE, UBRK_CHARACTER};
  UErrorCode status = U_ZERO_ERROR;
  UBreakIteratorType type = types[kind < 0 || kind > 2 ? 0 : kind];
  UBreakIterator *iterator = ubrk_open(type, locale, NULL, 0, &status);
  *error = U_FAILURE(status) ? status : 0;
  if (U_FAILURE(status)) return NULL;
  cicu_boundary *finder = calloc(1, sizeof *finder);
  if (finder) finder->iterator = iterator;
  else ubrk_close(iterator);
  return finder;
}

void cicu_boundary_close(cicu_boundary *finder) {
  ubrk_close(finder->iterator);
  free(finder->units);
  free(finder);
}

/// UTF-16 of the text, without a length pass: a byte is at most one unit. Ill-formed bytes: U+FFFD.
static int32_t convert(const uint8_t *text, int32_t length, UChar *units) {
  int32_t byte = 0, unit = 0;
  while (byte < length) {
    uint64_t word;
    while (length - byte >= 8 && (memcpy(&word, text + byte, 8), !(word & 0x8080808080808080u))) {
      for (int i = 0; i < 8; i += 1) units[unit + i] = text[byte + i];
      byte += 8;
      unit += 8;
    }
    if (byte >= length) break;
    uint8_t lead = text[byte];
    if (lead < 0x80) {
      units[unit++] = lead;
      byte += 1;
    } else {
      UChar32 c;
      U8_NEXT_OR_FFFD(text, byte, length, c);
      U16_APPEND_UNSAFE(units, unit, c);
    }
  }
  return unit;
}

void cicu_boundary_set_text(cicu_boundary *finder, const uint8_t *text, int32_t length,
                            int32_t *error) {
  UErrorCode status = U_ZERO_ERROR;
  size_t room = (size_t)length + 16;
  // Memory of one huge paragraph is given back at the next ordinary one.
  if (finder->room < room || finder->room > (1u << 20) + 4 * room) {
    free(finder->units);
    finder->room = room < 4096 ? 4096 : room + room / 4;
    finder->units = malloc(finder->room * sizeof(UChar));
    if (!finder->units) {
      finder->room = 0;
      *error = U_MEMORY_ALLOCATION_ERROR;
      return;
    }
  }
  int32_t units = convert(text, length, finder->units);
  ubrk_setText(finder->iterator, finder->units, units, &status);
  finder->text = text;
  finder->length = length;
  finder->byte = 0;
  finder->unit = 0;
  *error = U_FAILURE(status) ? status : 0;
}

/// Moves both places on to `unit`.
static int32_t byte_at(cicu_boundary *finder, int32_t unit) {
  int32_t byte = finder->byte, at = finder->unit;
  const uint8_t *text = finder->text;
  while (at < unit) {
    uint64_t word;
    while (unit - at >= 8 && finder->length - byte >= 8 &&
           (memcpy(&word, text + byte, 8), !(word & 0x8080808080808080u))) {
      byte += 8;
      at += 8;
    }
    if (at >= unit) break;
    if (text[byte] < 0x80) {
      byte += 1;
      at += 1;
    } else {
      UChar32 c;
      U8_NEXT_OR_FFFD(text, byte, finder->length, c);
      at += U16_LENGTH(c);
    }
  }
  finder->byte = byte;
  finder->unit = at;
  return byte;
}

int32_t cicu_boundary_next(cicu_boundary *finder, int32_t *offsets, int32_t capacity) {
  int32_t count = 0;
  while (count < capacity) {
    int32_t unit = ubrk_next(finder->iterator);
    if (unit == UBRK_DONE) break;
    offsets[count++] = byte_at(finder, unit);
  }
  return count;
}
