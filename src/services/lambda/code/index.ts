/**
 * Functions' code on the disk: zip files are checked, unpacked safely and kept in folders named by their content, so that a
 * document that names a folder can rely on all of it being there, whenever the power fails.
 */

export { type CodeInput, readZip } from './code-input.ts';
export { type CodeStore, createCodeStore, type FunctionCode } from './code-store.ts';
export { type CodeDownload, type CodeDownloads, createCodeDownloads, type DownloadOptions } from './downloads.ts';
export { localCode, localRevision } from './local-code.ts';
export { syncFolder } from './sync-folder.ts';
