import { acmeNameProblem, directoryUrlProblem } from '../tls/acme/names.ts';
import { optional, setting } from './define.ts';
import type { Secret } from './secret.ts';
import { oneOf, onOrOff, secretOf, textOf, type ValueKind, wholeNumber } from './value-kinds.ts';

const path = textOf(/^[^\0]+$/, 'a path', 'PATH');

const acmeNames: ValueKind<readonly string[]> = {
  parse(text) {
    const names = text.split(',').map((name) => name.trim());
    return names.every((name) => acmeNameProblem(name) === undefined) ? names : undefined;
  },
  allowed: 'host names in lower case, without wildcards, joined by commas',
  placeholder: 'NAMES',
};

const directoryUrl: ValueKind<string> = {
  parse: (text) => (directoryUrlProblem(text) === undefined ? text : undefined),
  allowed: 'an https: URL',
  placeholder: 'URL',
};

/** HTTPS and where its certificates come from; see docs/guides/https.md. */
export const HTTPS_SETTINGS = {
  httpsPort: setting('https-port', wholeNumber(0, 65_535), 8443, {
    description: 'Port of the gateway with encryption, opened when certificates are configured; 0 takes any free port.',
  }),
  tlsCertificate: setting('tls-certificate', optional(path), undefined, {
    defaultText: 'none',
    description: 'PEM file with the certificate of the gateway and its chain; goes together with tls-key.',
  }),
  tlsKey: setting('tls-key', optional(path), undefined, {
    defaultText: 'none',
    description: 'PEM file with the private key of that certificate.',
  }),
  tlsDev: setting('tls-dev', onOrOff, false, {
    description: 'Show a certificate by a certificate authority of this machine’s own, for development.',
  }),
  tlsDomains: setting('tls-domains', onOrOff, false, {
    description: 'Open the HTTPS port also for the certificates that custom domain names bring along.',
  }),
  tlsMinVersion: setting('tls-min-version', oneOf('TLSv1.2', 'TLSv1.3'), 'TLSv1.2', {
    description: 'The oldest version of TLS that is spoken.',
  }),
  truststores: setting('truststores', optional(textOf(/^[^\0]+$/, 'a path or an http(s) URL', 'PATH|URL')), undefined, {
    defaultText: 'none',
    description: 'Folder or S3 endpoint with the truststores of mutual TLS; s3://BUCKET/KEY is BUCKET/KEY below it.',
  }),
  redirectToHttps: setting('redirect-to-https', onOrOff, false, {
    description: 'Answer plain requests with 308 and the same address on the HTTPS port.',
  }),
  acmeNames: setting('acme-names', optional(acmeNames), undefined, {
    defaultText: 'none',
    description: 'Host names that get a certificate each from an authority that speaks ACME.',
  }),
  acmeDirectory: setting('acme-directory', directoryUrl, 'https://acme-v02.api.letsencrypt.org/directory', {
    description: 'Directory of the ACME authority.',
  }),
  acmeContact: setting(
    'acme-contact',
    optional(textOf(/^[^\s@,;]+@[^\s@,;]+$/, 'an e-mail address', 'E-MAIL')),
    undefined,
    {
      defaultText: 'none',
      description: 'E-mail address that the ACME authority may write to.',
    },
  ),
  acmeAgreeToTerms: setting('acme-agree-to-terms', onOrOff, false, {
    description: 'Agree to the terms of the ACME authority.',
  }),
  acmeEabKeyId: setting('acme-eab-key-id', optional(textOf(/^\S+$/, 'a text without spaces', 'ID')), undefined, {
    sources: ['environment'],
    defaultText: 'none',
    description: 'Ties the ACME account to an account that the authority knows; goes together with the key.',
  }),
  acmeEabHmacKey: setting(
    'acme-eab-hmac-key',
    optional<Secret>(secretOf(/^[\w-]+$/, 'a key in base64url')),
    undefined,
    {
      sources: ['environment'],
      defaultText: 'none',
      description: 'Key of that account; is never printed.',
    },
  ),
} as const;
