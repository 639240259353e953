#ifndef CSQLITE_H
#define CSQLITE_H

#include <sqlite3.h>

/// For `sqlite3_bind_text`: the bytes are copied. A macro with a cast, which Swift cannot read.
sqlite3_destructor_type csqlite_copied(void);

/// Opens an empty database in memory whose clock stands: `date('now')` is the same day in every
/// build. `julian_ms` is the Julian day in milliseconds, as SQLite counts time. The clock is that of
/// the thread: it holds until the thread opens another.
int csqlite_open(sqlite3_int64 julian_ms, sqlite3 **database);

#endif
