import { beforeEach, describe, expect, it } from 'vitest';
import { createApiWithMethod, deploy } from '../testing/apis.ts';
import { refusal, startService, type TestService } from '../testing/service.ts';

let service: TestService;
beforeEach(async () => {
  service = await startService();
});

const NLB = 'arn:aws:elasticloadbalancing:us-east-2:123456789012:loadbalancer/net/my-vpclink-test-nlb/1234567890abcdef';
const create = (input: { name?: string; targetArns?: string[]; description?: string } = {}) =>
  service.api.createVpcLink({ name: 'my-test-vpc-link', targetArns: [NLB], ...input }, service.call());
const get = (vpcLinkId = '') => service.api.getVpcLink({ vpcLinkId }, service.call());
const update = (vpcLinkId: string, path: string, value: string) =>
  service.api.updateVpcLink({ vpcLinkId, patchOperations: [{ op: 'replace', path, value }] }, service.call());

describe('a VPC link', () => {
  it('is pending when it is made and ready soon after (guide, set-up-api-with-vpclink-cli; fact D165)', async () => {
    const created = await create();
    expect(created).toEqual({
      id: expect.stringMatching(/^[a-z0-9]{6}$/),
      name: 'my-test-vpc-link',
      targetArns: [NLB],
      status: 'PENDING',
    });
    expect(await get(created.id)).toEqual({
      ...created,
      status: 'AVAILABLE',
      statusMessage: 'Your vpc link is ready for use',
      tags: {},
    });
  });

  it('to something that is no network load balancer fails after the answer, as on AWS', async () => {
    const { id, status } = await create({ targetArns: ['arn:aws:ec2:us-east-1:123456789012:instance/i-1'] });
    expect(status).toBe('PENDING');
    expect(await get(id)).toMatchObject({ status: 'FAILED', statusMessage: 'NLB ARN is malformed.' });
  });

  it('can be renamed, described and listed, and goes', async () => {
    const { id = '' } = await create({ description: 'd' });
    expect(await update(id, '/name', 'other')).toMatchObject({ name: 'other', description: 'd' });
    expect(await update(id, '/description', '')).not.toHaveProperty('description');
    await create({ name: 'second' });
    expect((await service.api.getVpcLinks({}, service.call())).items).toHaveLength(2);
    expect((await service.api.getVpcLinks({ limit: 1 }, service.call())).position).toBeTruthy();
    await service.api.deleteVpcLink({ vpcLinkId: id }, service.call());
    await expect(get(id)).rejects.toMatchObject(refusal('NotFoundException', 'Invalid Vpc Link identifier specified'));
  });

  it.each([
    [{ name: ' ' }, 'VPC link name cannot be blank'],
    [{ targetArns: [] }, 'A VPC link must have exactly one target ARN'],
    [{ targetArns: [NLB, NLB] }, 'A VPC link must have exactly one target ARN'],
  ])('cannot be %j (the texts are ours)', async (input, message) => {
    await expect(create(input)).rejects.toMatchObject(refusal('BadRequestException', message));
    expect((await service.api.getVpcLinks({}, service.call())).items).toEqual([]);
  });

  it('has a name and a description, and nothing else that changes', async () => {
    const { id = '' } = await create();
    await expect(update(id, '/targetArns', NLB)).rejects.toMatchObject(
      refusal(
        'BadRequestException',
        "Invalid patch path  '/targetArns' specified for op 'replace'. Must be one of: [/name, /description]",
      ),
    );
    await expect(update(id, '/name', '')).rejects.toMatchObject(
      refusal('BadRequestException', 'VPC link name cannot be blank'),
    );
  });
});

describe('an integration over a VPC link', () => {
  const integrate = (method: Awaited<ReturnType<typeof createApiWithMethod>>, connectionId: string) =>
    service.api.putIntegration(
      {
        ...method,
        type: 'HTTP_PROXY',
        integrationHttpMethod: 'GET',
        uri: 'http://internal.example/pets',
        connectionType: 'VPC_LINK',
        connectionId,
      },
      service.call(),
    );

  it('wants the link to be there', async () => {
    const method = await createApiWithMethod(service);
    await expect(integrate(method, 'nope00')).rejects.toMatchObject(
      refusal('NotFoundException', 'Invalid Vpc Link identifier specified'),
    );
    const { id = '' } = await create();
    expect(await integrate(method, id)).toMatchObject({ connectionType: 'VPC_LINK', connectionId: id });
  });

  it.each(['by its id', 'by a stage variable'])('keeps it from being deleted while it is deployed: %s', async (how) => {
    const { id = '' } = await create();
    const method = await createApiWithMethod(service);
    await integrate(method, how === 'by its id' ? id : `\${stageVariables.link}`);
    await service.api.createDeployment(
      { restApiId: method.restApiId, stageName: 'test', variables: { link: id } },
      service.call(),
    );
    await expect(service.api.deleteVpcLink({ vpcLinkId: id }, service.call())).rejects.toMatchObject(
      refusal(
        'BadRequestException',
        `Cannot delete vpc link. Vpc link '${id}', is referenced in [GET:${method.resourceId}:test] in format of [Method:Resource:Stage].`,
      ),
    );
    await service.api.deleteStage({ restApiId: method.restApiId, stageName: 'test' }, service.call());
    await deploy(service, method.restApiId);
    await service.api.deleteVpcLink({ vpcLinkId: id }, service.call());
  });
});
