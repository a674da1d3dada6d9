import { readFile } from 'node:fs/promises';

/** A managed resource of a state. */
export interface Resource {
  readonly address: string;
  readonly type: string;
  readonly values: Readonly<Record<string, string | readonly string[]>>;
}

/** The managed resources of a state, and its output `found`: what the data sources found, each true where it is right. */
export async function readState(file: string) {
  const state = JSON.parse(await readFile(file, 'utf8'));
  const found: Readonly<Record<string, boolean>> = state.outputs?.found?.value ?? {};
  const managed = (state.resources as readonly StateResource[]).filter(({ mode }) => mode === 'managed');
  const resources = managed.flatMap(({ type, name, instances }) =>
    instances.map(({ index_key: key, attributes }): Resource => {
      const address = `${type}.${name}${key === undefined ? '' : `[${JSON.stringify(key)}]`}`;
      return { address, type, values: attributes };
    }),
  );
  return { resources, found };
}

interface StateResource {
  readonly mode: 'managed' | 'data';
  readonly type: string;
  readonly name: string;
  readonly instances: readonly {
    /** Of a resource with `count` or `for_each`. */
    readonly index_key?: number | string;
    readonly attributes: Resource['values'];
  }[];
}
