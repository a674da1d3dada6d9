import type { KnownApi } from '../data/index.ts';

/** Where an API is opened: at what answers its requests. */
export function apiPath(apiId: string, protocol: KnownApi['protocol'] = 'REST'): string {
  return `/apis/${apiId}/${protocol === 'HTTP' ? 'routes' : 'resources'}`;
}
