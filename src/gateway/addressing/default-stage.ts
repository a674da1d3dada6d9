import type { Exchange } from '../../http/index.ts';
import type { Address } from './found.ts';
import { splitTarget } from './target.ts';

/** The stage of an HTTP API that answers below no segment of its own (features A3.4). */
export const DEFAULT_STAGE = '$default';

/** The same request at the stage `$default`, whose path begins where a stage's name would stand. */
export function atDefaultStage({ target }: Exchange, address: Address): Address {
  const path = splitTarget(target)?.path ?? '/';
  const isByHost = address.domainName.toLowerCase().startsWith(`${address.apiId}.execute-api.`);
  const below = isByHost ? path : path.replace(/^\/(?:_aws\/execute-api|restapis)\/[^/]+/, '');
  return { ...address, stageName: DEFAULT_STAGE, path: below === '' ? '/' : below };
}
