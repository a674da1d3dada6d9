import { expect, test } from 'vitest';
import { withFile } from './split-pem.ts';

const pem = (label: string, body: string): string => `-----BEGIN ${label}-----\n${body}\n-----END ${label}-----\n`;
const nothing = { certificate: '', chain: '', privateKey: '' };

test('takes from a file what its field wants, and what else it holds', () => {
  const [leaf, intermediate, root] = ['leaf', 'mid', 'root'].map((body) => pem('CERTIFICATE', body));
  const privateKey = pem('RSA PRIVATE KEY', 'key');
  const bundle = `Bag Attributes\n${privateKey}subject=/CN=a\n${leaf}${intermediate}\n${root}`;
  expect(withFile(nothing, 'certificate', bundle)).toEqual({
    certificate: leaf,
    chain: `${intermediate}${root}`,
    privateKey,
  });
  const typed = { ...nothing, privateKey: 'mine' };
  expect(withFile(typed, 'chain', `${intermediate}${root}`)).toEqual({ ...typed, chain: `${intermediate}${root}` });
  expect(withFile(typed, 'certificate', '-----BEGIN CERTIFICATE-----')).toEqual({
    ...typed,
    certificate: '-----BEGIN CERTIFICATE-----',
  });
});
