import { expect, it } from 'vitest';
import { askedOf, isWhole, type Simulation } from './simulation.ts';

const simulation: Simulation = {
  kind: 'custom',
  source: '',
  policy: '{}',
  actions: ['lambda:GetFunction'],
  resources: '',
  resourcePolicy: '',
  context: {},
};

// API reference, SimulateCustomPolicy: ResourceArns is "*" unless told; ContextKeyType "string" or "stringList".
it('sends what was filled in, and no more', () => {
  expect(askedOf(simulation)).toEqual({ ActionNames: ['lambda:GetFunction'] });
  const context = { 'aws:SourceIp': '10.0.0.1', 'aws:TagKeys': 'a, b', 'aws:username': ' ' };
  expect(askedOf({ ...simulation, resources: ' arn:a \n\narn:b', context })).toEqual({
    ActionNames: ['lambda:GetFunction'],
    ResourceArns: ['arn:a', 'arn:b'],
    ContextEntries: [
      { ContextKeyName: 'aws:SourceIp', ContextKeyValues: ['10.0.0.1'], ContextKeyType: 'string' },
      { ContextKeyName: 'aws:TagKeys', ContextKeyValues: ['a', 'b'], ContextKeyType: 'stringList' },
    ],
  });
});

it('asks nothing while nobody is chosen, whatever policy was written before', () => {
  expect(isWhole(simulation)).toBe(true);
  expect(isWhole({ ...simulation, kind: 'entity' })).toBe(false);
  expect(isWhole({ ...simulation, kind: 'entity', source: 'arn:aws:iam::123456789012:user/anna' })).toBe(true);
  expect(isWhole({ ...simulation, actions: [] })).toBe(false);
});
