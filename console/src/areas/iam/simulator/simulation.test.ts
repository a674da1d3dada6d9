import { expect, it } from 'vitest';
import { askedOf } from './simulation.ts';

const simulation = {
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
