import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { StartError } from '../../server/index.ts';
import { tlsDevCommand } from './index.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "sallyport-it's-"));
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

async function run(...args: string[]): Promise<string> {
  let text = '';
  const print = (part: string): void => {
    text += part;
  };
  await tlsDevCommand(['--data-dir', folder, ...args], {
    environment: {},
    homeDirectory: folder,
    processors: 1,
    print,
  });
  return text;
}

it('makes an authority and a certificate and says how to trust it', async () => {
  const text = await run();
  const file = join(folder, 'tls', 'dev-ca.pem');
  expect(text).toMatch(/is for localhost, \*\.localhost, \*\.execute-api\.localhost, 127\.0\.0\.1, ::1, and/);
  expect(text).toContain(`A new certificate authority lies in ${file}`);
  // As a shell reads it: the quote in the folder's name is closed, escaped and opened again.
  expect(text).toContain(`--cacert '${file.replace("'", "'\\''")}'`);
  expect(await readFile(file, 'utf8')).toMatch(/^-----BEGIN CERTIFICATE-----/);
});

it('finds them the second time, and adds names', async () => {
  await run();
  const text = await run('--name', 'API.test', '--name=10.0.0.7');
  expect(text).toMatch(/^The certificate authority lies in/m);
  expect(text).toContain('::1, api.test, 10.0.0.7, and');
  expect(await run()).toContain('api.test');
});

it.each([['--name', 'example.com'], ['--name'], ['--name='], ['--nmae', 'a.test'], ['--ephemeral']])(
  'refuses %s %s',
  async (...args) => {
    await expect(run(...args)).rejects.toThrow(StartError);
  },
);
