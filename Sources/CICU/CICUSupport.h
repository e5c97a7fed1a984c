#pragma once
#include <stdint.h>
#include <unicode/utypes.h>

/// UTF-16 of `text` in memory that the caller frees; ill-formed bytes become U+FFFD.
UChar *cicu_utf16(const uint8_t *text, int32_t length, int32_t *units, UErrorCode *status);

/// Writes UTF-8 of `text` to `into` and gives its length.
int32_t cicu_utf8(uint8_t *into, int32_t capacity, const UChar *text, int32_t units,
                  UErrorCode *status);
