extension PhraseBook {
  /// What the few people of the smallest channel tell each other.
  static let nightShift = [
    "Quiet night, {n} jobs, no alarms.", "The {queue} queue woke me at {time}. False alarm.",
    "Anyone awake? {store} is slow.", "All calm here.", "Disk swapped, queues are back.",
    "I pause {queue} for an hour.",
  ]
}
