#include "CICU.h"
#include "CICUSupport.h"

#include <stdlib.h>
#include <unicode/ucnv.h>
#include <unicode/ucnv_err.h>
#include <unicode/utf16.h>

struct cicu_converter {
  UConverter *handle;
  // The first half of a surrogate pair whose second half comes with the next call.
  UChar pending;
};

cicu_converter *cicu_converter_open(const char *name, int32_t *error) {
  UErrorCode status = U_ZERO_ERROR;
  UConverter *handle = ucnv_open(name, &status);
  if (U_SUCCESS(status))
    ucnv_setToUCallBack(handle, UCNV_TO_U_CALLBACK_STOP, NULL, NULL, NULL, &status);
  *error = U_FAILURE(status) ? status : 0;
  if (U_FAILURE(status)) {
    ucnv_close(handle);
    return NULL;
  }
  cicu_converter *converter = calloc(1, sizeof *converter);
  if (converter) converter->handle = handle;
  else ucnv_close(handle);
  return converter;
}

void cicu_converter_close(cicu_converter *converter) {
  ucnv_close(converter->handle);
  free(converter);
}

enum { UNITS = 2048 };

int32_t cicu_convert(cicu_converter *converter, uint8_t *into, int32_t capacity,
                     const uint8_t *bytes, int32_t length, int32_t flush, int32_t *consumed,
                     int32_t *error) {
  const char *source = (const char *)bytes, *end = source + length;
  int32_t written = 0;
  *error = 0;
  for (;;) {
    // Three bytes of UTF-8 for each unit at most.
    int32_t room = (capacity - written) / 3 - 1;
    if (room < 2) break;
    if (room > UNITS) room = UNITS;
    UChar units[UNITS + 1], *target = units;
    if (converter->pending) *target++ = converter->pending;
    converter->pending = 0;
    UErrorCode status = U_ZERO_ERROR;
    ucnv_toUnicode(converter->handle, &target, units + room, &source, end, NULL, (UBool)flush,
                   &status);
    int32_t count = (int32_t)(target - units);
    int more = status == U_BUFFER_OVERFLOW_ERROR;
    if (count > 0 && U16_IS_LEAD(units[count - 1]) && (more || !flush))
      converter->pending = units[--count];
    UErrorCode encoding = U_ZERO_ERROR;
    written += cicu_utf8(into + written, capacity - written, units, count, &encoding);
    if (U_FAILURE(status) && !more) {
      char bad[16];
      int8_t size = sizeof bad;
      UErrorCode ignored = U_ZERO_ERROR;
      ucnv_getInvalidChars(converter->handle, bad, &size, &ignored);
      if (U_SUCCESS(ignored)) source -= size;
      *error = status;
      break;
    }
    if (!more) break;
  }
  *consumed = (int32_t)(source - (const char *)bytes);
  return written;
}
