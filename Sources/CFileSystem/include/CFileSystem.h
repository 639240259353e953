#ifndef CFILESYSTEM_H
#define CFILESYSTEM_H

/// Lets two names in an open folder change places at one stroke; 0, or -1 with errno.
int cfs_exchange(int folder, const char *one, const char *other);

/// Returns when all that was written to the file system of an open folder is safe from a loss of
/// power; 0, or -1 with errno.
int cfs_sync_file_system(int folder);

#endif
