/**
 * A small versioned document store: one interface, one contract test, an implementation a folder. Services read and write
 * documents of the model here; nobody on a request's path does.
 */
export {
  type Change,
  defineKind,
  type Kind,
  type PageRequest,
  type Reader,
  type Store,
  type StoredDocument,
  type Transaction,
  VersionConflictError,
} from './store.ts';
