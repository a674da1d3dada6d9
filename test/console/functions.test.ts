import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { templateFile, templatesOf } from '../../console/src/areas/functions/templates/index.ts';
import { eventText } from '../../console/src/areas/functions/testing/event-templates.ts';
import { fileOf } from '../../console/src/areas/functions/zip/code-file.ts';
import { readZip, writeZip } from '../../console/src/areas/functions/zip/zip.ts';
import { known, sdk } from '../support/sdk.ts';
import { consoleTests, takeScreenshots } from './support/index.ts';

const { server, test } = await consoleTests();
const { functions } = sdk(server.controlUrl);
const Role = 'arn:aws:iam::000000000000:role/any';

async function makeFunction(FunctionName: string, code: string): Promise<void> {
  const ZipFile = await writeZip([fileOf('index.mjs', code)]);
  await functions.createFunction({
    FunctionName,
    Runtime: 'nodejs22.x',
    Handler: 'index.handler',
    Role,
    Code: { ZipFile },
  });
}

async function codeOf(FunctionName: string): Promise<Readonly<Record<string, string>>> {
  const { Code } = await functions.getFunction({ FunctionName });
  const zip = await (await fetch(known(Code?.Location))).arrayBuffer();
  const files = await readZip(new Uint8Array(zip));
  return Object.fromEntries(files.map(({ path, bytes }) => [path, Buffer.from(bytes).toString()]));
}

test('makes a function from a template, changes and deploys its code, and tries it', async ({ user }) => {
  const { page } = user;
  await user.signInAt('/functions');
  await page.getByRole('link', { name: 'Create function' }).first().click();
  await page.getByLabel('Function name').fill('greeter');
  await page.getByRole('radio', { name: 'REST proxy' }).click();
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'create-function');
  await page.getByRole('button', { name: 'Create function' }).click();
  await page.getByText('greeter was created.').waitFor();
  const { Configuration } = await functions.getFunction({ FunctionName: 'greeter' });
  expect(Configuration).toMatchObject({ Runtime: 'nodejs22.x', Handler: 'index.handler' });
  expect(Configuration?.Role).toMatch(/role\/service-role\/greeter-role-[a-z0-9]{8}$/);

  const editor = page.getByRole('textbox', { name: 'Code of index.mjs' });
  await editor.fill('export const handler = async (event) => ({ statusCode: 201, body: event.path });\n');
  await page.getByText('1 file is not deployed').waitFor();
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'function-code', true);
  await page.getByRole('button', { name: 'Deploy', exact: true }).click();
  await page.getByText('The code was deployed.').waitFor();
  expect(await codeOf('greeter')).toEqual({
    'index.mjs': 'export const handler = async (event) => ({ statusCode: 201, body: event.path });\n',
  });

  await page.getByRole('tab', { name: 'Test' }).click();
  await page.getByRole('button', { name: 'Event Hello world' }).click();
  await page.getByRole('option', { name: 'API Gateway proxy (REST API)' }).click();
  await page.getByRole('button', { name: 'Test', exact: true }).click();
  await page.getByText('Executing function: succeeded').waitFor();
  expect(JSON.parse((await page.getByRole('textbox', { name: 'Response' }).textContent()) ?? '')).toEqual({
    statusCode: 201,
    body: '/users/7',
  });
  await page.getByRole('textbox', { name: 'Log output' }).getByText('REPORT RequestId').first().waitFor();
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'function-test');
});

test('keeps what was edited when somebody else deploys, and shows where a function failed', async ({ user }) => {
  const { page } = user;
  await makeFunction('shared', 'export const handler = async () => 1;\n');
  await user.signInAt('/functions/shared');
  const editor = page.getByRole('textbox', { name: 'Code of index.mjs' });
  await editor.fill("export const handler = async () => { throw new Error('mine'); };\n");
  await functions.updateFunctionCode({
    FunctionName: 'shared',
    ZipFile: await writeZip([fileOf('index.mjs', '// theirs\n'), fileOf('other.mjs', '// theirs, too\n')]),
  });
  await page.getByRole('button', { name: 'Deploy', exact: true }).click();
  await page.getByText('The code was changed by somebody else').waitFor();
  expect(await editor.textContent()).toContain('mine');
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'function-conflict');
  await page.getByRole('button', { name: 'Keep my changes' }).click();
  await page.getByRole('button', { name: 'Deploy', exact: true }).click();
  await page.getByText('The code was deployed.').waitFor();
  expect(await codeOf('shared')).toEqual({
    'index.mjs': "export const handler = async () => { throw new Error('mine'); };\n",
    'other.mjs': '// theirs, too\n',
  });

  await page.getByRole('tab', { name: 'Test' }).click();
  await page.getByRole('button', { name: 'Test', exact: true }).click();
  await page.getByText('Executing function: failed').waitFor();
  await page.getByRole('textbox', { name: 'Stack trace' }).getByText('index.mjs:1').first().waitFor();
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'function-failed');
});

