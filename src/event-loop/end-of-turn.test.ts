import { expect, it } from 'vitest';
import { atEndOfTurn, lastInTurn } from './index.ts';

/** What was said in a turn and the next, in its order. */
async function saidIn(turn: (say: (what: string) => () => void) => void): Promise<readonly string[]> {
  const said: string[] = [];
  // A timer runs before what comes is read; as a request's, what it asks for is done in the same turn.
  await new Promise<void>((resolve) => {
    setTimeout(() => {
      turn((what) => () => void said.push(what));
      setImmediate(() => setImmediate(() => setImmediate(resolve)));
    });
  });
  return said;
}

it('runs what waits for the end of a turn in its order, before immediates that come later', async () => {
  const said = await saidIn((say) => {
    say('read')();
    atEndOfTurn(say('first'));
    atEndOfTurn(say('second'));
    setImmediate(say('immediate'));
    process.nextTick(say('tick'));
  });
  expect(said).toEqual(['read', 'tick', 'first', 'second', 'immediate']);
});

it('runs what is the last of a turn in that turn, however many promises lead to it', async () => {
  const said = await saidIn((say) => {
    const answer = async (name: string) => {
      await new Promise<void>(atEndOfTurn);
      for (let step = 0; step < 20; step++) await step;
      say(`answered ${name}`)();
      lastInTurn(say(`sent ${name}`));
    };
    void answer('one');
    void answer('two');
    setImmediate(say('next'));
  });
  expect(said).toEqual(['answered one', 'answered two', 'sent one', 'sent two', 'next']);
});

it('runs it when nothing else waits for the end', async () => {
  const said = await saidIn((say) => {
    lastInTurn(say('sent'));
    process.nextTick(say('tick'));
    setImmediate(say('next'));
  });
  expect(said).toEqual(['tick', 'sent', 'next']);
});

it('leaves to the next turn what is asked for at the end of one', async () => {
  const said = await saidIn((say) => {
    atEndOfTurn(() => {
      say('end')();
      atEndOfTurn(say('end of the next'));
    });
    lastInTurn(() => {
      say('last')();
      lastInTurn(say('last of the next'));
    });
    setImmediate(say('immediate'));
  });
  expect(said).toEqual(['end', 'last', 'immediate', 'end of the next', 'last of the next']);
});
