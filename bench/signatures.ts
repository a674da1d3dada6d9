import { SignatureV4 } from '@smithy/signature-v4';
import { Sha256 } from '../src/control/testing/signed-fetch.ts';
import { createSigningKeys, readClaim, sha256Hex, verifyClaim } from '../src/sigv4/index.ts';
import { median, spread } from './support/statistics.ts';
import { publish } from './support/table.ts';

const ROUNDS = 9;
const ROUND_MS = 200;
const SECRET = { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY' };

/** Verifies requests as a method with AWS_IAM does, on one core, beside making the same signatures by the SDK's signer. */
export default async function signatures(): Promise<void> {
  const rows: string[][] = [];
  for (const [what, method, body] of [
    ['GET without a body', 'GET', ''],
    ['POST of 1 KB of JSON', 'POST', JSON.stringify({ text: 'x'.repeat(1_000) })],
    ['POST of 100 KB of JSON', 'POST', JSON.stringify({ text: 'x'.repeat(100_000) })],
  ] as const) {
    const nowMs = Date.now();
    const { request, sign } = await signed(method, body, new Date(nowMs));
    const keys = createSigningKeys();
    const bytes = Buffer.from(body);
    const verify = (): void => {
      const claim = readClaim(request, nowMs, { region: 'us-east-1', service: 'execute-api' });
      if (!claim.ok || verifyClaim(claim, request, sha256Hex(bytes), SECRET, keys)) throw new Error('not verified');
    };
    const ours = await rates(async () => verify());
    const peer = await rates(sign);
    rows.push([what, spread(ours, '/s'), spread(peer, '/s'), `${(median(ours) / median(peer)).toFixed(1)}x`]);
  }
  await publish('signatures', {
    title: 'SigV4: one verification',
    head: ['request', 'verified a second and core', 'signed by @smithy/signature-v4', 'faster by'],
    rows,
    notes: [
      `CPU time: median (least to most) of ${ROUNDS} rounds of ${ROUND_MS} ms; the signing key is known, as it is all day.`,
      'The whole check: header fields read, time and scope, canonical request, hash of the body, HMAC, comparison.',
    ],
  });
}

async function signed(method: string, body: string, signingDate: Date) {
  const credentials = SECRET;
  const signer = new SignatureV4({ credentials, region: 'us-east-1', service: 'execute-api', sha256: Sha256 });
  const host = 'abcdefghij.execute-api.us-east-1.amazonaws.com';
  const path = '/dev/pets/7';
  const unsigned = {
    method,
    protocol: 'https:',
    hostname: host,
    path,
    query: { page: '2', q: 'a b' },
    headers: { host, 'content-type': 'application/json', accept: '*/*', 'user-agent': 'bench' },
    ...(body !== '' && { body }),
  };
  const { headers } = await signer.sign(unsigned, { signingDate });
  const request = { method, path, query: 'page=2&q=a%20b', headers: Object.entries(headers).flat() };
  return { request, sign: async () => void (await signer.sign(unsigned, { signingDate })) };
}

/** How often something is done in a second of CPU time, one figure a round. */
async function rates(work: () => Promise<void>): Promise<number[]> {
  const found: number[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const before = process.cpuUsage();
    const until = performance.now() + ROUND_MS;
    let count = 0;
    while (performance.now() < until) {
      await work();
      count += 1;
    }
    const { user, system } = process.cpuUsage(before);
    // The first round warms up.
    if (round > 0) found.push((count / (user + system)) * 1e6);
  }
  return found;
}
