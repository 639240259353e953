internal import CHeap
internal import MeadowCommand

// Before the first thread besides this one: a heap keeps to what was set when it was made, and verbs run on
// other threads.
cheap_grow_at_once()
await runMeadow()
