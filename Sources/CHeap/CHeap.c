#include "CHeap.h"
#include <limits.h>
#include <stdlib.h>

#ifdef __GLIBC__
#include <malloc.h>
#endif

void cheap_grow_at_once(void) {
#ifdef __GLIBC__
  /* The largest heap that a thread gets. */
  mallopt(M_TOP_PAD, 64 << 20);
  mallopt(M_TRIM_THRESHOLD, INT_MAX);
#endif
}
