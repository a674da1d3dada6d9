import { beforeEach, describe, expect, it } from 'vitest';
import { ACCOUNT_ID, startService, type TestService } from '../testing/service.ts';

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
    await expect(associate('vpce-abcd1234efg')).rejects.toMatchObject({ code: 'ConflictException' });
    const { domainNameAccessAssociationArn = '' } = made;
    const remove = () =>
      service.api.deleteDomainNameAccessAssociation({ domainNameAccessAssociationArn }, service.call());
    await remove();
    await expect(remove()).rejects.toMatchObject({ code: 'NotFoundException' });
    expect(await list()).toEqual([]);
  });

  it('can be rejected by whom the domain name belongs to', async () => {
    const { domainNameAccessAssociationArn = '' } = await associate('vpce-1');
    const reject = (arn: string) =>
      service.api.rejectDomainNameAccessAssociation(
        { domainNameAccessAssociationArn, domainNameArn: arn },
        service.call(),
      );
    await expect(reject('arn:x')).rejects.toMatchObject({ code: 'NotFoundException' });
    await reject(domainNameArn);
    expect(await list()).toEqual([]);
  });

  it.each([
    ['vpc-1', undefined],
    ['vpce-1', 'arn:aws:apigateway:us-east-1::/domainnames/api.example.com'],
    ['vpce-1', `arn:aws:apigateway:eu-west-1:${ACCOUNT_ID}:/domainnames/private.example.com+abc123`],
  ])('is refused for %s and %s', async (source, arn) => {
    await expect(associate(source, arn)).rejects.toMatchObject({ code: 'BadRequestException' });
    expect(await list()).toEqual([]);
  });
});
