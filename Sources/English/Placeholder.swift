// English
