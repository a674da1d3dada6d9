import { expect, test } from 'vitest';
import { methodSetting, snapshot } from '../testing/snapshots.ts';
import { compileMethodSettings } from './method-settings.ts';

const setting = (throttlingBurstLimit: number) => methodSetting({ throttlingBurstLimit });

// Keys as the CLI (`~1`) and Terraform (without it) write them: AWS gives back either as it came.
test('a method has its own settings, else those of all', () => {
  const methodSettings = { 'pets/GET': setting(1), '~1pets~1{id}/GET': setting(2), '~1/ANY': setting(3) };
  const find = compileMethodSettings(snapshot({ methods: {}, stage: { methodSettings } }).stage);
  expect(find('/pets', 'GET')).toEqual({ setting: setting(1), own: true });
  expect(find('/pets/{id}', 'GET')).toEqual({ setting: setting(2), own: true });
  expect(find('/', 'ANY')).toEqual({ setting: setting(3), own: true });
  expect(find('/', 'GET')).toBeUndefined();
  const all = { ...methodSettings, '*/*': setting(9) };
  const findAll = compileMethodSettings(snapshot({ methods: {}, stage: { methodSettings: all } }).stage);
  expect(findAll('/', 'GET')).toEqual({ setting: setting(9), own: false });
  expect(findAll('/pets', 'GET')).toEqual({ setting: setting(1), own: true });
});
