import { expect, it } from 'vitest';
import { areWhole, changedParameters, mappingsOf, parametersOf } from './mapping.ts';

// Keys and values: guide page http-api-parameter-mapping, its examples.
const parameters = {
  'append:header.header2': '$request.header.header1',
  'remove:header.header1': "''",
  'overwrite:path': '/pets/$request.path.id',
};

it('parameter mappings come back as they went in', () => {
  expect(mappingsOf(parameters)).toEqual([
    { operation: 'append', target: 'header.header2', value: '$request.header.header1' },
    { operation: 'remove', target: 'header.header1', value: '' },
    { operation: 'overwrite', target: 'path', value: '/pets/$request.path.id' },
  ]);
  expect(parametersOf(mappingsOf(parameters))).toEqual(parameters);
});

it('what is gone is set to nothing, which takes it away (fact D134), and what stays is not named', () => {
  const [, ...kept] = mappingsOf(parameters);
  expect(changedParameters(parameters, kept)).toEqual({ 'append:header.header2': '' });
  const others = kept.map((mapping) => (mapping.target === 'path' ? { ...mapping, value: '/' } : mapping));
  expect(changedParameters(parameters, others)).toEqual({ 'append:header.header2': '', 'overwrite:path': '/' });
});

it('a mapping needs a target, and a value unless it removes', () => {
  expect(areWhole([{ operation: 'remove', target: 'header.x', value: '' }])).toBe(true);
  expect(areWhole([{ operation: 'append', target: 'header.x', value: '' }])).toBe(false);
  expect(areWhole([{ operation: 'append', target: ' ', value: 'x' }])).toBe(false);
});
