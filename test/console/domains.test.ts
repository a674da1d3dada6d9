import { request } from 'node:http';
import { expect } from 'vitest';
import { known, sdk } from '../support/sdk.ts';
import { deployedPets } from './support/deployed-pets.ts';
import { consoleTests, takeScreenshots } from './support/index.ts';

const { server, test } = await consoleTests();
const { controlUrl, gatewayUrl } = server;
const client = sdk(controlUrl);
const { apis, v2 } = client;

/** The status that the gateway answers to a name that DNS does not know. */
function call(host: string, path: string, headers: Readonly<Record<string, string>> = {}): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request(`${gatewayUrl}${path}`, { headers: { ...headers, host } }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    sent.on('error', reject).end();
  });
}

test('adds a domain name, maps a path of it to a stage, and shows how to call it', async ({ user }) => {
  const { page } = user;
  await deployedPets(client, 'mapped-in-console');
  await user.signInAt('/domain-names');
  await page.getByText('No custom domain names in this region').waitFor();
  await takeScreenshots(page, 'domain-names-none');
  await page.getByRole('link', { name: 'Add domain name' }).first().click();
  await page.getByRole('textbox', { name: 'Domain name' }).fill('NOT valid');
  await page.keyboard.press('Enter');
  await page.getByText('Invalid domain name specified').waitFor();
  expect(await page.getByRole('textbox', { name: 'Domain name' }).inputValue()).toBe('NOT valid');
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'domain-name-create');
  await page.getByRole('textbox', { name: 'Domain name' }).fill('api.console.test');
  await page.keyboard.press('Enter');
  await page.getByText('No API mappings').waitFor();

  await page.getByRole('button', { name: 'Add mapping' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Add API mapping' });
  await dialog.getByRole('button', { name: /^API/ }).click();
  await page.getByRole('option', { name: 'mapped-in-console' }).click();
  await dialog.getByRole('button', { name: /^Stage/ }).click();
  await page.getByRole('option', { name: 'prod' }).click();
  await dialog.getByLabel('Path - optional').fill('shop/v1');
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'domain-name-mapping');
  await page.keyboard.press('Enter');
  await page.getByText('The mapping of shop/v1 was saved.').waitFor();
  await expect.poll(() => call('api.console.test', '/shop/v1/pets')).toBe(200);
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'domain-name-mappings');

  await page.getByRole('row').filter({ hasText: 'shop/v1' }).getByRole('radio').check({ force: true });
  await page.getByRole('button', { name: 'Edit' }).click();
  const edit = page.getByRole('dialog', { name: 'Edit API mapping' });
  await edit.getByLabel('Path - optional').fill('shop');
  await edit.getByRole('button', { name: 'Save mapping' }).click();
  await page.getByText('The mapping of shop was saved.').waitFor();
  expect((await v2.getApiMappings({ DomainName: 'api.console.test' })).Items).toMatchObject([
    { ApiMappingKey: 'shop' },
  ]);

  await page.getByRole('tab', { name: 'Overview' }).click();
  await page.getByText(`curl -H 'Host: api.console.test' ${gatewayUrl}/shop/`).waitFor();
  expect(await page.title()).toBe('api.console.test | Sallyport');
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'domain-name');

  await page.getByRole('tab', { name: 'API mappings' }).click();
  await page.getByRole('row').filter({ hasText: 'shop' }).getByRole('radio').check({ force: true });
  await page.getByRole('button', { name: 'Remove' }).click();
  await page.getByText('Requests to api.console.test/shop get 403').waitFor();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
  await page.getByText('The mapping of shop was removed.').waitFor();
  await expect.poll(() => call('api.console.test', '/shop/pets')).toBe(403);
});

