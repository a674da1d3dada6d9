import { describe, expect, it } from 'vitest';
import { LOCALHOST, OTHER_HOST, WILDCARD } from '../testing/certificates.ts';
import type { Certificate } from './certificate.ts';
import { readCertificate } from './certificate.ts';
import { createCertificateStore } from './certificate-store.ts';

const read = (pem: { cert: string; key: string }): Certificate =>
  readCertificate({ certificate: pem.cert, privateKey: pem.key });
const localhost = read(LOCALHOST);
const wildcard = read(WILDCARD);
const other = read(OTHER_HOST);

describe('choosing a certificate', () => {
  it('prefers the exact name, then a wildcard for one label (RFC 9525 section 6.3), then the first', () => {
    const store = createCertificateStore();
    store.put('other', other);
    store.put('wildcard', wildcard);
    store.put('exact', { ...localhost, names: ['exact.wild.example'] });
    expect(store.find('exact.wild.example')?.fingerprint).toBe(localhost.fingerprint);
    expect(store.find('A.WILD.example.')?.fingerprint).toBe(wildcard.fingerprint);
    for (const name of ['wild.example', 'a.b.wild.example', 'unknown.example', 'localhost', '', undefined])
      expect(store.find(name)?.fingerprint, `for ${name}`).toBe(other.fingerprint);
  });

  it('gives none when there is none', () => {
    expect(createCertificateStore().find('localhost')).toBeUndefined();
  });
});

describe('changing certificates', () => {
  it('replaces in place, so that the first stays the default', () => {
    const store = createCertificateStore();
    store.put('a', other);
    store.put('b', wildcard);
    store.put('a', localhost);
    expect(store.find()?.fingerprint).toBe(localhost.fingerprint);
    expect(store.find('other.example')?.fingerprint).toBe(localhost.fingerprint);
    expect([...store.list().keys()]).toEqual(['a', 'b']);
  });

  it('forgets what is removed, and gives its name to the next in line', () => {
    const store = createCertificateStore();
    store.put('a', other);
    store.put('b', { ...localhost, names: ['other.example'] });
    store.remove('a');
    expect(store.find('other.example')?.fingerprint).toBe(localhost.fingerprint);
  });

  it('tells those who listen, until they leave', () => {
    const store = createCertificateStore();
    let calls = 0;
    const leave = store.subscribe(() => calls++);
    store.put('a', other);
    store.remove('unknown');
    store.remove('a');
    leave();
    store.put('a', other);
    expect(calls).toBe(2);
  });
});
