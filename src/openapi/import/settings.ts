import type { DefinedSettings } from '../definition.ts';
import {
  compact,
  flagAt,
  isObject,
  type JsonObject,
  listAt,
  member,
  numberAt,
  objectAt,
  textAt,
  textsAt,
} from '../values.ts';

const PREFIX = 'x-amazon-apigateway-';

/** The extensions that set something on the API itself (features A7.3). */
export function readSettings(document: JsonObject): DefinedSettings {
  const endpoint = endpointConfiguration(document);
  const policy = member(document, `${PREFIX}policy`);
  return compact({
    apiKeySource: textAt(document, `${PREFIX}api-key-source`),
    binaryMediaTypes: textsAt(document, `${PREFIX}binary-media-types`),
    minimumCompressionSize: compressionSize(document),
    policy: isObject(policy) ? JSON.stringify(policy) : textAt(document, `${PREFIX}policy`),
    disableExecuteApiEndpoint: flagAt(endpoint, 'disableExecuteApiEndpoint'),
    vpcEndpointIds: textsAt(endpoint, 'vpcEndpointIds'),
    securityPolicy: textAt(document, `${PREFIX}security-policy`),
    endpointAccessMode: textAt(document, `${PREFIX}endpoint-access-mode`),
  });
}

/** What is no number is none that compression could begin at, and is refused as such. */
function compressionSize(document: JsonObject): number | undefined {
  const name = `${PREFIX}minimum-compression-size`;
  const isAbsent = (member(document, name) ?? undefined) === undefined;
  return isAbsent ? undefined : (numberAt(document, name) ?? Number.NaN);
}

/** At the top of the file, or in OpenAPI 3.0 at a server. */
function endpointConfiguration(document: JsonObject): JsonObject {
  const name = `${PREFIX}endpoint-configuration`;
  const places = [document, ...(listAt(document, 'servers') ?? []).filter(isObject)];
  return places.map((place) => objectAt(place, name)).find((found) => found !== undefined) ?? {};
}
