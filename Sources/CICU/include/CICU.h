#pragma once
#include <stdint.h>

/// The version of the ICU library in use, "72.1" written to `into` (at least 20 bytes).
void cicu_version(char *into);
