import { ACM } from '@aws-sdk/client-acm';
import { expect } from 'vitest';
import { issue } from '../../src/services/acm/testing/certificates.ts';
import { credentials, startSallyport } from '../support/sallyport.ts';
import { known, sdk } from '../support/sdk.ts';
import { consoleTests, takeScreenshots } from './support/index.ts';

const { server, test } = await consoleTests();
const { controlUrl } = server;
const { apis } = sdk(controlUrl);
const acm = new ACM({ endpoint: controlUrl, region: 'us-east-1', credentials, maxAttempts: 1 });

test('imports a certificate from a file that holds all, and another in its place', async ({ user }) => {
  const { page } = user;
  const [first, second] = await Promise.all([issue('shop.test', Date.now()), issue('shop.test', Date.now())]);
  await user.signInAt('/certificates');
  await page.getByText('No certificates in this region').waitFor();
  expect(await page.title()).toBe('Certificates | Sallyport');
  await takeScreenshots(page, 'certificates-none');
  await page.getByRole('link', { name: 'Import certificate' }).first().click();
  await page.getByRole('textbox', { name: 'Certificate body' }).fill('no PEM');
  await page.getByRole('textbox', { name: 'Certificate private key' }).fill('none either');
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await page.getByText('The certificate is not PEM-encoded or is not valid.').waitFor();
  expect(await page.getByRole('textbox', { name: 'Certificate body' }).inputValue()).toBe('no PEM');
  const bundle = first.certificate + first.authority + first.privateKey;
  await page
    .getByLabel('Choose a file for Certificate body')
    .setInputFiles({ name: 'all.pem', mimeType: 'application/x-pem-file', buffer: Buffer.from(bundle) });
  await expect
    .poll(() => page.getByRole('textbox', { name: 'Certificate private key' }).inputValue())
    .toContain('PRIVATE KEY');
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'certificate-import');
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await page.getByRole('heading', { name: 'shop.test', level: 1 }).waitFor();
  const { CertificateSummaryList: [made] = [] } = await acm.listCertificates({
    Includes: { keyTypes: ['EC_prime256v1'] },
  });
  const CertificateArn = known(made?.CertificateArn);

  await apis.createDomainName({
    domainName: 'api.shop.test',
    endpointConfiguration: { types: ['REGIONAL'] },
    regionalCertificateArn: CertificateArn,
  });
  await user.signInAt('/certificates');
  await page.getByRole('row').filter({ hasText: 'shop.test' }).getByText('Yes').waitFor();
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'certificates');
  await page.getByRole('link', { name: CertificateArn.split('/').at(-1) ?? '' }).click();
  await page.getByRole('link', { name: 'api.shop.test' }).waitFor();
  expect(await page.getByRole('button', { name: 'Delete' }).getAttribute('aria-disabled')).toBe('true');
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'certificate');

  await page.getByRole('link', { name: 'Import again' }).click();
  await page.getByRole('heading', { name: 'Import shop.test again' }).waitFor();
  await page.getByRole('textbox', { name: 'Certificate body' }).fill(second.certificate);
  await page.getByRole('textbox', { name: 'Certificate private key' }).fill(second.privateKey);
  await page.getByRole('textbox', { name: 'Certificate chain' }).fill(second.authority);
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await page.getByText('The certificate was imported.').first().waitFor();
  expect((await acm.getCertificate({ CertificateArn })).Certificate).toBe(second.certificate);

  await apis.deleteDomainName({ domainName: 'api.shop.test' });
  await user.signInAt(`/certificates/${CertificateArn.split('/').at(-1)}`);
  await page.getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('dialog').getByRole('textbox').fill('shop.test');
  await page.keyboard.press('Enter');
  await page.getByText('The certificate for shop.test was deleted.').waitFor();
  await expect(acm.describeCertificate({ CertificateArn })).rejects.toThrow('Could not find certificate');
});

test('asks for a certificate, and says why none can be had', async ({ user }) => {
  const { page } = user;
  await user.signInAt('/certificates/request');
  await page.getByLabel('Domain names').fill('api.example.com\nwww.example.com');
  await page.getByRole('button', { name: 'Request certificate' }).click();
  await page.getByText('the setting acme-agree-to-terms is off').waitFor();
  expect(await page.getByLabel('Domain names').inputValue()).toBe('api.example.com\nwww.example.com');
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'certificate-request');
});

test('follows a certificate that is waited for', async ({ user }) => {
  const { page } = user;
  // Nothing answers there, so that the request stays open.
  const acme = ['--acme-agree-to-terms', '--tls-domains', '--acme-directory', 'https://127.0.0.1:9/directory'];
  const server = await startSallyport(['--ephemeral', '--https-port', '0', '--workers', '1', ...acme]);
  try {
    const own = new ACM({ endpoint: server.controlUrl, region: 'us-east-1', credentials, maxAttempts: 1 });
    await user.signInAt('/certificates/request', credentials, server.controlUrl);
    await page.getByLabel('Domain names').fill('api.example.com, www.example.com');
    await page.getByRole('button', { name: 'Request certificate' }).click();
    await page.getByText('0 of 2 names validated').waitFor();
    await page.getByText('http://www.example.com/.well-known/acme-challenge/').waitFor();
    expect(await user.seriousFindings()).toEqual([]);
    await takeScreenshots(page, 'certificate-pending');
    const { CertificateSummaryList: [made] = [] } = await own.listCertificates({});
    expect(made).toMatchObject({
      Status: 'PENDING_VALIDATION',
      SubjectAlternativeNameSummaries: ['api.example.com', 'www.example.com'],
    });
    // What somebody else does with it is seen without a reload.
    await sdk(server.controlUrl).apis.createDomainName({
      domainName: 'api.example.com',
      endpointConfiguration: { types: ['REGIONAL'] },
      regionalCertificateArn: known(made?.CertificateArn),
    });
    await page.getByRole('link', { name: 'api.example.com' }).waitFor();
  } finally {
    await page.goto('about:blank');
    await server.stop();
  }
});
