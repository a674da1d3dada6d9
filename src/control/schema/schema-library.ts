import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { distPath } from '../../package/index.ts';
import type { SchemaFile } from './schema-file.ts';
import { type ServiceSchema, serviceSchema } from './service-schema.ts';

export interface SchemaLibrary {
  /**
   * The schema called `name`; read at the first call, kept afterwards.
   * @throws when the installation lacks it
   */
  load(name: string): Promise<ServiceSchema>;
}

/** @param directory where the build has put the schemas */
export function createSchemaLibrary(directory: string = distPath('schemas')): SchemaLibrary {
  const loaded = new Map<string, Promise<ServiceSchema>>();
  return {
    load(name) {
      const known = loaded.get(name);
      if (known) return known;
      const loading = readSchema(join(directory, `${name}.json`));
      loaded.set(name, loading);
      return loading;
    },
  };
}

async function readSchema(path: string): Promise<ServiceSchema> {
  const file: SchemaFile = JSON.parse(await readFile(path, 'utf8'));
  return serviceSchema(file);
}
