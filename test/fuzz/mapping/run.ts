import { startBackend, startGateway, type TestFunction } from '../../../src/gateway/testing/harness.ts';
import { integration } from '../../../src/gateway/testing/snapshots.ts';
import type { ContentHandling, Integration, Method } from '../../../src/model/index.ts';
import { Random } from '../random.ts';
import { BODIES, MEDIA_TYPES, REQUEST_SOURCES, RESPONSE_SOURCES, TARGETS, TEMPLATE_PIECES } from './fragments.ts';

/** A request that the mapping layer did not answer as it should. */
export interface Finding {
  readonly seed: number;
  readonly method: Partial<Method>;
  readonly what: string;
}

/** What AWS answers when mappings are wrong, and what the templates ask for themselves. */
const ANSWERS = new Set([200, 201, 400, 413, 415, 431, 500]);
const BOUND_MS = 10_000;
const URI =
  'arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:1:function:f/invocations';

/** A function that gives back what it gets. */
const echo: TestFunction = async ({ payload }) => ({
  kind: 'invoked',
  statusCode: 200,
  payload,
  logTail: '',
  executedVersion: '$LATEST',
});

/**
 * Sends one request a seed through a method whose templates and mappings are made of random pieces: whatever they are, the
 * client gets an answer of AWS's in time, and nothing that happens is a defect of the gateway.
 * @returns the first finding, if any
 */
export async function fuzz(firstSeed: number, requests: number): Promise<Finding | undefined> {
  const backend = await startBackend(({ body }) => ({ body, headers: ['X', '1', 'Content-Type', 'text/plain'] }));
  const seeds = Array.from({ length: requests }, (_, place) => firstSeed + place);
  const cases = seeds.map((seed) => ({ seed, ...randomCase(new Random(seed), backend.url) }));
  const methods = Object.fromEntries(cases.map(({ seed, method }) => [`/${seed}/{id}`, { POST: method }]));
  const gateway = await startGateway(
    { stage: { variables: { v: 'one' } }, restApi: { binaryMediaTypes: ['image/png'] }, methods },
    echo,
  );
  try {
    for (const { seed, method, query, headers, body } of cases) {
      const before = performance.now();
      const defects = gateway.warnings.length;
      const { status } = await gateway.call(`/${seed}/a%2Fb?${query}`, { method: 'POST', headers, body });
      const took = performance.now() - before;
      const defect = gateway.warnings.slice(defects).find((warning) => warning.includes('defect'));
      const what =
        defect ??
        (ANSWERS.has(status) ? undefined : `It answered ${status}.`) ??
        (took > BOUND_MS ? `It took ${took.toFixed(0)} ms.` : undefined);
      if (what !== undefined) return { seed, method, what };
    }
    return undefined;
  } finally {
    backend.close();
    await gateway.close();
  }
}

function randomCase(random: Random, backendUrl: string) {
  const template = (): Record<string, string> => ({
    [random.pick(['application/json', 'image/png', '$default'])]: text(),
  });
  const text = (): string => Array.from({ length: 1 + random.below(6) }, () => random.pick(TEMPLATE_PIECES)).join('');
  const handling = (): { readonly contentHandling?: ContentHandling } =>
    random.pick([{}, {}, { contentHandling: 'CONVERT_TO_TEXT' }, { contentHandling: 'CONVERT_TO_BINARY' }] as const);
  const change: Partial<Integration> = {
    ...random.pick([
      { type: 'MOCK' },
      { type: 'AWS', uri: URI, httpMethod: 'POST' },
      { type: 'HTTP', uri: `${backendUrl}/{p}`, httpMethod: 'POST' },
    ] as const),
    passthroughBehavior: random.pick(['WHEN_NO_MATCH', 'WHEN_NO_TEMPLATES', 'NEVER'] as const),
    requestTemplates: random.below(4) === 0 ? {} : template(),
    requestParameters: { [random.pick(TARGETS)]: random.pick(REQUEST_SOURCES) },
    ...handling(),
    integrationResponses: {
      200: {
        statusCode: '200',
        responseTemplates: random.below(3) === 0 ? {} : template(),
        responseParameters: { 'method.response.header.X-Out': random.pick(RESPONSE_SOURCES) },
        ...handling(),
      },
    },
  };
  const method: Partial<Method> = {
    methodResponses: { 200: { statusCode: '200' } },
    methodIntegration: integration(change),
  };
  const headers = [
    'Content-Type',
    random.pick(MEDIA_TYPES),
    'Accept',
    random.pick(MEDIA_TYPES),
    'X-A',
    '1',
    'X-A',
    '\u00e4',
  ];
  return { method, headers, query: random.pick(['', 'q=1&q=%0A', 'q=%ff;x']), body: random.pick(BODIES) };
}