test('adds, renames and deletes files, keeps test events, and deletes the function', async ({ user }) => {
  const { page } = user;
  await makeFunction('files', 'export const handler = async () => 1;\n');
  await user.signInAt('/functions/files?dialog=new-file');
  await page.getByLabel('Path of the file').fill('../up.mjs');
  await page.getByText('Write a path without').waitFor();
  await page.getByLabel('Path of the file').fill('lib/util.mjs');
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: 'Code of lib/util.mjs' }).fill('export const two = 2;\n');
  await page.getByRole('button', { name: 'Deploy', exact: true }).click();
  await page.getByText('The code was deployed.').waitFor();
  expect(Object.keys(await codeOf('files'))).toEqual(['index.mjs', 'lib/util.mjs']);

  await page.getByRole('tab', { name: 'Test' }).click();
  await page.getByRole('textbox', { name: 'Event JSON' }).fill('{"mine": 1}');
  await page.getByRole('button', { name: 'Save event' }).click();
  await page.getByLabel('Name of the event').fill('my event');
  expect(await user.seriousFindings()).toEqual([]);
  await page.keyboard.press('Enter');
  await page.getByText('The event my event was saved in this browser.').waitFor();

  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  await page.getByRole('dialog').getByRole('textbox').fill('files');
  await page.keyboard.press('Enter');
  await page.getByText('files was deleted.').waitFor();
  await page.getByRole('link', { name: 'shared' }).waitFor();
  await takeScreenshots(page, 'functions');
  expect(await user.seriousFindings()).toEqual([]);
  await expect(functions.getFunction({ FunctionName: 'files' })).rejects.toThrow('Function not found');
});

test('makes functions from a zip file and from a folder of the machine', async ({ user }) => {
  const { page } = user;
  await user.signInAt('/functions/create/function?from=zip');
  await page.getByLabel('Function name').fill('zipped');
  const buffer = Buffer.from(await writeZip([fileOf('main.mjs', 'export const run = async () => "zipped";\n')]));
  await page.locator('input[type=file]').setInputFiles({ name: 'code.zip', mimeType: 'application/zip', buffer });
  await page.getByLabel('Handler').fill('main.run');
  await page.getByRole('radio', { name: 'Use an existing role' }).click();
  await page.getByLabel('Role', { exact: true }).fill('no role');
  await page.getByRole('button', { name: 'Create function' }).click();
  await page.getByText('failed to satisfy constraint').waitFor();
  await page.getByLabel('Role', { exact: true }).fill(Role);
  expect(await user.seriousFindings()).toEqual([]);
  await page.getByRole('button', { name: 'Create function' }).click();
  await page.getByRole('textbox', { name: 'Code of main.mjs' }).waitFor();
  expect((await functions.invoke({ FunctionName: 'zipped' })).Payload?.transformToString()).toBe('"zipped"');

  const folder = await mkdtemp(join(tmpdir(), 'sallyport-function-'));
  // Functions may run as another user of the machine.
  await chmod(folder, 0o755);
  await writeFile(join(folder, 'index.mjs'), 'export const handler = async () => "local";\n');
  await user.goTo('/functions/create/function?from=folder');
  await page.getByLabel('Function name').fill('local');
  await page.getByRole('textbox', { name: 'Folder' }).fill(folder);
  await page.getByRole('button', { name: 'Create function' }).click();
  await page.getByText('The code cannot be read here').waitFor();
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'function-local');
  expect((await functions.invoke({ FunctionName: 'local' })).Payload?.transformToString()).toBe('"local"');
  await rm(folder, { recursive: true });
});

test('its templates answer the events that it offers for them', async () => {
  const answers = {
    hello: 'Hello from Lambda!',
    proxy: 'Hello, Ada!',
    'token-authorizer': 'Allow',
    'request-authorizer': 'Allow',
  };
  for (const Runtime of ['nodejs22.x', 'python3.11'] as const) {
    for (const template of templatesOf(Runtime)) {
      const FunctionName = `template-${template}-${Runtime.slice(0, 4)}`;
      const ZipFile = await writeZip([known(templateFile(Runtime, template))]);
      const Handler = Runtime === 'nodejs22.x' ? 'index.handler' : 'lambda_function.lambda_handler';
      await functions.createFunction({ FunctionName, Runtime, Handler, Role, Code: { ZipFile } });
      const event = template === 'streaming' ? 'hello' : template;
      const { FunctionError, Payload } = await functions.invoke({
        FunctionName,
        Payload: Buffer.from(eventText(event)),
      });
      expect(FunctionError, `${FunctionName}: ${Payload?.transformToString()}`).toBeUndefined();
      expect(Payload?.transformToString()).toContain(template === 'streaming' ? 'Line 5' : answers[template]);
    }
  }
});