test('routes by rules, changes settings, and deletes a name once it is typed', async ({ user }) => {
  const { page } = user;
  const domainName = 'rules.console.test';
  const restApiId = await deployedPets(client, 'ruled-in-console');
  await apis.createDomainName({ domainName, endpointConfiguration: { types: ['REGIONAL'] } });
  await user.signInAt(`/domain-names/${domainName}?tab=rules&dialog=add`);
  const dialog = page.getByRole('dialog', { name: 'Add routing rule' });
  await dialog.getByRole('button', { name: 'Add header' }).click();
  await dialog.getByLabel('Name of header 1').fill('x-version');
  await dialog.getByLabel('Value of x-version').fill('beta*');
  await dialog.getByRole('button', { name: /^API/ }).click();
  await page.getByRole('option', { name: 'ruled-in-console' }).click();
  await dialog.getByRole('button', { name: /^Stage/ }).click();
  await page.getByRole('option', { name: 'prod' }).click();
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'domain-name-rule');
  await dialog.getByRole('button', { name: 'Save rule' }).click();
  await page.getByText('Rule 10 was saved.').waitFor();
  await page.getByText('x-version is beta*').waitFor();
  await page.getByText('these rules are not looked at').waitFor();
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'domain-name-rules');

  await page.getByRole('tab', { name: 'Settings' }).click();
  await page.getByRole('button', { name: 'Routing mode' }).click();
  await page.getByRole('option', { name: 'Routing rules only' }).click();
  await page.getByRole('button', { name: 'Security policy' }).click();
  await page.getByRole('option', { name: 'SecurityPolicy_TLS13_1_3_2025_09' }).click();
  await page.getByRole('button', { name: 'Endpoint access mode' }).waitFor();
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'domain-name-settings');
  await page.getByRole('button', { name: 'Save changes' }).click();
  await page.getByText('The domain name was saved.').waitFor();
  expect(await apis.getDomainName({ domainName })).toMatchObject({
    routingMode: 'ROUTING_RULE_ONLY',
    securityPolicy: 'SecurityPolicy_TLS13_1_3_2025_09',
    endpointAccessMode: 'BASIC',
  });
  await expect.poll(() => call(domainName, '/pets', { 'x-version': 'beta2' })).toBe(200);
  expect(await call(domainName, '/pets')).toBe(403);

  await page.getByRole('tab', { name: 'Routing rules' }).click();
  await page.getByRole('row').filter({ hasText: 'beta' }).getByRole('radio').check({ force: true });
  await page.getByRole('button', { name: 'Edit' }).click();
  await page.getByLabel('Base path - optional').fill('v1');
  await page.getByText('Strip the base path').click();
  await page.getByRole('button', { name: 'Save rule' }).click();
  await page.getByText('Path begins with /v1; x-version is beta*').waitFor();
  const { RoutingRules: [rule] = [] } = await v2.listRoutingRules({ DomainName: domainName });
  expect(rule?.Actions).toEqual([{ InvokeApi: { ApiId: restApiId, Stage: 'prod', StripBasePath: true } }]);
  await page.getByRole('button', { name: 'Remove', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
  await page.getByText('Rule 10 was removed.').waitFor();

  await user.goTo('/domain-names');
  await page.getByRole('row').filter({ hasText: domainName }).getByRole('radio').check({ force: true });
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'domain-names');
  await page.getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('dialog').getByRole('textbox').fill(domainName);
  await page.keyboard.press('Enter');
  await page.getByText(`${domainName} was deleted.`).waitFor();
  await expect(apis.getDomainName({ domainName })).rejects.toThrow('Invalid domain name identifier specified');
});

test('lets VPC endpoints reach a private name', async ({ user }) => {
  const { page } = user;
  await user.signInAt('/domain-names/create?type=PRIVATE');
  await page.getByRole('textbox', { name: 'Domain name' }).fill('private.console.test');
  await page.getByText('Valid policy').waitFor();
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'domain-name-create-private');
  await page.getByRole('button', { name: 'Add domain name' }).click();
  await page.getByText('No API mappings').waitFor();
  await page.getByRole('tab', { name: 'Access' }).click();
  await page.getByRole('button', { name: 'Associate' }).first().click();
  await page.getByLabel('VPC endpoint ID').fill('vpce-0a1b2c3d');
  await page.keyboard.press('Enter');
  await page.getByText('vpce-0a1b2c3d is associated.').waitFor();
  await page.getByRole('button', { name: 'Add policy' }).click();
  await page.getByText('"apigateway:CreateAccessAssociation"').waitFor();
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'domain-name-access');
  await page.getByRole('button', { name: 'Save changes' }).last().click();
  await page.getByText('The policy was saved.').waitFor();
  const { items = [] } = await apis.getDomainNames({ limit: 500 });
  const made = items.find((one) => one.domainName === 'private.console.test');
  expect(JSON.parse(known(made?.policy)).Statement).toMatchObject([{ Action: 'execute-api:Invoke' }]);
  expect(JSON.parse(known(made?.managementPolicy)).Statement).toHaveLength(1);

  await page.getByRole('button', { name: 'Remove policy' }).first().click();
  await page.getByText('No policy').waitFor();
  // Nothing is gone before it is saved.
  await page.getByRole('button', { name: 'Discard' }).first().click();
  await page.getByText('"execute-api:Invoke"').waitFor();
  expect(
    (await apis.getDomainNames({ limit: 500 })).items?.find(({ domainNameId }) => domainNameId === made?.domainNameId)
      ?.policy,
  ).toBe(made?.policy);

  await page.getByRole('row').filter({ hasText: 'vpce-0a1b2c3d' }).getByRole('radio').check({ force: true });
  await page.getByRole('button', { name: 'Remove', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
  await page.getByText('vpce-0a1b2c3d is not associated any more.').waitFor();
  expect((await apis.getDomainNameAccessAssociations({})).items).toEqual([]);
});
