import { expect } from 'vitest';
import { sdk } from '../support/sdk.ts';
import { consoleTests, takeScreenshots } from './support/index.ts';

const { server, test } = await consoleTests();
const { apis } = sdk(server.controlUrl);
const LOAD_BALANCER = 'arn:aws:elasticloadbalancing:us-east-1:000000000000:loadbalancer/net/shop/0123456789abcdef';

test('makes a VPC link, changes and tags it, and deletes it once its name is typed', async ({ user }) => {
  const { page } = user;
  await user.signInAt('/vpc-links?dialog=create');
  const dialog = page.getByRole('dialog', { name: 'Create VPC link' });
  await dialog.getByLabel('Name').fill('shop-in-console');
  await dialog.getByLabel('Target NLB').fill(LOAD_BALANCER);
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'vpc-links-create');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'shop-in-console', level: 1 }).waitFor();
  await page.getByText("--vpc-links 'shop-in-console=http").waitFor();
  const { items = [] } = await apis.getVpcLinks({});
  const { id: vpcLinkId = '' } = items.find(({ name }) => name === 'shop-in-console') ?? {};

  await page.getByLabel('Description').fill('The shop');
  await page.keyboard.press('Enter');
  await page.getByText('The VPC link was saved.').waitFor();
  await page.getByRole('button', { name: 'Add tag' }).click();
  await page.getByLabel('Key of tag 1').fill('team');
  await page.getByLabel('Value of team').fill('shop');
  await page.keyboard.press('Enter');
  await page.getByText('The tags were saved.').waitFor();
  const made = {
    name: 'shop-in-console',
    description: 'The shop',
    targetArns: [LOAD_BALANCER],
    tags: { team: 'shop' },
  };
  expect(await apis.getVpcLink({ vpcLinkId })).toMatchObject(made);
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'vpc-link');

  // What is no network load balancer fails as late as on AWS.
  await apis.createVpcLink({ name: 'broken-in-console', targetArns: ['arn:aws:none'] });
  await user.goTo('/vpc-links');
  await page.getByRole('row').filter({ hasText: 'broken-in-console' }).getByText('Failed').waitFor();
  expect(await page.title()).toBe('VPC links | Sallyport');
  await page.getByRole('row').filter({ hasText: vpcLinkId }).getByRole('radio').check({ force: true });
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'vpc-links');
  await page.getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('dialog').getByRole('textbox').fill('shop-in-console');
  await page.keyboard.press('Enter');
  await page.getByText('VPC link shop-in-console was deleted.').waitFor();
  await expect(apis.getVpcLink({ vpcLinkId })).rejects.toThrow('Invalid Vpc Link identifier specified');
});
