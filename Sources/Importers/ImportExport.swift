package import Basics
internal import CommunityData

/// Reads a platform's native export and writes a canonical snapshot of it.
///
/// `destination` is the site's folder; the snapshot becomes
/// `Content/snapshots/<community>/<day of collected>/`. nil is a dry run: everything is read, checked
/// and counted, nothing is written.
package func importExport(
  _ request: ImportRequest, into destination: (any FileSystem)?,
  progress: (ImportProgress) -> Void
) throws(ImportError) -> ImportResult {
  throw ImportError(Diagnostic(ImportersCodes.unusableKey, request.format))
}
