#ifndef CARENA_H
#define CARENA_H

#include <stddef.h>

/// Memory that is given back all at once; one thread uses it at a time.
typedef struct carena carena;

/// A new arena, or NULL where there is no memory.
carena *carena_open(void);

/// Gives back everything allocated in an arena.
void carena_close(carena *arena);

/// From here on the allocation functions of this thread use the arena; NULL: malloc. Returns the one
/// they used before.
carena *carena_use(carena *arena);

/// Allocation functions as of C. Where there is no memory the program ends, as libcmark does itself.
void *carena_calloc(size_t count, size_t size);
void *carena_realloc(void *block, size_t size);
void carena_free(void *block);

#endif
