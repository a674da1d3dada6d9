import type { ConsoleUser } from '../console-user.ts';

/** Types an address, and signs in as a console user on the way. @param path below the region */
export async function signInByPassword(
  { page }: ConsoleUser,
  path: string,
  { UserName, Password }: { readonly UserName: string; readonly Password: string },
): Promise<void> {
  await page.goto(`/console/us-east-1${path}`);
  await page.getByRole('tab', { name: 'Console user' }).click();
  await page.getByLabel('Account ID or alias').fill('000000000000');
  await page.getByLabel('User name').fill(UserName);
  await page.getByLabel('Password', { exact: true }).fill(Password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByLabel('Password', { exact: true }).waitFor({ state: 'detached' });
}
