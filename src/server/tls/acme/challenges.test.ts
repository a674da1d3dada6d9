import { expect, it } from 'vitest';
import { createChallengeBoard } from './challenges.ts';

it('answers exactly the paths of tokens that are laid out (RFC 8555 section 8.3)', () => {
  const board = createChallengeBoard();
  board.put('token', 'token.thumbprint');
  expect(board.answer('/.well-known/acme-challenge/token')).toBe('token.thumbprint');
  for (const target of [
    '/',
    '/token',
    '/.well-known/acme-challenge/',
    '/.well-known/acme-challenge/other',
    '/.well-known/acme-challenge/token/x',
  ])
    expect(board.answer(target), target).toBeUndefined();
  board.remove('token');
  expect(board.answer('/.well-known/acme-challenge/token')).toBeUndefined();
});
