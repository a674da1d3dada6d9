import type { ServiceError } from '../../../aws/index.ts';
import { badRequest } from '../errors.ts';
import type { RefusedOperation } from '../patch/index.ts';

const SETTINGS = ['metrics/enabled', 'logging/dataTrace', 'logging/loglevel'];
const CACHING = [
  'enabled',
  'dataEncrypted',
  'requireAuthorizationForCacheControl',
  'unauthorizedCacheControlHeaderStrategy',
];

/** AWS's list of what can be patched on a stage, letter by letter as recorded: three settings stand without commas, by method without spaces, too. */
const PATHS = [
  '/deploymentId',
  '/description',
  '/cacheClusterEnabled',
  '/cacheClusterSize',
  '/clientCertificateId',
  '/accessLogSettings',
  '/accessLogSettings/destinationArn',
  '/accessLogSettings/format',
  ...settingPaths('/{resourcePath}/{httpMethod}', ''),
  ...settingPaths('/*/*', ' '),
  '/variables/{variable_name}',
  '/tracingEnabled',
].join(', ');

/** What a canary can be promoted from, by the member of the stage that it goes to (fact D121). */
export const PROMOTION_SOURCES = {
  deploymentId: '/canarySettings/deploymentId',
  variables: '/canarySettings/stageVariableOverrides',
} as const;

/** How AWS refuses a patch of a stage: a text for each operation (recorded). */
export function refuseStagePatch({ op, path, from }: RefusedOperation): ServiceError {
  switch (op) {
    case 'replace':
      return invalidSettingPath(path);
    case 'remove':
      return noMethodSetting(path);
    case 'copy':
      return refuseCopy(path, from);
    default:
      return badRequest(`Invalid ${op} operation with path: ${path}`);
  }
}

export function invalidSettingPath(path: string): ServiceError {
  return badRequest(`Invalid method setting path: ${path}. Must be one of: [${PATHS}]`);
}

/** AWS takes every path that it cannot remove for that of a method's settings; the space at the end is AWS's. */
export function noMethodSetting(path: string): ServiceError {
  return badRequest(
    `Cannot remove method setting ${path.slice(1)} because there is no method setting for this method `,
  );
}

/** A copy that would promote nothing. */
export function refuseCopy(path: string, from = 'null'): ServiceError {
  const paths = Object.keys(PROMOTION_SOURCES).map((member) => `/${member}`);
  return badRequest(
    `Invalid copy operation with path: ${path} and from ${from}. Valid copy:path are [${paths.join(', ')}] and valid copy:from are [${Object.values(PROMOTION_SOURCES).join(', ')}]`,
  );
}

function settingPaths(method: string, gap: string): readonly string[] {
  const unseparated = ['throttling/burstLimit', 'throttling/rateLimit', 'caching/ttlInSeconds'];
  return [
    ...SETTINGS.map((setting) => `${method}/${setting}`),
    unseparated.map((setting) => `${method}/${setting}`).join(gap),
    ...CACHING.map((setting) => `${method}/caching/${setting}`),
  ];
}
