/**
 * A small versioned document store: one interface, one contract test (`testing/contract.ts`), an implementation a folder.
 * Services read and write documents of the model here; nobody on a request's path does. An implementation is entered
 * through its own folder's index.ts, so that only what is used is loaded.
 */
export {
  ChangesGoneError,
  InvalidKeyError,
  StoreClosedError,
  StoreOpenError,
  type StoreOpenFailure,
  VersionConflictError,
} from './errors.ts';
export { listWanted } from './list-wanted.ts';
export {
  type Change,
  defineKind,
  defineSealedKind,
  type Kind,
  type PageRequest,
  type Reader,
  type Store,
  type StoredDocument,
  type Transaction,
  type Unsubscribe,
} from './store.ts';
