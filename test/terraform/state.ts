import { readFile } from 'node:fs/promises';

/** A managed resource of a state. */
export interface Resource {
  /** The module that has it. */
  readonly module: string;
  /** Within its module. */
  readonly address: string;
  readonly type: string;
  readonly values: Readonly<Record<string, string | readonly string[]>>;
}

/** What a module's data sources found, each true where it is right: its output `found`. */
export type Found = Readonly<Record<string, boolean>>;

/** The managed resources of a state, and what the data sources of each module found. */
export async function readState(file: string) {
  const state = JSON.parse(await readFile(file, 'utf8'));
  const modules: Readonly<Record<string, { readonly found?: Found }>> = state.outputs.modules.value;
  const found = Object.fromEntries(Object.entries(modules).map(([name, outputs]) => [name, outputs.found ?? {}]));
  const managed = (state.resources as readonly StateResource[]).filter(({ mode }) => mode === 'managed');
  const resources = managed.flatMap(({ module, type, name, instances }) =>
    instances.map(({ index_key: key, attributes }): Resource => {
      const address = `${type}.${name}${key === undefined ? '' : `[${JSON.stringify(key)}]`}`;
      return { module: module.replace('module.', ''), address, type, values: attributes };
    }),
  );
  return { resources, found };
}

interface StateResource {
  readonly mode: 'managed' | 'data';
  readonly module: string;
  readonly type: string;
  readonly name: string;
  readonly instances: readonly {
    /** Of a resource with `count` or `for_each`. */
    readonly index_key?: number | string;
    readonly attributes: Resource['values'];
  }[];
}
