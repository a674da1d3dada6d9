import { type AccessRules, accessRules, type CallRates } from '../../aws/index.ts';
import type { Service, ServiceName } from '../control.ts';
import type { Protocol, WireRequest } from '../protocols/index.ts';
import {
  createSchemaLibrary,
  type OperationMatch,
  type RestRoutes,
  restRoutes,
  type ServiceSchema,
} from '../schema/index.ts';
import { servicesSignedAs } from './signing-names.ts';

/** A service with what is derived from its schema. */
export interface KnownService {
  readonly name: ServiceName;
  readonly schema: ServiceSchema;
  readonly routes: RestRoutes;
  readonly handlers: Service['handlers'];
  readonly unsigned: ReadonlySet<string>;
  readonly access: AccessRules;
  readonly rates: CallRates | undefined;
}

export interface FoundOperation {
  readonly service: KnownService;
  readonly match: OperationMatch;
}

const NONE: ReadonlySet<string> = new Set();

/** Finds services by what a call is signed for; a schema is read when the first call for it comes. */
export interface ServiceDirectory {
  /** In the order in which they are to be asked; empty when nothing signs so. */
  signedAs(signingName: string): Promise<readonly KnownService[]>;
  /** Those with operations that need no signature. */
  unsigned(): Promise<readonly KnownService[]>;
}

export function createServiceDirectory(services: readonly Service[]): ServiceDirectory {
  const schemas = createSchemaLibrary();
  const known = new Map<ServiceName, Promise<KnownService>>();

  async function read(name: ServiceName): Promise<KnownService> {
    const schema = await schemas.load(name);
    const service: Partial<Service> = services.find((candidate) => candidate.name === name) ?? {};
    const { handlers = {}, unsigned = NONE, access = accessRules(name, {}), rates } = service;
    return { name, schema, routes: restRoutes(schema), handlers, unsigned, access, rates };
  }

  function get(name: ServiceName): Promise<KnownService> {
    const service = known.get(name) ?? read(name);
    known.set(name, service);
    return service;
  }

  const partlyUnsigned = services.filter(({ unsigned }) => unsigned !== undefined).map(({ name }) => name);
  return {
    signedAs: (signingName) => Promise.all(servicesSignedAs(signingName).map(get)),
    unsigned: () => Promise.all(partlyUnsigned.map(get)),
  };
}

/** The first operation that one of the services knows the request as. */
export function findOperation(
  services: readonly KnownService[],
  protocol: Protocol,
  request: WireRequest,
): FoundOperation | undefined {
  for (const service of services) {
    if (!service.schema.protocols.includes(protocol.name)) continue;
    const match = protocol.findOperation(request, service.schema, service.routes);
    if (match) return { service, match };
  }
  return undefined;
}
