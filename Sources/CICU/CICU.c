// ICU's own headers are included in the .c files of this target only: urename.h maps each call to the
// installed version here.
#include "CICU.h"
#include "CICUSupport.h"

#include <stdlib.h>
#include <string.h>
#include <unicode/uchar.h>
#include <unicode/ucol.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>
#include <unicode/utf8.h>
#include <unicode/utrans.h>
#include <unicode/uversion.h>

void cicu_version(char *into) {
  UVersionInfo version;
  u_getVersion(version);
  u_versionToString(version, into);
}

const char *cicu_error_name(int32_t error) { return u_errorName((UErrorCode)error); }

UChar *cicu_utf16(const uint8_t *text, int32_t length, int32_t *units, UErrorCode *status) {
  // A UTF-8 byte is at most one UTF-16 unit.
  UChar *buffer = malloc(((size_t)length + 1) * sizeof(UChar));
  if (!buffer) {
    *status = U_MEMORY_ALLOCATION_ERROR;
    return NULL;
  }
  u_strFromUTF8WithSub(buffer, length + 1, units, (const char *)text, length, 0xFFFD, NULL, status);
  if (*status == U_STRING_NOT_TERMINATED_WARNING) *status = U_ZERO_ERROR;
  return buffer;
}

int32_t cicu_utf8(uint8_t *into, int32_t capacity, const UChar *text, int32_t units,
                  UErrorCode *status) {
  int32_t length = 0;
  u_strToUTF8WithSub((char *)into, capacity, &length, text, units, 0xFFFD, NULL, status);
  if (*status == U_STRING_NOT_TERMINATED_WARNING) *status = U_ZERO_ERROR;
  return length;
}

// MARK: Normalisation

int32_t cicu_nfc_is_plain(uint32_t code_point) {
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2 *nfc = unorm2_getNFCInstance(&status);
  if (U_FAILURE(status)) return 1;
  return unorm2_hasBoundaryBefore(nfc, (UChar32)code_point) &&
         u_getIntPropertyValue((UChar32)code_point, UCHAR_NFC_QUICK_CHECK) == UNORM_YES;
}

int32_t cicu_nfc_has_boundary_before(uint32_t code_point) {
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2 *nfc = unorm2_getNFCInstance(&status);
  return U_FAILURE(status) || unorm2_hasBoundaryBefore(nfc, (UChar32)code_point);
}

int32_t cicu_nfc_check(const uint8_t *text, int32_t length, int32_t *error) {
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2 *nfc = unorm2_getNFCInstance(&status);
  int32_t units = 0;
  UChar *utf16 = cicu_utf16(text, length, &units, &status);
  UBool result = U_SUCCESS(status) && unorm2_isNormalized(nfc, utf16, units, &status);
  free(utf16);
  *error = status;
  return result;
}

int32_t cicu_nfc(uint8_t *into, int32_t capacity, const uint8_t *text, int32_t length,
                 int32_t *error) {
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2 *nfc = unorm2_getNFCInstance(&status);
  int32_t units = 0, written = 0;
  UChar *utf16 = cicu_utf16(text, length, &units, &status);
  // A UTF-16 unit is at most three in NFC.
  int32_t room = units * 3 + 1;
  UChar *result = malloc((size_t)room * sizeof(UChar));
  if (!result) status = U_MEMORY_ALLOCATION_ERROR;
  if (U_SUCCESS(status)) {
    int32_t count = unorm2_normalize(nfc, utf16, units, result, room, &status);
    written = cicu_utf8(into, capacity, result, count, &status);
  }
  free(result);
  free(utf16);
  *error = U_FAILURE(status) ? status : 0;
  return written;
}

// MARK: Transliteration

struct cicu_transliterator {
  UTransliterator *handle;
};

