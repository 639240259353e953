#include "CArena.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// Blocks of up to this many bytes are used again when they are freed.
#define SMALL 512
#define STEP 16
#define FIRST_CHUNK (256 * 1024)
#define LARGEST_CHUNK (1024 * 1024)

// Stands before each block, so that it is found again.
typedef struct {
  size_t size;
  // NULL: from malloc.
  carena *owner;
} header;

typedef struct chunk {
  struct chunk *before;
  size_t size;
  size_t used;
  size_t unused;
} chunk;

struct carena {
  chunk *newest;
  void *freed[SMALL / STEP + 1];
};

static _Thread_local carena *current;
// Most arenas need one chunk, and a page with tables two arenas, so each thread keeps two chunks for
// its next ones.
#define SPARES 2
static _Thread_local chunk *spares[SPARES];

static void *checked(void *memory) {
  if (!memory) {
    fputs("out of memory\n", stderr);
    abort();
  }
  return memory;
}

static size_t rounded(size_t size) {
  if (size > SIZE_MAX - STEP) checked(NULL);
  return size ? (size + STEP - 1) / STEP * STEP : STEP;
}

// Whether a chunk is kept for a later arena of this thread.
static int keep(chunk *chunk) {
  if (chunk->size != FIRST_CHUNK) return 0;
  for (int place = 0; place < SPARES; place++) {
    if (!spares[place]) {
      spares[place] = chunk;
      return 1;
    }
  }
  return 0;
}

// A chunk that was kept; NULL where there is none.
static chunk *kept(void) {
  for (int place = 0; place < SPARES; place++) {
    chunk *found = spares[place];
    if (found) {
      spares[place] = NULL;
      return found;
    }
  }
  return NULL;
}

carena *carena_open(void) { return calloc(1, sizeof(carena)); }

void carena_close(carena *arena) {
  if (!arena) return;
  for (chunk *each = arena->newest; each;) {
    chunk *before = each->before;
    if (!keep(each)) free(each);
    each = before;
  }
  free(arena);
}

carena *carena_use(carena *arena) {
  carena *before = current;
  current = arena;
  return before;
}

static void add_chunk(carena *arena, size_t needed) {
  size_t size = arena->newest ? arena->newest->size * 2 : FIRST_CHUNK;
  if (size > LARGEST_CHUNK) size = LARGEST_CHUNK;
  if (size < needed) size = needed;
  chunk *new = size == FIRST_CHUNK ? kept() : NULL;
  if (!new) {
    if (size > SIZE_MAX - sizeof(chunk)) checked(NULL);
    new = checked(malloc(sizeof(chunk) + size));
    new->size = size;
  }
  new->used = 0;
  new->before = arena->newest;
  arena->newest = new;
}

static char *memory(chunk *chunk) { return (char *)(chunk + 1); }

static void *allocate(size_t size) {
  size = rounded(size);
  carena *arena = current;
  if (!arena) {
    if (size > SIZE_MAX - sizeof(header)) checked(NULL);
    header *head = checked(malloc(sizeof(header) + size));
    *head = (header){size, NULL};
    return head + 1;
  }
  if (size <= SMALL && arena->freed[size / STEP]) {
    void *block = arena->freed[size / STEP];
    arena->freed[size / STEP] = *(void **)block;
    return block;
  }
  if (size > SIZE_MAX - sizeof(header)) checked(NULL);
  size_t whole = sizeof(header) + size;
  if (!arena->newest || arena->newest->size - arena->newest->used < whole) {
    add_chunk(arena, whole);
  }
  header *head = (header *)(memory(arena->newest) + arena->newest->used);
  arena->newest->used += whole;
  *head = (header){size, arena};
  return head + 1;
}

void *carena_calloc(size_t count, size_t size) {
  if (size && count > SIZE_MAX / size) checked(NULL);
  void *block = allocate(count * size);
  return memset(block, 0, count * size);
}

// The newest block of a chunk grows where it is.
static int grows_in_place(header *head, size_t size) {
  if (!head->owner) return 0;
  chunk *newest = head->owner->newest;
  char *end = (char *)(head + 1) + head->size;
  if (end != memory(newest) + newest->used || size - head->size > newest->size - newest->used) {
    return 0;
  }
  newest->used += size - head->size;
  head->size = size;
  return 1;
}

void *carena_realloc(void *block, size_t size) {
  if (!block) return allocate(size);
  header *head = (header *)block - 1;
  size = rounded(size);
  if (size <= head->size || grows_in_place(head, size)) return block;
  void *new = allocate(size);
  memcpy(new, block, head->size);
  carena_free(block);
  return new;
}

void carena_free(void *block) {
  if (!block) return;
  header *head = (header *)block - 1;
  carena *arena = head->owner;
  if (!arena) {
    free(head);
  } else if (head->size <= SMALL) {
    *(void **)block = arena->freed[head->size / STEP];
    arena->freed[head->size / STEP] = block;
  }
}
