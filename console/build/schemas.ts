import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin } from 'vite';

const PREFIX = 'virtual:aws-schema/';

/**
 * Gives `import('virtual:aws-schema/NAME')`: the schema of an AWS service, as the server itself reads it (decision 0002), so
 * that the console's client of an API is derived and not typed in. A chunk of its own a service, loaded by its first call.
 * @param directory where `tools/schemas.mjs` has written them
 */
export function schemas(directory: string): Plugin {
  return {
    name: 'sallyport:schemas',
    resolveId: (id) => (id.startsWith(PREFIX) ? `\0${id}` : undefined),
    async load(id) {
      if (!id.startsWith(`\0${PREFIX}`)) return undefined;
      const json = await readFile(join(directory, `${id.slice(PREFIX.length + 1)}.json`), 'utf8');
      // Parsed as JSON, which engines do faster than reading it as source.
      return `export default JSON.parse(${JSON.stringify(json)});`;
    },
  };
}
