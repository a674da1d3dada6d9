import { BASE_PATH_MODES, type BasePathMode } from '../../../openapi/index.ts';
import { badRequest } from '../errors.ts';

/** What the caller says of an import besides the file (API reference, `ImportRestApi`, `parameters`). */
export interface ImportParameters {
  readonly basePath: BasePathMode;
  /** Whether documentation parts are made; `ignore=documentation` says no. */
  readonly documentation: boolean;
  readonly endpointTypes?: readonly string[];
  readonly vpcEndpointIds?: readonly string[];
  readonly ipAddressType?: string;
}

/** @throws {ServiceError} 400 for a way to treat the base path that there is not */
export function readImportParameters(given: Readonly<Record<string, string>> = {}): ImportParameters {
  const basePath = given.basepath ?? given.basePath ?? 'ignore';
  const mode = BASE_PATH_MODES.find((known) => known === basePath.toLowerCase());
  if (!mode) throw badRequest(`Invalid basepath specified. Valid options are ${BASE_PATH_MODES.join(',')}`);
  return {
    basePath: mode,
    documentation: !list(given.ignore).includes('documentation'),
    ...(given.endpointConfigurationTypes && { endpointTypes: list(given.endpointConfigurationTypes) }),
    ...(given.vpcEndpointIds && { vpcEndpointIds: list(given.vpcEndpointIds) }),
    ...(given.endpointConfigurationIpAddressType && { ipAddressType: given.endpointConfigurationIpAddressType }),
  };
}

function list(text = ''): readonly string[] {
  return text
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');
}