cicu_transliterator *cicu_transliterator_open(const uint8_t *rules, int32_t length, int32_t *line,
                                              int32_t *column, int32_t *error) {
  UErrorCode status = U_ZERO_ERROR;
  UParseError place = {0};
  int32_t units = 0;
  UChar *utf16 = cicu_utf16(rules, length, &units, &status);
  UTransliterator *handle = NULL;
  if (U_SUCCESS(status)) {
    static const UChar id[] = {'v', 'i', 's', 0};
    handle = utrans_openU(id, -1, UTRANS_FORWARD, utf16, units, &place, &status);
  }
  free(utf16);
  *line = place.line;
  *column = place.offset;
  *error = U_FAILURE(status) ? status : 0;
  if (U_FAILURE(status)) return NULL;
  cicu_transliterator *result = malloc(sizeof *result);
  if (result) result->handle = handle;
  else utrans_close(handle);
  return result;
}

void cicu_transliterator_close(cicu_transliterator *transliterator) {
  utrans_close(transliterator->handle);
  free(transliterator);
}

int32_t cicu_transliterate(const cicu_transliterator *transliterator, uint8_t *into,
                           int32_t capacity, const uint8_t *text, int32_t length, int32_t *error) {
  UErrorCode status = U_ZERO_ERROR;
  int32_t units = 0, written = 0;
  UChar *utf16 = cicu_utf16(text, length, &units, &status);
  int32_t room = units * 2 + 64;
  for (int attempt = 0; U_SUCCESS(status) && attempt < 4; attempt += 1) {
    UChar *buffer = malloc((size_t)room * sizeof(UChar));
    if (!buffer) {
      status = U_MEMORY_ALLOCATION_ERROR;
      break;
    }
    u_memcpy(buffer, utf16, units);
    int32_t count = units, limit = units;
    UErrorCode attempted = U_ZERO_ERROR;
    utrans_transUChars(transliterator->handle, buffer, &count, room, 0, &limit, &attempted);
    int fits = attempted != U_BUFFER_OVERFLOW_ERROR;
    if (fits) {
      status = attempted;
      if (U_SUCCESS(status)) written = cicu_utf8(into, capacity, buffer, limit, &status);
    }
    free(buffer);
    if (fits) break;
    room = count > room ? count + 16 : room * 4;
  }
  free(utf16);
  *error = U_FAILURE(status) && status != U_BUFFER_OVERFLOW_ERROR ? status : 0;
  return written;
}

// MARK: Collation

struct cicu_collator {
  UCollator *handle;
};

cicu_collator *cicu_collator_open(const char *locale, int32_t strength, int32_t ignores_punctuation,
                                  int32_t *error) {
  static const UCollationStrength strengths[] = {UCOL_PRIMARY, UCOL_SECONDARY, UCOL_TERTIARY};
  UErrorCode status = U_ZERO_ERROR;
  UCollator *handle = ucol_open(locale, &status);
  if (U_SUCCESS(status)) {
    ucol_setStrength(handle, strengths[strength < 1 ? 0 : strength > 3 ? 2 : strength - 1]);
    if (ignores_punctuation)
      ucol_setAttribute(handle, UCOL_ALTERNATE_HANDLING, UCOL_SHIFTED, &status);
  }
  *error = U_FAILURE(status) ? status : 0;
  if (U_FAILURE(status)) {
    ucol_close(handle);
    return NULL;
  }
  cicu_collator *result = malloc(sizeof *result);
  if (result) result->handle = handle;
  else ucol_close(handle);
  return result;
}

void cicu_collator_close(cicu_collator *collator) {
  ucol_close(collator->handle);
  free(collator);
}

int32_t cicu_collator_compare(const cicu_collator *collator, const uint8_t *a, int32_t a_length,
                              const uint8_t *b, int32_t b_length, int32_t *error) {
  UErrorCode status = U_ZERO_ERROR;
  int32_t result = ucol_strcollUTF8(collator->handle, (const char *)a, a_length, (const char *)b,
                                    b_length, &status);
  *error = U_FAILURE(status) ? status : 0;
  return result;
}
