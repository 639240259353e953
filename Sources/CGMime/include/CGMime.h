#ifndef MEADOW_CGMIME_H
#define MEADOW_CGMIME_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* GMime, loaded when the first mail needs it: linked to the program, it and the nineteen libraries
   behind it would be loaded at every start. */

/* Whether the library is there. */
bool meadow_gmime_load(void);

/* What stands in a mail for a person to read, its transfer encoding undone. */
typedef struct {
  uint8_t *bytes;
  size_t count;
  /* As declared; NULL when it is not. */
  char *charset;
  bool is_html;
} meadow_mail_text;

/* The first plain text of a mail that is no attachment, or else its first HTML; false when there is
   none. The text is to be freed. */
bool meadow_gmime_text(const uint8_t *mail, size_t count, meadow_mail_text *text);
void meadow_gmime_free(meadow_mail_text *text);

/* A header's value with its encoded words decoded, as UTF-8; to be given to free. NULL without
   memory. */
char *meadow_gmime_decode(const char *value);

#endif
