import { createPrivateKey, X509Certificate } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { findClientIdentity } from '../documents/index.ts';
import { createDeployableApi, deploy } from '../testing/apis.ts';
import { ACCOUNT_ID, NOW_MS, refusal, startService, type TestService } from '../testing/service.ts';

let service: TestService;
beforeEach(async () => {
  service = await startService();
});

const generate = (input: { description?: string; tags?: Record<string, string> } = {}) =>
  service.api.generateClientCertificate(input, service.call());
const get = (clientCertificateId = '') => service.api.getClientCertificate({ clientCertificateId }, service.call());

describe('a client certificate (features A5.8)', () => {
  it('is a real one of RSA 2048 that is valid for a year', async () => {
    const made = await generate({ description: 'for the shop', tags: { team: 'a' } });
    expect(made).toMatchObject({
      clientCertificateId: expect.stringMatching(/^[a-z0-9]{6}$/),
      description: 'for the shop',
      tags: { team: 'a' },
      createdDate: new Date(Math.floor(NOW_MS / 1000) * 1000),
      expirationDate: new Date(Math.floor(NOW_MS / 1000) * 1000 + 365 * 86_400_000),
    });
    const certificate = new X509Certificate(made.pemEncodedCertificate ?? '');
    expect(certificate.publicKey.asymmetricKeyDetails?.modulusLength).toBe(2048);
    expect(certificate.verify(certificate.publicKey)).toBe(true);
    expect(await get(made.clientCertificateId)).toEqual(made);
  });

  it('has a key that is kept and never answered', async () => {
    const { clientCertificateId = '' } = await generate();
    const scope = { accountId: ACCOUNT_ID, region: 'us-east-1' };
    const identity = await findClientIdentity(service.store, scope, clientCertificateId);
    const certificate = new X509Certificate(identity?.certificate ?? '');
    expect(certificate.checkPrivateKey(createPrivateKey(identity?.privateKey ?? ''))).toBe(true);
    const answers = [await get(clientCertificateId), await service.api.getClientCertificates({}, service.call())];
    expect(JSON.stringify(answers)).not.toContain('PRIVATE KEY');
    await service.api.deleteClientCertificate({ clientCertificateId }, service.call());
    expect(await findClientIdentity(service.store, scope, clientCertificateId)).toBeUndefined();
  });

  it('is described anew; nothing else of it changes', async () => {
    const { clientCertificateId = '' } = await generate();
    const update = (path: string, value: string) =>
      service.api.updateClientCertificate(
        { clientCertificateId, patchOperations: [{ op: 'replace', path, value }] },
        service.call(),
      );
    expect(await update('/description', 'new')).toMatchObject({ description: 'new', tags: {} });
    await expect(update('/expirationDate', '1')).rejects.toMatchObject(
      refusal(
        'BadRequestException',
        "Invalid patch path  '/expirationDate' specified for op 'replace'. Must be one of: [/description]",
      ),
    );
  });

  it('is shown by a stage, which keeps it from being deleted', async () => {
    const { restApiId } = await createDeployableApi(service);
    await deploy(service, restApiId, 'prod');
    const { clientCertificateId = '' } = await generate();
    const show = (value: string) =>
      service.api.updateStage(
        { restApiId, stageName: 'prod', patchOperations: [{ op: 'replace', path: '/clientCertificateId', value }] },
        service.call(),
      );
    await expect(show('nope00')).rejects.toMatchObject(
      refusal('NotFoundException', 'Invalid Client Certificate identifier specified'),
    );
    expect(await show(clientCertificateId)).toMatchObject({ clientCertificateId });
    const remove = () => service.api.deleteClientCertificate({ clientCertificateId }, service.call());
    await expect(remove()).rejects.toMatchObject(
      refusal(
        'BadRequestException',
        `Client Certificate ${clientCertificateId} cannot be deleted while stages use it: ${restApiId}/prod`,
      ),
    );
    expect(await show('')).not.toHaveProperty('clientCertificateId');
    await remove();
    await expect(get(clientCertificateId)).rejects.toMatchObject({ code: 'NotFoundException' });
  });
});
