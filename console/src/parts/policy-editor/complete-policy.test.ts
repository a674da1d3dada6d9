import { expect, it } from 'vitest';
import type { ActionsByService } from './actions.ts';
import { completePolicy } from './complete-policy.ts';
import type { PolicyKind } from './vocabulary.ts';

const actions: ActionsByService = new Map([
  ['lambda', [{ name: 'lambda:InvokeFunction', level: 'Write' }]],
  ['sts', [{ name: 'sts:AssumeRole', level: 'Write' }]],
]);

/** What is suggested at `|`. */
function suggested(marked: string, kind: PolicyKind = 'identity') {
  const found = completePolicy(marked.replace('|', ''), marked.indexOf('|'), kind, actions);
  return found && { ...found, options: found.options.map(({ label, insert }) => insert ?? label) };
}

it('suggests actions within the quotes that are there', () => {
  const before = '{"Statement":[{"Action":["';
  expect(suggested(`${before}lam|"]}]}`)).toEqual({
    from: before.length,
    to: before.length + 3,
    options: ['lambda:*', 'lambda:InvokeFunction', 'sts:*', 'sts:AssumeRole'],
  });
  expect(suggested(`${before}|`)).toMatchObject({ from: before.length, to: before.length });
  expect(suggested('{"Statement":{"Action":"|"}}', 'trust')?.options).toEqual(['sts:*', 'sts:AssumeRole']);
});

it('suggests elements, with quotes where there are none', () => {
  expect(suggested('{"Statement":[{|}]}')?.options).toContain('"Effect"');
  expect(suggested('{"Statement":[{"|"}]}')?.options).not.toContain('Principal');
  expect(suggested('{"Statement":[{"|"}]}', 'resource')?.options).toContain('Principal');
  expect(suggested('{"Statement":[{"Effect":"|"}]}')?.options).toEqual(['Allow', 'Deny']);
  expect(suggested('{"Statement":[{"Condition":{"|"}}]}')?.options).toContain('StringLike');
  expect(suggested('{"Statement":[{"Condition":{"Bool":{"|"}}}]}')?.options).toContain('aws:SecureTransport');
  expect(suggested('{"Statement":[{"Principal":{"|"}}]}', 'trust')?.options).toContain('Service');
  expect(suggested('{"Version":"|"}')?.options).toEqual(['2012-10-17', '2008-10-17']);
  expect(suggested('{"Statement":[{"Sid":"|"}]}')).toBeUndefined();
});
