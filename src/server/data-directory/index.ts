/**
 * The directory that holds everything a Sallyport keeps: the store, the code of functions, the root credentials. One
 * process at a time owns it.
 */
export { layoutOf } from './layout.ts';
export { type DataDirectory, openDataDirectory } from './open-data-directory.ts';
export { type RootCredentials, readRootCredentials } from './root-credentials.ts';
