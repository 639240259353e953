#include "CHeap.h"
#include <limits.h>
#include <stdint.h>
#include <stdlib.h>

#ifdef __GLIBC__
#include <malloc.h>
#include <sys/mman.h>

// The largest heap that a thread gets, and what its start is a multiple of.
#define HEAP ((size_t)64 << 20)
// Large enough that it comes from where the heap grows, too small for a mapping of its own.
#define PROBE ((size_t)100 << 10)
#endif

void cheap_grow_at_once(void) {
#ifdef __GLIBC__
  mallopt(M_TOP_PAD, HEAP);
  mallopt(M_TRIM_THRESHOLD, INT_MAX);
  // A list of a large site grows through megabytes, each time as a mapping of its own otherwise.
  mallopt(M_MMAP_THRESHOLD, 8 << 20);
#endif
}

void cheap_take_large_pages(void) {
#if defined __GLIBC__ && defined MADV_HUGEPAGE
  static _Thread_local uintptr_t advised;
  void *probe = malloc(PROBE);
  uintptr_t heap = (uintptr_t)probe & ~(uintptr_t)(HEAP - 1);
  free(probe);
  if (!heap || heap == advised) return;
  advised = heap;
  // Advice only: where something else lies in that room, or nothing, it does no harm.
  madvise((void *)heap, HEAP, MADV_HUGEPAGE);
#endif
}
