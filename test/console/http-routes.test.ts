import { beforeAll, expect } from 'vitest';
import { known, sdk } from '../support/sdk.ts';
import { consoleTests, takeScreenshots } from './support/index.ts';

const { server, test } = await consoleTests();
const { controlUrl } = server;
const { v2 } = sdk(controlUrl);
let ApiId: string;

beforeAll(async () => {
  const api = await v2.createApi({
    Name: 'routes-in-console',
    ProtocolType: 'HTTP',
    Target: 'http://127.0.0.1:1/pets',
  });
  ApiId = known(api.ApiId);
  await v2.createAuthorizer({
    ApiId,
    Name: 'tokens',
    AuthorizerType: 'JWT',
    IdentitySource: ['$request.header.Authorization'],
    JwtConfiguration: { Issuer: 'https://issuer.test', Audience: ['pets'] },
  });
});

test('an HTTP API is opened at its routes, under a menu of its own', async ({ user }) => {
  const { page } = user;
  await user.signInAt('/apis?search=routes-in-console');
  await page.getByRole('link', { name: 'routes-in-console' }).click();
  await page.getByRole('heading', { name: 'Routes', level: 1 }).waitFor();
  const menu = page.getByRole('navigation', { name: 'Side navigation' });
  await menu.getByRole('link', { name: 'Routes', exact: true }).waitFor();
  expect(await menu.getByRole('link', { name: 'Resources' }).count()).toBe(0);
  await user.goTo(`/apis/${ApiId}/resources`);
  await page.getByText('Page not found').first().waitFor();
});

test('makes a route, secures it, attaches an integration and deletes it', async ({ user }) => {
  const { page } = user;
  await user.signInAt(`/apis/${ApiId}/routes`);
  await page.getByRole('link', { name: '$default' }).waitFor();
  expect(await page.title()).toBe('Routes | Sallyport');
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'http-routes');

  await page.getByRole('button', { name: 'Create route' }).click();
  const dialog = page.getByRole('dialog', { name: 'Create route' });
  await dialog.getByRole('button', { name: 'Method' }).click();
  await page.getByRole('option', { name: 'POST' }).click();
  await dialog.getByLabel('Path').fill('/a b');
  await page.keyboard.press('Enter');
  await dialog.getByText('The request was refused').waitFor();
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'http-route-create');
  await dialog.getByLabel('Path').fill('/pets/{id}');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'POST /pets/{id}', level: 1 }).waitFor();
  await page.getByText('No integration yet').waitFor();
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'http-route-empty');

  await page.getByRole('button', { name: 'Edit authorization' }).click();
  await page.getByRole('button', { name: 'Authorization None' }).click();
  await page.getByRole('option', { name: 'tokens' }).click();
  await page.getByLabel('Authorization scopes').fill('pets:write\npets:admin');
  await takeScreenshots(page, 'http-route-authorization');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('pets:write, pets:admin').waitFor();
  await page.getByRole('button', { name: 'Edit integration' }).click();
  await page.getByRole('button', { name: 'Integration None' }).click();
  await page.getByRole('option', { name: 'ANY http://127.0.0.1:1/pets' }).click();
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('link', { name: 'ANY http://127.0.0.1:1/pets' }).waitFor();
  await page.getByRole('button', { name: 'Edit route details' }).click();
  await page.getByLabel('Operation name').fill('addPet');
  const routeId = known(/routes\/(\w+)/.exec(page.url())?.[1]);
  // Somebody else's change, while the form stands open.
  await v2.updateRoute({ ApiId, RouteId: routeId, RouteKey: 'POST /pets/{petId}' });
  await page.getByRole('button', { name: 'Save' }).press('Enter');
  await page.getByText('addPet').waitFor();
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'http-route');
  const { Items: routes = [] } = await v2.getRoutes({ ApiId });
  const made = routes.find(({ RouteKey }) => RouteKey === 'POST /pets/{petId}');
  expect(made).toMatchObject({
    AuthorizationType: 'JWT',
    AuthorizationScopes: ['pets:write', 'pets:admin'],
    OperationName: 'addPet',
    Target: expect.stringMatching(/^integrations\/\w+$/),
  });

  await page.getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('dialog').getByRole('textbox').fill('POST /pets/{petId}');
  await page.keyboard.press('Enter');
  await page.getByText('Route POST /pets/{petId} was deleted.').waitFor();
  expect((await v2.getRoutes({ ApiId })).Items).toHaveLength(1);
});
