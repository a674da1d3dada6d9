import { enumViolations, refuseViolations } from '../../../aws/index.ts';
import type { Scope } from '../../../model/index.ts';
import type { ApiDefinition } from '../../../openapi/index.ts';
import type { Transaction } from '../../../store/index.ts';
import type { ServiceContext } from '../context.ts';
import { allDocumentationParts, allModels, requireRestApi } from '../documents/index.ts';
import { createRestApi, renderRestApi, renderTaggedRestApi } from '../rest-apis/index.ts';
import type { ApiGatewayHandlers, In } from '../types.ts';
import { applyDefinition } from './apply-definition.ts';
import { importDocumentation } from './documentation.ts';
import { unknownModelUrl } from './models.ts';
import { type ImportParameters, readImportParameters } from './parameters.ts';
import { Problems, refuseMalformed, refuseWarnings } from './problems.ts';
import { readApi, readBody } from './read-body.ts';
import { importSettings } from './settings.ts';

const MODES = ['overwrite', 'merge'] as const;

export function importHandlers({ store, ids, limits }: ServiceContext) {
  return {
    importRestApi: async (input, { scope, nowMs }) => {
      const parameters = readImportParameters(input.parameters);
      const document = await readBody(input.body, scope);
      const models = { existing: new Set<string>(), url: unknownModelUrl };
      const definition = await readApi(document, { basePath: parameters.basePath, models });
      refuseMalformed(definition);
      if (input.failOnWarnings) refuseWarnings(definition.warnings);
      const created = await store.transact(async (tx) => {
        const restApi = await createRestApi(tx, scope, newApi(definition, parameters), { ids, limits }, nowMs);
        // A new API has the file's models and no others (recorded), so what every API begins with is written over.
        const target = { tx, scope, restApiId: restApi.id, mode: 'overwrite', ids, limits } as const;
        await applyDefinition({ ...target, problems: new Problems(definition) }, definition, parameters);
        return restApi;
      });
      return { ...renderRestApi(created), ...warningsOf(definition) };
    },

    putRestApi: async ({ restApiId, ...input }, { scope }) => {
      const mode = readMode('putRestApiInput', input.mode);
      const parameters = readImportParameters(input.parameters);
      const document = await readBody(input.body, scope);
      const { restApi, definition } = await store.transact(async (tx) => {
        const before = await requireRestApi(tx, scope, restApiId);
        const existing = mode === 'merge' ? await modelNames(tx, scope, restApiId) : new Set<string>();
        const models = { existing, url: unknownModelUrl };
        const read = await readApi(document, { basePath: parameters.basePath, models });
        refuseMalformed(read);
        if (input.failOnWarnings) refuseWarnings(read.warnings);
        const target = { tx, scope, restApiId, mode, ids, limits, problems: new Problems(read) };
        const after = await importSettings(target, before, read);
        await applyDefinition(target, read, parameters);
        return { restApi: after, definition: read };
      });
      return { ...renderTaggedRestApi(restApi), ...warningsOf(definition) };
    },

    importDocumentationParts: async ({ restApiId, ...input }, { scope }) => {
      const mode = readMode('importDocumentationPartsInput', input.mode);
      const document = await readBody(input.body, scope);
      return store.transact(async (tx) => {
        await requireRestApi(tx, scope, restApiId);
        // Other parts of the file are not imported, so nothing that may be wrong with them matters.
        const models = { existing: new Set<string>(), url: unknownModelUrl };
        const { documentationParts } = await readApi(document, { basePath: 'ignore', models });
        const problems = new Problems({ errors: [], warnings: [] });
        const target = { tx, scope, restApiId, mode, ids, limits, problems };
        const existing = await allDocumentationParts(tx, scope, restApiId);
        const written = await importDocumentation(target, existing, documentationParts);
        problems.refuse();
        return { ids: written };
      });
    },
  } satisfies ApiGatewayHandlers;
}

/** Merging is the default (fact D159). */
function readMode(input: string, mode: string | undefined): 'merge' | 'overwrite' {
  refuseViolations(enumViolations(mode, `${input}.mode`, MODES));
  return mode === 'overwrite' ? 'overwrite' : 'merge';
}

async function modelNames(tx: Transaction, scope: Scope, restApiId: string): Promise<ReadonlySet<string>> {
  return new Set((await allModels(tx, scope, restApiId)).map(({ name }) => name));
}

/** What `CreateRestApi` would have been asked for. */
function newApi(
  { name = '', description, version, settings }: ApiDefinition,
  { endpointTypes, vpcEndpointIds = settings.vpcEndpointIds, ipAddressType }: ImportParameters,
): In<'createRestApi'> {
  const { vpcEndpointIds: _, ...rest } = settings;
  return {
    ...rest,
    name,
    ...(description !== undefined && { description }),
    ...(version !== undefined && { version }),
    endpointConfiguration: {
      ...(endpointTypes && { types: endpointTypes }),
      ...(vpcEndpointIds && { vpcEndpointIds }),
      ...(ipAddressType && { ipAddressType }),
    },
  };
}

function warningsOf({ warnings }: ApiDefinition): { readonly warnings?: readonly string[] } {
  return warnings.length > 0 ? { warnings } : {};
}
