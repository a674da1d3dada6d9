import type { FunctionContainment } from '../model/index.ts';
import type { RunningServer } from '../server/index.ts';
import { describeContainment } from './describe-containment.ts';

/** What `sallyport start` prints when it is ready. */
export function banner(version: string, server: RunningServer): string {
  const { controlUrl, gatewayUrl, httpsUrl, credentialsPath, accounts } = server;
  return [
    `Sallyport ${version}`,
    '',
    `  Control API       ${controlUrl}`,
    `  Console           ${controlUrl}/console/`,
    `  Gateway           ${gatewayUrl}`,
    ...(httpsUrl === undefined ? [] : [`  Gateway (HTTPS)   ${httpsUrl}`]),
    `  Root credentials  ${credentialsPath ?? 'as SALLYPORT_ROOT_ACCESS_KEY_ID says'}`,
    ...accounts.map((account) => `  ${account.accountId}      ${account.credentialsPath}`),
    '',
  ].join('\n');
}

/** Its last line, known a moment later. */
export function functionsLine(functions: FunctionContainment): string {
  return `  Functions         ${describeContainment(functions)}\n\n`;
}
