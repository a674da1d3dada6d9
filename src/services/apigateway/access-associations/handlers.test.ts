import { beforeEach, describe, expect, it } from 'vitest';
import { ACCOUNT_ID, refusal, startService, type TestService } from '../testing/service.ts';

// The form of the ARN is that of the CLI reference, `create-domain-name-access-association`.
let service: TestService;
let domainNameArn: string;
beforeEach(async () => {
  service = await startService();
  const made = await service.api.createDomainName(
    { domainName: 'private.example.com', endpointConfiguration: { types: ['PRIVATE'] } },
    service.call(),
  );
  domainNameArn = made.domainNameArn ?? '';
});

const associate = (accessAssociationSource: string, arn = domainNameArn) =>
  service.api.createDomainNameAccessAssociation(
    { domainNameArn: arn, accessAssociationSourceType: 'VPCE', accessAssociationSource },
    service.call(),
  );
const unknown = refusal('NotFoundException', 'Invalid domain name access association identifier specified');
const list = async () => (await service.api.getDomainNameAccessAssociations({}, service.call())).items;

describe('an access association', () => {
  it('is made for a private domain name and a VPC endpoint, listed and deleted', async () => {
    const made = await associate('vpce-abcd1234efg');
    expect(made).toEqual({
      domainNameAccessAssociationArn: `arn:aws:apigateway:us-east-1:${ACCOUNT_ID}:/domainnameaccessassociations/domainname/private.example.com/vpcesource/vpce-abcd1234efg`,
      domainNameArn,
      accessAssociationSourceType: 'VPCE',
      accessAssociationSource: 'vpce-abcd1234efg',
    });
    expect(await list()).toEqual([made]);
    await expect(associate('vpce-abcd1234efg')).rejects.toMatchObject(
      refusal('ConflictException', 'Access association already exists for this domain name'),
    );
    const { domainNameAccessAssociationArn = '' } = made;
    const remove = () =>
      service.api.deleteDomainNameAccessAssociation({ domainNameAccessAssociationArn }, service.call());
    await remove();
    await expect(remove()).rejects.toMatchObject(unknown);
    expect(await list()).toEqual([]);
  });

  it('is served from the call that makes it to the one that ends it (fact D158)', async () => {
    const last = () => service.domainsPublished.at(-1);
    const { domainNameAccessAssociationArn = '' } = await associate('vpce-1');
    const id = domainNameArn.split('+')[1];
    expect(last()).toMatchObject({
      domainName: 'private.example.com',
      access: {
        arn: `arn:aws:execute-api:us-east-1:${ACCOUNT_ID}:/domainnames/private.example.com+${id}`,
        vpcEndpointIds: ['vpce-1'],
      },
    });
    await service.api.deleteDomainNameAccessAssociation({ domainNameAccessAssociationArn }, service.call());
    expect(last()).toMatchObject({ access: { vpcEndpointIds: [] } });
  });

  it('outlives its domain name, and can still be deleted', async () => {
    const { domainNameAccessAssociationArn = '' } = await associate('vpce-1');
    const [domainName = '', domainNameId = ''] = domainNameArn.split('/').at(-1)?.split('+') ?? [];
    await service.api.deleteDomainName({ domainName, domainNameId }, service.call());
    await service.api.deleteDomainNameAccessAssociation({ domainNameAccessAssociationArn }, service.call());
    expect(await list()).toEqual([]);
  });

  it('can be rejected by whom the domain name belongs to', async () => {
    const { domainNameAccessAssociationArn = '' } = await associate('vpce-1');
    const reject = (arn: string) =>
      service.api.rejectDomainNameAccessAssociation(
        { domainNameAccessAssociationArn, domainNameArn: arn },
        service.call(),
      );
    await expect(reject('arn:x')).rejects.toMatchObject(unknown);
    await reject(domainNameArn);
    expect(await list()).toEqual([]);
  });

  it.each([
    ['vpc-1', undefined, 'Invalid access association source specified. It must be a VPC endpoint ID.'],
    ['vpce-1', 'arn:aws:apigateway:us-east-1::/domainnames/api.example.com', 'Invalid ARN specified in the request'],
    [
      'vpce-1',
      `arn:aws:apigateway:eu-west-1:${ACCOUNT_ID}:/domainnames/private.example.com+abc123`,
      'Invalid ARN specified in the request',
    ],
  ])('is refused for %s and %s', async (source, arn, message) => {
    await expect(associate(source, arn)).rejects.toMatchObject(refusal('BadRequestException', message));
    expect(await list()).toEqual([]);
  });
});

it('other sources and owners than there are break the service model', async () => {
  const { api, call } = service;
  const source = { domainNameArn, accessAssociationSource: 'vpce-1', accessAssociationSourceType: 'VPC' as never };
  await expect(api.createDomainNameAccessAssociation(source, call())).rejects.toMatchObject(
    refusal(
      'ValidationException',
      "1 validation error detected: Value 'VPC' at 'createDomainNameAccessAssociationInput.accessAssociationSourceType' failed to satisfy constraint: Member must satisfy enum value set: [VPCE]",
    ),
  );
  const owned = (resourceOwner: string) => api.getDomainNameAccessAssociations({ resourceOwner }, call());
  await associate('vpce-1');
  expect(await owned('OTHER_ACCOUNTS')).toEqual({ items: [] });
  await expect(owned('NOBODY')).rejects.toMatchObject(
    refusal(
      'ValidationException',
      "1 validation error detected: Value 'NOBODY' at 'getDomainNameAccessAssociationsInput.resourceOwner' failed to satisfy constraint: Member must satisfy enum value set: [SELF, OTHER_ACCOUNTS]",
    ),
  );
});
