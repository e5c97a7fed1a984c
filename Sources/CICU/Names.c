#include "CICU.h"
#include "CICUSupport.h"

#include <stdlib.h>
#include <string.h>
#include <unicode/ucurr.h>
#include <unicode/uenum.h>
#include <unicode/uldnames.h>
#include <unicode/uloc.h>
#include <unicode/uregion.h>

struct cicu_names {
  int32_t list;
  char *locale;
  ULocaleDisplayNames *display;
  char (*codes)[12];
  int32_t count;
};

static int add(cicu_names *names, int32_t *room, const char *code) {
  if (names->count == *room) {
    int32_t larger = *room ? *room * 2 : 512;
    void *codes = realloc(names->codes, (size_t)larger * sizeof *names->codes);
    if (!codes) return 0;
    names->codes = codes;
    *room = larger;
  }
  if (strlen(code) >= sizeof *names->codes) return 1;
  strcpy(names->codes[names->count++], code);
  return 1;
}

static void add_all(cicu_names *names, int32_t *room, UEnumeration *codes, UErrorCode *status) {
  const char *code;
  while (U_SUCCESS(*status) && (code = uenum_next(codes, NULL, status))) {
    if (!add(names, room, code)) *status = U_MEMORY_ALLOCATION_ERROR;
  }
  uenum_close(codes);
}

static void fill(cicu_names *names, UErrorCode *status) {
  static const URegionType groups[] = {URGN_WORLD, URGN_CONTINENT, URGN_SUBCONTINENT, URGN_GROUPING};
  int32_t room = 0;
  const char *const *codes = NULL;
  switch (names->list) {
    case CICU_NAMES_COUNTRIES:
      codes = uloc_getISOCountries();
      break;
    case CICU_NAMES_LANGUAGES:
      codes = uloc_getISOLanguages();
      break;
    case CICU_NAMES_REGIONS:
      for (size_t i = 0; i < sizeof groups / sizeof *groups; i += 1)
        add_all(names, &room, uregion_getAvailable(groups[i], status), status);
      break;
    default:
      add_all(names, &room, ucurr_openISOCurrencies(UCURR_ALL, status), status);
      break;
  }
  for (; codes && *codes; codes += 1) {
    if (!add(names, &room, *codes)) *status = U_MEMORY_ALLOCATION_ERROR;
  }
}

cicu_names *cicu_names_open(int32_t list, const char *locale, int32_t *error) {
  UErrorCode status = U_ZERO_ERROR;
  cicu_names *names = calloc(1, sizeof *names);
  if (!names) {
    *error = U_MEMORY_ALLOCATION_ERROR;
    return NULL;
  }
  names->list = list;
  names->locale = strdup(locale);
  names->display = uldn_open(locale, ULDN_STANDARD_NAMES, &status);
  if (U_SUCCESS(status)) fill(names, &status);
  *error = U_FAILURE(status) ? status : 0;
  if (U_FAILURE(status) || !names->locale) {
    cicu_names_close(names);
    return NULL;
  }
  return names;
}

void cicu_names_close(cicu_names *names) {
  uldn_close(names->display);
  free(names->locale);
  free(names->codes);
  free(names);
}

int32_t cicu_names_count(const cicu_names *names) { return names->count; }

const char *cicu_names_code(const cicu_names *names, int32_t index) { return names->codes[index]; }

int32_t cicu_names_name(const cicu_names *names, int32_t index, uint8_t *into, int32_t capacity,
                        int32_t *error) {
  UErrorCode status = U_ZERO_ERROR;
  const char *code = names->codes[index];
  UChar buffer[256];
  const UChar *name = buffer;
  int32_t units = 0, room = sizeof buffer / sizeof *buffer;
  UChar wide[12] = {0};
  for (size_t i = 0; code[i]; i += 1) wide[i] = (UChar)(uint8_t)code[i];
  switch (names->list) {
    case CICU_NAMES_COUNTRIES:
    case CICU_NAMES_REGIONS:
      units = uldn_regionDisplayName(names->display, code, buffer, room, &status);
      break;
    case CICU_NAMES_LANGUAGES:
      units = uldn_languageDisplayName(names->display, code, buffer, room, &status);
      break;
    default:
      // The long name title-cases English; the plural forms do not.
      name = ucurr_getPluralName(wide, names->locale, NULL,
                                 names->list == CICU_NAMES_CURRENCY_PLURAL ? "other" : "one", &units,
                                 &status);
      break;
  }
  int32_t length = 0;
  if (U_SUCCESS(status)) length = cicu_utf8(into, capacity, name, units, &status);
  *error = U_FAILURE(status) ? status : 0;
  if (U_FAILURE(status)) return 0;
  // Where it has no name, CLDR gives the code back.
  if ((size_t)length == strlen(code) && memcmp(into, code, (size_t)length) == 0) return 0;
  return length;
}
