import type { ServedRequest } from '../../model/index.ts';

/** A request that has been answered. */
export function served(change: Partial<ServedRequest> = {}): ServedRequest {
  return {
    requestId: '0b2f1d6c-5a51-4d7f-9a3c-6f6f0c8f7a11',
    extendedRequestId: 'FiV9AHvHoAMFtsg=',
    requestTimeEpoch: Date.UTC(2026, 10, 22, 13, 25, 50, 7),
    sourceIp: '127.0.0.1',
    httpMethod: 'GET',
    path: '/dev/pets/7',
    resourcePath: '/pets/{id}',
    protocol: 'HTTP/1.1',
    userAgent: 'curl/8.5.0',
    status: 200,
    responseLength: 67,
    latencyMs: 3.25,
    integrationLatencyMs: 3.0625,
    cacheResult: undefined,
    ...change,
  };
}
