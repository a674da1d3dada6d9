import type { Service, ServiceName } from '../control.ts';
import { createSchemaLibrary, type SchemaLibrary } from '../schema/index.ts';
import { SERVICE_NAMES } from './signing-names.ts';

/** What is built of one AWS API. */
export interface CompatibilityEntry {
  readonly service: ServiceName;
  /** AWS's name, such as `API Gateway`. */
  readonly serviceId: string;
  /** Every operation of the published schema, in alphabetical order. */
  readonly operations: readonly { readonly name: string; readonly isServed: boolean }[];
}

/** Compares the handlers with the schemas: the source of `docs/compatibility.md`. */
export async function listCompatibility(
  services: readonly Service[],
  schemas: SchemaLibrary = createSchemaLibrary(),
): Promise<readonly CompatibilityEntry[]> {
  return Promise.all(
    SERVICE_NAMES.map(async (name) => {
      const schema = await schemas.load(name);
      const handlers = services.find((service) => service.name === name)?.handlers ?? {};
      const operations = [...schema.operations.values()].map((operation) => ({
        name: operation.name,
        isServed: operation.eventStream !== 'input' && handlers[operation.handlerName] !== undefined,
      }));
      return { service: name, serviceId: schema.serviceId, operations };
    }),
  );
}
