import { IAM } from '@aws-sdk/client-iam';
import { inject } from 'vitest';
import { credentials } from '../support/sallyport.ts';
import { expect, takeScreenshots, test } from './support/index.ts';

const { controlUrl } = inject('sallyport');

test('says what is wrong with a key', async ({ user }) => {
  const { page } = user;
  await page.goto('/console/');
  await page.getByLabel('Access key ID').waitFor();
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'sign-in');
  await page.getByLabel('Access key ID').fill(credentials.accessKeyId);
  await page.getByLabel('Secret access key').fill('another');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByText('The secret does not belong to this access key').waitFor();
});

test('leads to the page that was asked for, and forgets the key with a reload', async ({ user }) => {
  const { page } = user;
  await user.signInAt('/nowhere?tab=1');
  await page.getByRole('heading', { name: 'Page not found', level: 1 }).waitFor();
  await page.getByRole('link', { name: 'Go to the APIs' }).click();
  await page.getByRole('heading', { name: 'APIs', level: 1 }).waitFor();
  expect(await page.evaluate('[sessionStorage.length, ...Object.keys(localStorage)].sort()')).toEqual([
    0,
    'sallyport.region',
    'sallyport.theme',
  ]);
  await page.reload();
  await page.getByLabel('Access key ID').waitFor();
});

test('shows what a user may not do, with the action that he lacks', async ({ user }) => {
  const iam = new IAM({ endpoint: controlUrl, region: 'us-east-1', credentials });
  await iam.createUser({ UserName: 'console-stranger' });
  const { AccessKey } = await iam.createAccessKey({ UserName: 'console-stranger' });
  await user.signInAt('/apis', {
    accessKeyId: AccessKey?.AccessKeyId ?? '',
    secretAccessKey: AccessKey?.SecretAccessKey ?? '',
  });
  const { page } = user;
  await page.getByText('You are not allowed to do this').waitFor();
  await page.getByText('to allow the action apigateway:GET').waitFor();
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'refused');
});
