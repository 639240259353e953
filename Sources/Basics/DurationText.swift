/// A length of time in English: 11,100 → `3 h 05`.
package func durationText(seconds: Int) -> String { TextFormats.english.duration(seconds: seconds) }
