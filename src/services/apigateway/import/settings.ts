import type { RestApi } from '../../../model/index.ts';
import type { ApiDefinition } from '../../../openapi/index.ts';
import { putRestApi } from '../documents/index.ts';
import type { PatchOperation } from '../patch/index.ts';
import { checkEndpoint, checkSecurityPolicy, patchRestApi } from '../rest-apis/index.ts';
import type { ImportTarget } from './target.ts';

/**
 * Sets what a file says of an API that is there already, as `UpdateRestApi` would. Merging leaves what the file is silent
 * about and adds to the binary media types (recorded); overwriting takes it away, but for the endpoint (fact D159).
 */
export async function importSettings(
  { tx, scope, mode, limits }: ImportTarget,
  restApi: RestApi,
  definition: ApiDefinition,
): Promise<RestApi> {
  const operations = mode === 'overwrite' ? overwriting(restApi, definition) : [];
  const patch = patchRestApi({ scope, restApiId: restApi.id, ...limits });
  const patched = patch(restApi, [...operations, ...setting(restApi, definition, operations)]);
  checkEndpoint(patched.endpointConfiguration);
  checkSecurityPolicy(patched);
  await putRestApi(tx, scope, patched);
  return patched;
}

function overwriting(restApi: RestApi, { settings }: ApiDefinition): readonly PatchOperation[] {
  const types = restApi.binaryMediaTypes ?? [];
  return [
    { op: 'replace', path: '/description', value: '' },
    { op: 'replace', path: '/version', value: '' },
    { op: 'replace', path: '/policy', value: '' },
    { op: 'replace', path: '/minimumCompressionSize', value: '' },
    ...(settings.apiKeySource === undefined ? [{ op: 'replace', path: '/apiKeySource', value: 'HEADER' }] : []),
    ...types.map((type) => ({ op: 'remove', path: `/binaryMediaTypes/${pointerSegment(type)}` })),
  ];
}

function setting(
  restApi: RestApi,
  { name, description, version, settings }: ApiDefinition,
  before: readonly PatchOperation[],
): readonly PatchOperation[] {
  const known = before.length > 0 ? [] : (restApi.binaryMediaTypes ?? []);
  const values: readonly (readonly [string, string | undefined])[] = [
    ['/name', name],
    ['/description', description],
    ['/version', version],
    ['/apiKeySource', settings.apiKeySource],
    ['/policy', settings.policy],
    ['/minimumCompressionSize', settings.minimumCompressionSize?.toString()],
    ['/disableExecuteApiEndpoint', settings.disableExecuteApiEndpoint?.toString()],
    ['/securityPolicy', settings.securityPolicy],
    ['/endpointAccessMode', settings.endpointAccessMode],
  ];
  return [
    ...values.flatMap(([path, value]) => (value === undefined ? [] : { op: 'replace', path, value })),
    ...(settings.binaryMediaTypes ?? [])
      .filter((type) => !known.includes(type))
      .map((type) => ({ op: 'add', path: `/binaryMediaTypes/${pointerSegment(type)}` })),
    ...(settings.vpcEndpointIds ?? [])
      .filter((id) => !restApi.endpointConfiguration.vpcEndpointIds?.includes(id))
      .map((value) => ({ op: 'add', path: '/endpointConfiguration/vpcEndpointIds', value })),
  ];
}

/** RFC 6901, section 3. */
function pointerSegment(segment: string): string {
  return segment.replaceAll('~', '~0').replaceAll('/', '~1');
}
