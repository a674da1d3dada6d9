import type { HttpApi } from '../../../model/index.ts';
import { checkLength, checkName } from '../check-texts.ts';
import { momentOf } from '../definitions/index.ts';
import { badRequest, notSupported } from '../errors.ts';
import { LIMITS } from '../limits.ts';
import type { In } from '../types.ts';
import { readCors } from './cors.ts';

type Settings = Pick<
  In<'createApi'>,
  | 'CorsConfiguration'
  | 'Description'
  | 'DisableExecuteApiEndpoint'
  | 'IpAddressType'
  | 'RouteSelectionExpression'
  | 'Version'
>;

/** The only one of HTTP APIs (fact D138), as AWS shows it; it is also taken with braces, as the service model spells it. */
export const ROUTE_SELECTION = '$request.method $request.path';
/** What AWS shows for every API, though HTTP APIs have no keys. */
export const API_KEY_SELECTION = '$request.header.x-api-key';

/** @throws {ServiceError} 400; 501 for WebSocket APIs */
export function checkProtocol(protocol: string): void {
  if (protocol === 'WEBSOCKET') throw notSupported('APIs of the protocol WEBSOCKET');
  if (protocol !== 'HTTP') throw badRequest('Invalid protocol specified. Must be one of [HTTP, WEBSOCKET]');
}

/** The API that a `CreateApi` asks for, with AWS's defaults. @throws {ServiceError} 400 */
export function newApi(input: In<'createApi'>, apiId: string, nowMs: number): HttpApi {
  checkName(input.Name);
  return {
    ApiId: apiId,
    Name: input.Name,
    DisableExecuteApiEndpoint: false,
    IpAddressType: 'ipv4',
    ...readSettings(input),
    Tags: input.Tags ?? {},
    CreatedDate: momentOf(nowMs),
  };
}

/** What an input sets of an API. @throws {ServiceError} 400; the texts are ours */
export function readSettings(input: Settings): Partial<HttpApi> {
  const { CorsConfiguration, Description, DisableExecuteApiEndpoint, IpAddressType, Version } = input;
  checkLength('Description', Description, LIMITS.descriptionLength);
  checkLength('Version', Version, LIMITS.versionLength);
  if ((input.RouteSelectionExpression ?? ROUTE_SELECTION).replace(/[{}]/g, '') !== ROUTE_SELECTION) {
    throw badRequest(`The route selection expression of an HTTP API is always ${ROUTE_SELECTION}`);
  }
  return {
    ...(CorsConfiguration && { CorsConfiguration: readCors(CorsConfiguration) }),
    ...(Description !== undefined && { Description }),
    ...(DisableExecuteApiEndpoint !== undefined && { DisableExecuteApiEndpoint }),
    ...(IpAddressType !== undefined && { IpAddressType: readIpType(IpAddressType) }),
    ...(Version !== undefined && { Version }),
  };
}

function readIpType(type: string): HttpApi['IpAddressType'] {
  if (type !== 'ipv4' && type !== 'dualstack') throw badRequest('ipAddressType must be either ipv4 or dualstack.');
  return type;
}
