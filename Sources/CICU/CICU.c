// The one file that includes ICU's own headers: urename.h maps each call to the installed version here.
#include "CICU.h"

#include <unicode/uversion.h>

void cicu_version(char *into) {
  UVersionInfo version;
  u_getVersion(version);
  u_versionToString(version, into);
}
