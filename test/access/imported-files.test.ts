import { expect, inject, test } from 'vitest';
import { allow, createUser, iamClient, policy } from '../support/identities.ts';
import { known, sdk } from '../support/sdk.ts';

// A file is no way around the rights that setting a role or a policy needs (Service Authorization Reference: `iam:PassRole`,
// `apigateway:UpdateRestApiPolicy`).
const { controlUrl } = inject('sallyport');
const iam = iamClient({ controlUrl });
const ROLE = 'arn:aws:iam::000000000000:role/backend';

const get = { 'x-amazon-apigateway-integration': { type: 'mock', credentials: ROLE } };
const FILES = {
  plain: {},
  role: { paths: { '/a': { get: { ...get, responses: {} } } } },
  policy: {
    'x-amazon-apigateway-policy': JSON.parse(
      policy({ ...allow('execute-api:Invoke', 'execute-api:/*'), Principal: '*' }),
    ),
  },
};
const body = (kind: keyof typeof FILES) =>
  Buffer.from(JSON.stringify({ openapi: '3.0.1', info: { title: 'file', version: '1' }, paths: {}, ...FILES[kind] }));

test('a file is not read for whoever may not import it', async () => {
  const { apis } = sdk(controlUrl, await createUser(iam));
  await expect(apis.importRestApi({ body: Buffer.from('no file of an API') })).rejects.toMatchObject({
    name: 'AccessDeniedException',
    message: expect.stringContaining('apigateway:POST'),
  });
});

test('whoever may import may not pass on roles or set policies by that', async () => {
  const importer = await createUser(iam, allow(['apigateway:POST', 'apigateway:PUT']));
  const { apis } = sdk(controlUrl, importer);
  const restApiId = known((await apis.importRestApi({ body: body('plain') })).id);
  for (const write of [
    (kind: keyof typeof FILES) => apis.importRestApi({ body: body(kind) }),
    (kind: keyof typeof FILES) => apis.putRestApi({ restApiId, mode: 'overwrite', body: body(kind) }),
  ]) {
    await expect(write('role')).rejects.toMatchObject({
      name: 'AccessDeniedException',
      message: expect.stringContaining(`iam:PassRole on resource: ${ROLE}`),
    });
    await expect(write('policy')).rejects.toMatchObject({
      name: 'AccessDeniedException',
      message: expect.stringContaining('apigateway:UpdateRestApiPolicy'),
    });
  }
  const more = policy(allow('iam:PassRole', ROLE), allow('apigateway:UpdateRestApiPolicy'));
  await iam.putUserPolicy({ UserName: importer.name, PolicyName: 'more', PolicyDocument: more });
  await apis.putRestApi({ restApiId, body: body('role') });
  await apis.importRestApi({ body: body('policy') });
});
