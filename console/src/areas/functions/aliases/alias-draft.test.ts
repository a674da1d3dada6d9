import { expect, it } from 'vitest';
import { aliasInput, draftOf, sharesOf } from './alias-draft.ts';

it('shares calls out between two versions', () => {
  const alias = { Name: 'live', FunctionVersion: '1', RoutingConfig: { AdditionalVersionWeights: { 2: 0.07 } } };
  expect(sharesOf(alias)).toEqual([
    { version: '1', percent: 93 },
    { version: '2', percent: 7 },
  ]);
  expect(aliasInput({ ...draftOf(alias), percent: 50 })).toMatchObject({
    FunctionVersion: '1',
    RoutingConfig: { AdditionalVersionWeights: { 2: 0.5 } },
  });
});

it('takes the second version away again', () => {
  const alias = { Name: 'live', FunctionVersion: '1', RoutingConfig: { AdditionalVersionWeights: { 2: 0.07 } } };
  expect(aliasInput({ ...draftOf(alias), second: '' }).RoutingConfig).toEqual({ AdditionalVersionWeights: {} });
});
