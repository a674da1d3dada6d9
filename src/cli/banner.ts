import type { RunningServer } from '../server/index.ts';

/** What `sallyport start` prints when it is ready. */
export function banner(version: string, { controlUrl, gatewayUrl, httpsUrl, credentialsPath }: RunningServer): string {
  return [
    `Sallyport ${version}`,
    '',
    `  Control API       ${controlUrl}`,
    `  Gateway           ${gatewayUrl}`,
    ...(httpsUrl === undefined ? [] : [`  Gateway (HTTPS)   ${httpsUrl}`]),
    `  Root credentials  ${credentialsPath ?? 'as SALLYPORT_ROOT_ACCESS_KEY_ID says'}`,
    '',
    '',
  ].join('\n');
}
