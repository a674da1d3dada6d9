import { describe, expect, it } from 'vitest';
import { subjectNames } from './subject-names.ts';

// The texts are what Node's X509Certificate gives for real certificates; the quoting is documented there
// (crypto, x509.subjectAltName) and exists since CVE-2021-44532.
describe('the names of a certificate', () => {
  it.each([
    [undefined, []],
    ['DNS:localhost', ['localhost']],
    ['DNS:*.Example.com, DNS:example.com', ['*.example.com', 'example.com']],
    ['IP Address:127.0.0.1, IP Address:0:0:0:0:0:0:0:1', ['127.0.0.1', '::1']],
    ['DNS:a.example, URI:https://b.example/, email:c@d.example', ['a.example']],
    ['DNS:"a.example, DNS:evil.example", DNS:b.example', ['b.example']],
    ['DNS:"quote\\", DNS:evil.example", DNS:b.example', ['b.example']],
  ])('of %s', (text, names) => {
    expect(subjectNames(text)).toEqual(names);
  });
});
