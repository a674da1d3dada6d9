/**
 * The directory that holds everything a Sallyport keeps: the store, the code of functions, the root credentials. One
 * process at a time owns it. Secrets in it are sealed with its data key, which the master key seals in turn; the master key
 * may lie elsewhere.
 */
export { layoutOf } from './layout.ts';
export { type Account, type DataDirectory, openDataDirectory, type SealedUse } from './open-data-directory.ts';
export { rotateMasterKey } from './rotate-master-key.ts';
export { type RootCredentials, readStoredRootCredentials } from './stored-root-credentials.ts';
