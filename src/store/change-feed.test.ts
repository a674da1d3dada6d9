import { expect, test } from 'vitest';
import { ChangeFeed } from './change-feed.ts';
import type { Change } from './store.ts';

const change = (sequence: number): Change => ({
  sequence,
  kind: 'Note',
  scope: { accountId: '000000000000', region: 'us-east-1' },
  id: 'a',
  operation: 'put',
  version: sequence,
});

test('what a listener throws is reported, and the other listeners are called all the same', () => {
  const reported: unknown[] = [];
  const feed = new ChangeFeed((error) => reported.push(error));
  const defect = new Error('a defect of the listener');
  const heard: number[] = [];
  feed.subscribe(0, [], () => {
    throw defect;
  });
  feed.subscribe(0, [], (changes) => heard.push(...changes.map(({ sequence }) => sequence)));
  feed.publish([change(1)]);
  feed.publish([change(2)]);
  expect(reported).toEqual([defect, defect]);
  expect(heard).toEqual([1, 2]);
});

test('what a subscriber heard as an older change is not delivered again when it is published', () => {
  const feed = new ChangeFeed();
  const heard: number[] = [];
  feed.subscribe(0, [[change(1)], [change(2)]], (changes) => heard.push(...changes.map(({ sequence }) => sequence)));
  feed.publish([change(2)]);
  feed.publish([change(3)]);
  expect(heard).toEqual([1, 2, 3]);
});
