#ifndef CHEAP_H
#define CHEAP_H

/// Gives the heap of each thread at once the room that it may grow to, and keeps what is freed.
///
/// The C library of GNU asks the kernel for every four kilobytes otherwise, and gives them back as often:
/// some 3 % of the time of a large build. Room that nothing is written to takes no memory. Other libraries
/// are left as they are. To be called before the first thread is made, as heaps keep to what was set then.
void cheap_grow_at_once(void);

/// Asks the kernel to give this thread's heap memory in large pieces. To be called again from time to time,
/// as a thread may go on to another heap; costs next to nothing then.
///
/// Each four kilobytes of a page of the site, its text and what was made of it are a stop in the kernel
/// otherwise.
void cheap_take_large_pages(void);

#endif
