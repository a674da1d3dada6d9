/**
 * Writes what a server needs of each AWS service's published schema to `DIRECTORY/NAME.json` (docs/decisions/0002). The
 * reader is `src/control/schema`; the two agree on `src/control/schema/schema-file.ts`.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { extractSchema } from './schemas/extract.mjs';
import { SERVICES } from './schemas/services.mjs';

// The SDK tells everybody who imports it on Node 20 that it will want Node 22 one day: noise in an installation's log.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';

/** Extracts every service and writes its schema; creates the directory. */
export async function writeSchemas(directory) {
  await mkdir(directory, { recursive: true });
  await Promise.all(
    SERVICES.map(async (service) => {
      const schema = extractSchema(service, await import(service.client));
      await writeFile(join(directory, `${service.name}.json`), JSON.stringify(schema));
    }),
  );
}
