/** Published versions: what `$LATEST` was at one time, for good. */
export { publishVersion } from './publish.ts';
export { findVersion, listVersions, type VersionDocument, versionId, versionKind } from './version-document.ts';
export { versionHandlers } from './version-handlers.ts';
