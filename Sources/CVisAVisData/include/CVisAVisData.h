#pragma once
#include <stddef.h>
#include <stdint.h>

/// One data file of the package, embedded as it stands in the repository.
typedef struct {
  const char *name;
  const uint8_t *bytes;
  size_t size;
} cvisavis_file;

/// The number of embedded files.
size_t cvisavis_file_count(void);

/// The embedded file at `index`, which is less than `cvisavis_file_count()`.
cvisavis_file cvisavis_file_at(size_t index);
