import { beforeAll, describe, expect } from 'vitest';
import { type ConsoleUser, consoleTests, isThorough, takeScreenshots } from './support/index.ts';
import { pageAddresses } from './support/walk/addresses.ts';
import { clients } from './support/walk/clients.ts';
import { fillApi } from './support/walk/fill-api.ts';
import { type FilledAccount, fillAccount } from './support/walk/filled-account.ts';
import { sideways } from './support/walk/sideways.ts';
import { signInByPassword } from './support/walk/sign-in-by-password.ts';
import { type FaultsOf, walk } from './support/walk/walk.ts';
import { watchAnswers } from './support/walk/watch-answers.ts';

const { server, test } = await consoleTests();
const all = clients(server);
/** As wide as a telephone. */
const NARROW = { width: 390, height: 844 };
/** Half a screen, beside an editor. */
const HALF = { width: 800, height: 900 };
const WIDE = { width: 1440, height: 900 };
/** Layouts follow a window's size a frame or two later. */
const LAYOUT_MS = 100;
const WALK_MS = 600_000;
/** What the filled account says of itself, and what its things are named. */
const SECRET = 'classified';
const NAMES = ['walked-', 'walked/group', 'walked.example'];
const Password = 'Walking-password-1';
let account: FilledAccount;
/** The API that the reader may read. */
let readable: Record<string, string>;

beforeAll(async () => {
  account = await fillAccount(server);
  readable = await fillApi(all, 'readable-api', 'readable');
}, 120_000);

/** Tells what a page shows that is not for this user, and what it lacks without saying so. */
function faultsForStranger({ page }: ConsoleUser): FaultsOf {
  const answers = watchAnswers(page, SECRET);
  return async (address, { text, content }) => {
    const { refused, telling } = await answers();
    const unsaid = refused.filter((action) => !text.includes(action));
    const names = NAMES.filter((name) => !address.includes(name) && content.includes(name));
    return [
      ...unsaid.map((action) => `does not say that ${action} is missing`),
      ...(content.includes(SECRET) ? ['shows secrets'] : []),
      ...names.map((name) => `shows names of others: ${name}`),
      ...telling.map((url) => `an answer tells secrets: ${url}`),
    ];
  };
}

/** Issue 9: "A user without rights sees what they may see and nothing else, also by typed URLs and by the API calls that the page would make." */
describe.concurrent('every page', () => {
  test('shows nothing to a user without rights, and says what is missing', { timeout: WALK_MS }, async ({ user }) => {
    const nobody = { UserName: 'nobody', Password };
    await all.iam.createUser({ UserName: 'nobody' });
    await all.iam.createLoginProfile(nobody);
    const faultsOf = faultsForStranger(user);
    const faults: string[] = [];
    const pages = await pageAddresses(account);
    for (const path of [`/apis/${account.params.apiId}/resource-policy`, '/iam/users/walked-user']) {
      await signInByPassword(user, path, nobody);
      faults.push(...(await walk(user, [path], faultsOf)));
    }
    expect([...faults, ...(await walk(user, [...pages.keys()], faultsOf))]).toEqual([]);
  });

  test('shows the API that a user may read, and of the rest nothing', { timeout: WALK_MS }, async ({ user }) => {
    const apiId = readable.apiId ?? '';
    const arn = `arn:aws:apigateway:us-east-1::/restapis/${apiId}`;
    const statement = { Effect: 'Allow', Action: 'apigateway:GET', Resource: [arn, `${arn}/*`] };
    await all.iam.createUser({ UserName: 'reader' });
    await all.iam.putUserPolicy({
      UserName: 'reader',
      PolicyName: 'one-api',
      PolicyDocument: JSON.stringify({ Version: '2012-10-17', Statement: [statement] }),
    });
    await all.iam.createLoginProfile({ UserName: 'reader', Password });
    const faultsOf = faultsForStranger(user);
    await signInByPassword(user, `/apis/${apiId}/stages`, { UserName: 'reader', Password });
    const pages = await pageAddresses({ ...account, params: { ...account.params, ...readable } });
    const faults = await walk(user, [...pages.keys()], async (address, seen) => [
      ...(await faultsOf(address, seen)),
      ...(address.startsWith(`/apis/${apiId}/`) && !seen.text.includes('readable') ? ['shows nothing of the API'] : []),
    ]);
    expect(faults).toEqual([]);
  });

  test('shows everything to the administrator, without an error', { timeout: WALK_MS }, async ({ user }) => {
    const { page } = user;
    const pages = await pageAddresses(account);
    await user.signInAt('/apis');
    // Off what is shown: a chart of Cloudscape's throws when it goes from under the pointer (its use-mouse-hover reads a ref that is gone).
    await page.mouse.move(0, 0);
    const faults = await walk(user, [...pages.keys()], async (address, { errors, text }) => {
      if (isThorough) await takeScreenshots(page, `walk-${pages.get(address)}`);
      const findings = await user.seriousFindings();
      const cutWide = await sideways(page);
      await page.setViewportSize(HALF);
      await page.waitForTimeout(LAYOUT_MS);
      const cutHalf = await sideways(page);
      await page.setViewportSize(NARROW);
      const overflow = await page.evaluate<number>(
        'new Promise((done) => setTimeout(() => done(document.documentElement.scrollWidth - innerWidth), 60))',
      );
      await page.setViewportSize(WIDE);
      return [
        ...findings,
        ...cutWide.map((table) => `scrolls sideways at 1440 pixels: ${table}`),
        ...cutHalf.map((table) => `scrolls sideways at 800 pixels: ${table}`),
        ...errors.map((error) => `an error: ${error}`),
        ...(text.length < 300 ? [`next to nothing: ${text.slice(-80)}`] : []),
        ...(overflow > 0 ? [`${overflow} pixels wider than a narrow window`] : []),
      ];
    });
    expect(faults).toEqual([]);
  });
});
