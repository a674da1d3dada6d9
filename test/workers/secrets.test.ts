import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { workersOf } from '../support/processes.ts';
import { credentials, type Sallyport, startSallyport } from '../support/sallyport.ts';

const ACME = {
  SALLYPORT_ACME_NAMES: 'api.example',
  // Nobody answers there: what matters is that the secret is taken.
  SALLYPORT_ACME_DIRECTORY: 'https://127.0.0.1:9/directory',
  SALLYPORT_ACME_AGREE_TO_TERMS: 'true',
  SALLYPORT_ACME_EAB_KEY_ID: 'key-1',
  SALLYPORT_ACME_EAB_HMAC_KEY: 'c2VjcmV0LW9mLXRoZS1hdXRob3JpdHk',
};
const OPERATORS = { AWS_SECRET_ACCESS_KEY: 'an-operators-own-secret', AWS_SESSION_TOKEN: 'an-operators-own-token' };

let server: Sallyport;
beforeAll(async () => {
  const environment = { ...ACME, ...OPERATORS };
  server = await startSallyport(['--ephemeral', '--workers', '2', '--https-port', '0'], { environment });
});
afterAll(() => server.stop());

/** What the kernel shows of a process's environment to whoever may read it (proc(5), `environ`). */
function environmentOf(pid: number | undefined): string {
  return readFileSync(`/proc/${pid}/environ`, 'latin1');
}

test.each([
  ['access key id', credentials.accessKeyId],
  ['secret key', credentials.secretAccessKey],
  ['key of the certificate authority', ACME.SALLYPORT_ACME_EAB_HMAC_KEY],
  ["operator's secret key", OPERATORS.AWS_SECRET_ACCESS_KEY],
  ["operator's session token", OPERATORS.AWS_SESSION_TOKEN],
])('no worker inherits the %s', (_, secret) => {
  expect(environmentOf(server.process.pid)).toContain(secret);
  const workers = workersOf(server.process.pid).map(environmentOf);
  expect(workers).toHaveLength(2);
  for (const environment of workers) expect(environment).not.toContain(secret);
});
