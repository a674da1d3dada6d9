import { expect, test } from 'vitest';
import type { BorrowedInstance } from '../../functions/index.ts';
import { Fleet, type NoInstance } from './fleet.ts';

// What a fleet does with instances is told by their names; it asks of one only whether it is available.
function instance(name: string, available = true): BorrowedInstance {
  return { name, available } as unknown as BorrowedInstance;
}

const REFUSED: NoInstance = {
  kind: 'answered',
  result: { kind: 'refused', reason: 'TooManyRequests', message: 'Rate Exceeded.' },
};

function fleetOf() {
  const told: string[] = [];
  const nameOf = (one: BorrowedInstance) => (one as unknown as { name: string }).name;
  const fleet = new Fleet((one) => told.push(`back ${nameOf(one)}`));
  const wait = (call: string, at = fleet) =>
    at.wait({
      serve: (one) => told.push(`${call} by ${nameOf(one)}`),
      answer: (none) => told.push(`${call} ${none.kind}`),
    });
  return { fleet, told, wait };
}

test('as many instances are asked for as calls wait, and no more', () => {
  const { fleet, told, wait } = fleetOf();
  expect([wait('1'), wait('2')]).toEqual([true, true]);
  // One becomes free that was busy: the first call does not wait for what it has asked for.
  fleet.free(instance('old'));
  expect(wait('3')).toBe(false);
  fleet.arrived();
  fleet.free(instance('new'));
  fleet.refused(REFUSED);
  expect(told).toEqual(['1 by old', '2 by new', '3 answered']);
});

test('a refusal is for a call that nothing else is coming for', () => {
  const { fleet, told, wait } = fleetOf();
  wait('1');
  wait('2');
  fleet.free(instance('old'));
  // One call waits, and two were asked for.
  fleet.refused(REFUSED);
  expect(told).toEqual(['1 by old']);
  fleet.refused(REFUSED);
  expect(told).toEqual(['1 by old', '2 answered']);
});

test('the instance that was busy last is taken first, and none that has ended', () => {
  const { fleet } = fleetOf();
  const [first, second] = [instance('first'), instance('second')];
  for (const one of [first, second, instance('ended', false)]) fleet.free(one);
  expect([fleet.take(), fleet.take(), fleet.take()]).toEqual([second, first, undefined]);
});

test('one that is wanted goes back at once when it is idle, and otherwise when it has finished', () => {
  const { fleet, told } = fleetOf();
  const [idle, busy, other] = [instance('idle'), instance('busy'), instance('other')];
  fleet.free(idle);
  fleet.recall(idle, false);
  fleet.recall(busy, true);
  fleet.recall(other, false);
  expect(told).toEqual(['back idle']);
  fleet.free(busy);
  fleet.free(other);
  expect(told).toEqual(['back idle', 'back busy']);
  expect(fleet.take()).toBe(other);
});

test('a fleet that is closed serves the calls that wait, and gives back the rest', () => {
  const { fleet, told, wait } = fleetOf();
  wait('1');
  fleet.close();
  const busy = instance('busy');
  fleet.free(busy);
  fleet.free(busy);
  expect(told).toEqual(['1 by busy', 'back busy']);
});

test('calls of a fleet that joins another wait there', () => {
  const { fleet, told, wait } = fleetOf();
  const first = new Fleet(() => told.push('back'));
  wait('1', first);
  wait('2', first);
  first.join(fleet);
  expect(first.current).toBe(fleet);
  // Both instances are still coming, so a third call has to ask for one.
  expect(wait('3')).toBe(true);
  for (const name of ['a', 'b', 'c']) {
    fleet.arrived();
    fleet.free(instance(name));
  }
  expect(told).toEqual(['1 by a', '2 by b', '3 by c']);
});
