import { beforeEach, describe, expect, it } from 'vitest';
import { refusal, startService, type TestService } from '../testing/service.ts';

// The files are the guide's (pages api-key-file-format and api-gateway-create-usage-plans-with-rest-api).
let service: TestService;
beforeEach(async () => {
  service = await startService();
});

const load = (text: string, failOnWarnings = false) =>
  service.api.importApiKeys({ body: Buffer.from(text), format: 'csv', failOnWarnings }, service.call());
const keys = async () => (await service.api.getApiKeys({ includeValues: true }, service.call())).items ?? [];
const createPlan = async () => (await service.api.createUsagePlan({ name: 'p' }, service.call())).id ?? '';
const VALUE = 'apikey1234abcdefghij0123456789';

describe('ImportApiKeys', () => {
  it('reads columns in any order and case, and enables keys (guide)', async () => {
    expect(await load(`Key,name\n${VALUE},MyFirstApiKey\n`)).toEqual({ ids: [expect.any(String)], warnings: [] });
    expect(await keys()).toMatchObject([{ name: 'MyFirstApiKey', value: VALUE, enabled: true }]);
  });

  it('puts keys into plans, several in quotes, and ignores unknown columns (guide)', async () => {
    const [one, two] = [await createPlan(), await createPlan()];
    await load(`Enabled,Name,key,Colour,UsageplanIds\nfalse,MyFirstApiKey,${VALUE},red,"${one},${two}"\n`);
    const [key] = await keys();
    expect(key).toMatchObject({ enabled: false });
    for (const usagePlanId of [one, two]) {
      const { items } = await service.api.getUsagePlanKeys({ usagePlanId }, service.call());
      expect(items).toMatchObject([{ id: key?.id, value: VALUE }]);
    }
  });

  it('takes space around columns and tRuE (guide)', async () => {
    const plan = await createPlan();
    const text = `key,name, description, enabled, usageplanIds
abcdef1234ghijklmnop8901234567, importedKey_1, firstone,  tRuE, ${plan}
abcdef1234ghijklmnop0123456789, importedKey_2, secondone, TRUE, ${plan}
abcdef1234ghijklmnop9012345678, importedKey_3,          , true, ${plan}
`;
    expect((await load(text)).ids).toHaveLength(3);
    const { items } = await service.api.getUsagePlanKeys({ usagePlanId: plan }, service.call());
    expect(items?.map(({ name }) => name).sort()).toEqual(['importedKey_1', 'importedKey_2', 'importedKey_3']);
  });

  it('overwrites a key of the same value (guide)', async () => {
    const first = await load(`Key,name\n${VALUE},old\n`);
    expect((await load(`Key,name,enabled\n${VALUE},new,false\n`)).ids).toEqual(first.ids);
    expect(await keys()).toMatchObject([{ name: 'new', enabled: false }]);
  });

  it('wants the column Key (boto3 issue 1280)', async () => {
    await expect(load('/tmp/apikey.csv')).rejects.toMatchObject(
      refusal('BadRequestException', "Missing required column 'Key'"),
    );
  });

  it('warns of lines it cannot import and imports the others: fewer than 30 characters, unknown plans (guide)', async () => {
    const { ids, warnings } = await load(
      `Key,name,usageplanids\n${'k'.repeat(29)},short,\n${VALUE},good,\n${VALUE}x,lost,nope\n`,
    );
    expect(ids).toHaveLength(1);
    expect(warnings).toEqual([
      'Unable to import record: 1. API Key value should be at least 30 characters',
      'Unable to import record: 3. Invalid Usage Plan ID specified',
    ]);
    expect(await keys()).toMatchObject([{ name: 'good' }]);
  });

  it('imports nothing when warnings shall fail (API reference, failOnWarnings)', async () => {
    await expect(load(`Key,name\n${VALUE},good\nshort,bad\n`, true)).rejects.toMatchObject(
      refusal('BadRequestException', 'Unable to import record: 2. API Key value should be at least 30 characters'),
    );
    expect(await keys()).toEqual([]);
  });
});

it('files of other formats than csv are refused (the service model)', async () => {
  await expect(
    service.api.importApiKeys({ body: Buffer.from(''), format: 'xml' as never }, service.call()),
  ).rejects.toMatchObject(
    refusal(
      'ValidationException',
      "1 validation error detected: Value 'xml' at 'importApiKeysInput.format' failed to satisfy constraint: Member must satisfy enum value set: [csv]",
    ),
  );
});
