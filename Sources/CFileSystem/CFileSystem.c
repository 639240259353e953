// Swift's Glibc module leaves out what glibc declares for _GNU_SOURCE only.
#define _GNU_SOURCE

#include "CFileSystem.h"

#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

#ifdef __APPLE__

int cfs_exchange(int folder, const char *one, const char *other) {
  return renameatx_np(folder, one, folder, other, RENAME_SWAP);
}

int cfs_sync_file_system(int folder) {
  // Darwin has no syncfs: sync starts all writing, F_FULLFSYNC waits for the drive.
  sync();
  return fcntl(folder, F_FULLFSYNC);
}

#else

#include <sys/syscall.h>

int cfs_exchange(int folder, const char *one, const char *other) {
  // By number, since musl has no function for it; 2 is RENAME_EXCHANGE of linux/fs.h.
  return (int)syscall(SYS_renameat2, folder, one, folder, other, 2);
}

int cfs_sync_file_system(int folder) {
  return syncfs(folder);
}

#endif
