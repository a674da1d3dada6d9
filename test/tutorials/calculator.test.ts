import { beforeAll, expect, inject, test } from 'vitest';
import { sdk } from '../support/sdk.ts';
import { createZip } from '../support/zip.ts';
import { json, startTutorial, type Tutorial } from './tutorial.ts';

// Guide, "Create a simple calculator Lambda function" and the API before it.
const code = `
const operations = {
  '+': (a, b) => a + b, add: (a, b) => a + b,
  '-': (a, b) => a - b, sub: (a, b) => a - b,
  '*': (a, b) => a * b, mul: (a, b) => a * b,
  '/': (a, b) => a / b, div: (a, b) => a / b,
};
exports.handler = async ({ a, b, op }) =>
  operations[op] ? { a: Number(a), b: Number(b), op, c: operations[op](Number(a), Number(b)) } : '400 Invalid Operator';
`;

let api: Tutorial;
beforeAll(async () => {
  const { functions } = sdk(inject('sallyport').controlUrl);
  await functions.createFunction({
    FunctionName: 'Calc',
    Runtime: 'nodejs20.x',
    Handler: 'index.handler',
    Role: 'arn:aws:iam::000000000000:role/calc',
    Code: { ZipFile: createZip({ 'index.js': code }) },
  });
  await functions.addPermission({
    FunctionName: 'Calc',
    StatementId: 'api',
    Action: 'lambda:InvokeFunction',
    Principal: 'apigateway.amazonaws.com',
  });
  api = await startTutorial(inject('sallyport'), 'calculator.yaml', 'demo');
});

test.each([
  ['GET / with query parameters', '/?a=1&b=2&op=%2B', undefined, { a: 1, b: 2, op: '+', c: 3 }],
  ['POST / with a JSON body', '/', json('POST', { a: 1, b: 2, op: '+' }), { a: 1, b: 2, op: '+', c: 3 }],
  ['GET /{a}/{b}/{op}', '/10/4/div', undefined, { a: 10, b: 4, op: 'div', c: 2.5 }],
])('the calculator by %s', async (_how, path, init, { c, ...input }) => {
  const answer = await api.call(path, init);
  expect([answer.status, await answer.json()]).toEqual([200, { input, output: { c } }]);
});

test.each([
  ['/1', "Can't GET /{a}"],
  ['/1/2', "Can't GET /{a}/{b}"],
])('the calculator answers %s, which lacks something, with 404', async (path, Message) => {
  const answer = await api.call(path);
  expect([answer.status, await answer.json()]).toEqual([404, { Message }]);
});
