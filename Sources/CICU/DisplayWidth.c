#include "CICU.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

static int is_emoji(UChar32 c) { return c > 0xFF && u_hasBinaryProperty(c, UCHAR_EMOJI); }

/// The columns of one code point on its own, as most terminals count them.
static int code_point_width(UChar32 c) {
  if (c < 0x20 || (c >= 0x7F && c < 0xA0)) return 0;
  if (c < 0x300) return c == 0xAD ? 0 : 1;
  switch (u_charType(c)) {
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_FORMAT_CHAR:
    case U_LINE_SEPARATOR:
    case U_PARAGRAPH_SEPARATOR:
      return 0;
    default:
      break;
  }
  // Vowels and finals of Hangul written letter by letter join the syllable.
  if ((c >= 0x1160 && c <= 0x11FF) || (c >= 0xD7B0 && c <= 0xD7FB)) return 0;
  int wide = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
  if (wide == U_EA_WIDE || wide == U_EA_FULLWIDTH) return 2;
  return 1;
}

/// Reads one character with what belongs to it (marks, an emoji sequence, a flag).
static int64_t next_cluster(const uint8_t *text, int64_t length, int64_t at, int *width) {
  UChar32 c;
  U8_NEXT_OR_FFFD(text, at, length, c);
  *width = code_point_width(c);
  int flag = c >= 0x1F1E6 && c <= 0x1F1FF;
  int emoji = is_emoji(c);
  if (flag) *width = 2;
  while (at < length && (text[at] >= 0xCC || text[at] == 0xC2)) {
    int64_t after = at;
    UChar32 next;
    U8_NEXT_OR_FFFD(text, after, length, next);
    if (next == 0xFE0F && emoji) {
      *width = 2;
    } else if (next == 0x200D && emoji) {
      // What a joiner ties to an emoji shows in the same two columns.
      int64_t joined = after;
      UChar32 partner = 0;
      if (joined < length) U8_NEXT_OR_FFFD(text, joined, length, partner);
      if (joined > after && is_emoji(partner)) after = joined;
    } else if (next >= 0x1F3FB && next <= 0x1F3FF && emoji) {
      *width = 2;
    } else if (flag && next >= 0x1F1E6 && next <= 0x1F1FF) {
      flag = 0;
    } else if (code_point_width(next) != 0 || next < 0xA0) {
      break;
    }
    at = after;
  }
  return at;
}

int64_t cicu_display_prefix(const uint8_t *text, int64_t length, int64_t columns, int64_t *used) {
  int64_t at = 0, total = 0;
  while (at < length) {
    int width;
    int64_t next;
    if (text[at] < 0x80 && (at + 1 == length || text[at + 1] < 0x80)) {
      width = text[at] >= 0x20 && text[at] != 0x7F;
      next = at + 1;
    } else {
      next = next_cluster(text, length, at, &width);
    }
    if (total + width > columns) break;
    total += width;
    at = next;
  }
  *used = total;
  return at;
}

int64_t cicu_display_width(const uint8_t *text, int64_t length) {
  int64_t used = 0;
  cicu_display_prefix(text, length, INT64_MAX, &used);
  return used;
}
