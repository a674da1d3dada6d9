import { IAM } from '@aws-sdk/client-iam';
import { expect } from 'vitest';
import { credentials } from '../support/sallyport.ts';
import { sdk } from '../support/sdk.ts';
import { consoleTests, takeScreenshots } from './support/index.ts';
import { readAgain } from './support/read-again.ts';

const { server, test } = await consoleTests();
const { controlUrl } = server;
const { apis, v2 } = sdk(controlUrl);

test('sets the role of logs, tells quotas with what is in use, and tags anything', async ({ user }) => {
  const { page } = user;
  const iam = new IAM({ endpoint: controlUrl, region: 'us-east-1', credentials });
  const Statement = [{ Effect: 'Allow', Principal: { Service: 'apigateway.amazonaws.com' }, Action: 'sts:AssumeRole' }];
  const AssumeRolePolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement });
  await iam.createRole({ RoleName: 'console-logs', AssumeRolePolicyDocument });
  await user.signInAt('/settings');
  const role = page.getByLabel('CloudWatch log role ARN');
  await role.fill('no ARN');
  await page.getByRole('button', { name: 'Save changes' }).click();
  await page.getByText('Invalid ARN specified in the request').waitFor();
  expect(await role.inputValue()).toBe('no ARN');
  await role.fill('console-logs');
  await page.getByRole('option').filter({ hasText: 'role/console-logs' }).click();
  await page.getByRole('button', { name: 'Save changes' }).click();
  await page.getByText('The settings were saved.').waitFor();
  expect((await apis.getAccount({})).cloudwatchRoleArn).toBe('arn:aws:iam::000000000000:role/console-logs');
  await page.getByText('10,000 requests per second').waitFor();
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'settings');

  await apis.createVpcLink({ name: 'counted', targetArns: ['arn:aws:none'] });
  const used = (await apis.getVpcLinks({})).items?.length;
  await page.getByRole('tab', { name: 'Quotas' }).click();
  await page.getByText('Not enforced: the server runs with --limits relaxed.').waitFor();
  await page.getByRole('row').filter({ hasText: 'VPC Links' }).getByText(`${used} of 20`).waitFor();
  // Guide page api-gateway-control-service-limits-table.
  await page.getByRole('row').filter({ hasText: 'GetResources' }).getByText('5 calls every 2 seconds').waitFor();
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'settings-quotas');

  const { ApiId } = await v2.createApi({ Name: 'tagged-in-console', ProtocolType: 'HTTP' });
  const ResourceArn = `arn:aws:apigateway:us-east-1::/apis/${ApiId}`;
  await page.getByRole('tab', { name: 'Tags' }).click();
  await page.getByRole('textbox', { name: 'ARN' }).fill('arn:aws:s3:::bucket');
  await page.keyboard.press('Enter');
  await page.getByText('This is no ARN of a service whose tags are edited here.').waitFor();
  await page.getByRole('textbox', { name: 'ARN' }).fill(ResourceArn);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Add tag' }).click();
  await page.getByLabel('Key of tag 1').fill('team');
  await page.getByLabel('Value of team').fill('pets');
  // One that somebody else adds meanwhile stays.
  await v2.tagResource({ ResourceArn, Tags: { stage: 'test' } });
  await readAgain(page, '/v2/tags/');
  await page.keyboard.press('Enter');
  await page.getByText('The tags were saved.').waitFor();
  expect((await v2.getApi({ ApiId })).Tags).toEqual({ team: 'pets', stage: 'test' });
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'settings-tags');
});

test('keeps what the user prefers, from the top bar to the next session', async ({ user }) => {
  const { page } = user;
  await user.signInAt('/settings');
  await page.getByRole('button', { name: 'Preferences' }).click();
  await page.getByRole('menuitem', { name: 'All preferences' }).click();
  await page.getByRole('heading', { name: 'Preferences', level: 1 }).waitFor();
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'preferences');
  await page.getByText('Dark', { exact: true }).click();
  await page.getByText('Compact').click();
  await page.getByText('12 hours').click();
  await page
    .locator('time')
    .filter({ hasText: /[AP]M$/ })
    .waitFor();
  await page.getByRole('button', { name: /^Open the console in/ }).click();
  await page.getByRole('option', { name: 'Europe (Ireland)' }).click();
  const classes = () => page.evaluate('document.body.className');
  expect(await classes()).toMatch(/dark-mode.*compact|compact.*dark-mode/);
  await page.goto('/console/');
  expect(await classes()).toMatch(/dark-mode/);
  await page.waitForURL('**/console/eu-west-1/apis');
});

test('says what runs here and under which licences', async ({ user }) => {
  const { page } = user;
  await user.signInAt('/about');
  await page.getByText('Apache License 2.0').waitFor();
  const { version } = (await (await fetch(`${controlUrl}/health`)).json()) as { readonly version: string };
  await page.getByText(version, { exact: true }).waitFor();
  const licences = await fetch(
    `${controlUrl}${await page.getByRole('link', { name: 'Licences of the packages' }).getAttribute('href')}`,
  );
  expect(await licences.text()).toContain('@cloudscape-design/components');
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'about');
});
