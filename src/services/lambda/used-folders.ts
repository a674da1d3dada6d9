import type { Store } from '../../store/index.ts';
import { functionKind } from './function-document.ts';
import { versionKind } from './versions/index.ts';

/** The folders of code that documents name. */
export async function usedFolders(store: Store): Promise<ReadonlySet<string>> {
  const documents = [...(await store.scan(functionKind)), ...(await store.scan(versionKind))];
  return new Set(documents.map(({ value }) => value.code.folder));
}
