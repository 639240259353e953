#include "csqlite.h"

#include <pthread.h>

static _Thread_local sqlite3_int64 now;

static int standing_time(sqlite3_vfs *vfs, sqlite3_int64 *time) {
  (void)vfs;
  *time = now;
  return SQLITE_OK;
}

static sqlite3_vfs standing;
static pthread_once_t once = PTHREAD_ONCE_INIT;
static int registered = SQLITE_ERROR;

static void make(void) {
  sqlite3_vfs *usual = sqlite3_vfs_find(NULL);
  if (usual == NULL) return;
  standing = *usual;
  standing.pNext = NULL;
  standing.zName = "standing-clock";
  standing.iVersion = usual->iVersion < 2 ? 2 : usual->iVersion;
  standing.xCurrentTimeInt64 = standing_time;
  registered = sqlite3_vfs_register(&standing, 0);
}

sqlite3_destructor_type csqlite_copied(void) { return SQLITE_TRANSIENT; }

int csqlite_open(sqlite3_int64 julian_ms, sqlite3 **database) {
  pthread_once(&once, make);
  if (registered != SQLITE_OK) return registered;
  now = julian_ms;
  int status = sqlite3_open_v2(
      ":memory:", database,
      SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, "standing-clock");
  if (status != SQLITE_OK) return status;
  // What large changes and sorting need besides would else go into files, in a folder of the system.
  return sqlite3_exec(*database, "PRAGMA temp_store = MEMORY", NULL, NULL, NULL);
}
