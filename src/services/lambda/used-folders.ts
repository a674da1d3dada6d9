import type { Store } from '../../store/index.ts';
import { functionKind } from './function-document.ts';
import { layerVersionKind } from './layers/index.ts';
import { versionKind } from './versions/index.ts';

/** The folders of code that documents name. */
export async function usedFolders(store: Store): Promise<ReadonlySet<string>> {
  const documents = [...(await store.scan(functionKind)), ...(await store.scan(versionKind))];
  const layers = await store.scan(layerVersionKind);
  const used = documents.flatMap(({ value }) => value.settings.layers ?? []);
  return new Set(
    [...documents.map(({ value }) => value.code), ...layers.map(({ value }) => value.code), ...used].map(
      ({ folder }) => folder,
    ),
  );
}
