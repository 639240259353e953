#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// The logarithm to base 2.
func logTwo(_ value: Double) -> Double { log2(value) }

/// The cube root.
func cubeRoot(_ value: Double) -> Double { cbrt(value) }

/// A power.
func power(_ base: Double, _ exponent: Double) -> Double { pow(base, exponent) }
