import { describe, expect, it } from 'vitest';
import { compileTemplate } from '../index.ts';

const render = (source: string) => compileTemplate(source).render({});

// References in a row share what their properties are read from, as long as nothing between them could change it.
describe('a property that is printed twice', () => {
  const set = '#set($a = {"x": {"y": "1"}})';

  it('is read again behind a block that changes what it is a property of (Velocity user guide, #define)', () => {
    const define = `${set}#define($d)#set($a.x = {"y": "2"})#end`;
    expect(render(`${define}$a.x.y$d$a.x.y`)).toBe('12');
    expect(render(`${define}#set($m = {"k": {"d": $d}})$a.x.y$m.k.d$a.x.y`)).toBe('12');
    expect(render(`#define($d)#set($a = {"y": "2"})#end#set($a = {"y": "1"})$a.y$d$a.y`)).toBe('12');
  });

  it('is read again behind a method that changes what it is a property of', () => {
    expect(render(`${set}$a.x.y$!a.put("x", {"y": "2"}).none$a.x.y`)).toBe('12');
    expect(render(`${set}$a.x.y $a.x.put("y", "2") $a.x.y`)).toBe('1 1 2');
  });

  it('may be missing, or a property of something missing', () => {
    expect(render(`${set}$!a.z$!a.z.y$a.x.y$!a.x.z$!a.z.y$!b.c.d$a.x.y`)).toBe('11');
  });
});
