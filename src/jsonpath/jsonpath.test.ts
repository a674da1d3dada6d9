import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseJson, printJson } from '../json/index.ts';
import { compileJsonPath, JSON_PATH_LIMITS, JsonPathLimitError, JsonPathSyntaxError } from './index.ts';

const read = (path: string, document: string): string | undefined => {
  const value = compileJsonPath(path).read(parseJson(document));
  return value === undefined ? undefined : printJson(value);
};

// The values of both tables are what Jayway JsonPath 2.0.0 gave; undefined stands for its PathNotFoundException.
type Row = readonly [path: string, value: string | undefined];

const STORE =
  '{"store": {"book": [{"category": "reference", "author": "Nigel Rees", "title": "Sayings of the Century", "price": 8.95}, {"category": "fiction", "author": "Evelyn Waugh", "title": "Sword of Honour", "price": 12.99, "tags": ["a", "b"]}, {"category": "fiction", "author": "Herman Melville", "title": "Moby Dick", "isbn": "0-553-21311-3", "price": 8.99}, {"category": "fiction", "author": "J. R. R. Tolkien", "title": "The Lord of the Rings", "isbn": "0-395-19395-8", "price": 22.99}], "bicycle": {"color": "red", "price": 19.95}}, "expensive": 10, "nul": null, "a-b": 1, "nums": [3, 1, 2], "strs": ["x", "yy"], "e": {"": 1, "x y": 2}, "m": [[1, 2], [3, 4]], "emp": [], "s": "abc"}';

const STORE_ROWS: readonly Row[] = [
  ['$.store.book[0].title', '"Sayings of the Century"'],
  ["$['store']['book'][0]['title']", '"Sayings of the Century"'],
  ['$.store.book[9]', undefined],
  ['$.store.book[9].title', undefined],
  ['$.nope', undefined],
  ['$.nope.x', undefined],
  ['$.nul', 'null'],
  ['$.nul.x', undefined],
  ['$.s.x', undefined],
  ['$.store.book.title', undefined],
  ['$.store.book[*].title', '["Sayings of the Century","Sword of Honour","Moby Dick","The Lord of the Rings"]'],
  ['$.store.book.*.title', '["Sayings of the Century","Sword of Honour","Moby Dick","The Lord of the Rings"]'],
  ['$..title', '["Sayings of the Century","Sword of Honour","Moby Dick","The Lord of the Rings"]'],
  ['$..book[0]', '[{"category":"reference","author":"Nigel Rees","title":"Sayings of the Century","price":8.95}]'],
  ['$..book[2].title', '["Moby Dick"]'],
  ['$..price', '[8.95,12.99,8.99,22.99,19.95]'],
  ['$.store..price', '[8.95,12.99,8.99,22.99,19.95]'],
  ['$..nope', '[]'],
  ['$.store.book[*].isbn', '["0-553-21311-3","0-395-19395-8"]'],
  ['$.store.book[*].nope', '[]'],
  ['$.store.book[0,1].title', '["Sayings of the Century","Sword of Honour"]'],
  ['$.store.book[:2].title', '["Sayings of the Century","Sword of Honour"]'],
  ['$.store.book[1:].title', '["Sword of Honour","Moby Dick","The Lord of the Rings"]'],
  ['$.store.book[-2:].title', '["Moby Dick","The Lord of the Rings"]'],
  ['$.store.book[1:3].title', '["Sword of Honour","Moby Dick"]'],
  ['$.store.book[0:100].title', '["Sayings of the Century","Sword of Honour","Moby Dick","The Lord of the Rings"]'],
  ['$.store.book[3:1].title', '[]'],
  ["$.store.book[0]['title','price']", '{"title":"Sayings of the Century","price":8.95}'],
  [
    "$.store.book[*]['title','price']",
    '[{"title":"Sayings of the Century","price":8.95},{"title":"Sword of Honour","price":12.99},{"title":"Moby Dick","price":8.99},{"title":"The Lord of the Rings","price":22.99}]',
  ],
  ["$.store.book[0]['title','nope']", '{"title":"Sayings of the Century"}'],
  ['$.store.book[?(@.isbn)].title', '["Moby Dick","The Lord of the Rings"]'],
  ['$.store.book[?(@.price < 10)].title', '["Sayings of the Century","Moby Dick"]'],
  ['$.store.book[?(@.price < $.expensive)].title', '["Sayings of the Century","Moby Dick"]'],
  ["$.store.book[?(@.price < $['expensive'])].title", '["Sayings of the Century","Moby Dick"]'],
  ["$.store.book[?(@.category == 'fiction' && @.price < 10)].title", '["Moby Dick"]'],
  ['$.store.book[?(!@.isbn)].title', '["Sayings of the Century","Sword of Honour"]'],
  ['$.store.book[?(@.author =~ /.*REES/i)].title', '["Sayings of the Century"]'],
  ['$.store.book[?(@.author =~ /Rees/)].title', '[]'],
  ["$.store.book[?(@['price'] >= 12.99)].title", '["Sword of Honour","The Lord of the Rings"]'],
  ['$.store.book[?(@.isbn == null)].title', '[]'],
  ['$.store.book[?(@.isbn != null)].title', '["Moby Dick","The Lord of the Rings"]'],
  ['$.store.book[?(@.price == 8.95)].title', '["Sayings of the Century"]'],
  ["$.store.book[?(@.price == '8.95')].title", '["Sayings of the Century"]'],
  ['$.store.book[?(@.price != 8.95)].title', '["Sword of Honour","Moby Dick","The Lord of the Rings"]'],
  ["$.store.book[?('fiction' == @.category)].title", '["Sword of Honour","Moby Dick","The Lord of the Rings"]'],
  ['$.store.bicycle[?(@.price > 1)]', '[{"color":"red","price":19.95}]'],
  ['$.store[?(@.color)]', '[]'],
  ['$..[?(@.price > 20)].title', '["The Lord of the Rings"]'],
  ['$.nums[?(@ > 1)]', '[3,2]'],
  ['$.nums[?(@ == 3)]', '[3]'],
  ["$.e['']", '1'],
  ["$.e['x y']", '2'],
  ['$.a-b', '1'],
  ["$['a-b']", '1'],
  ['$.m[*][0]', '[1,3]'],
  ['$.m[*][*]', '[1,2,3,4]'],
  ['$.m..[0]', '[[1,2],1,3]'],
  ['$.emp[*]', '[]'],
  ['$.emp[0]', undefined],
  ['$.store.book[(@.length-1)].title', '"The Lord of the Rings"'],
  ['a', undefined],
  ['store.book[0].title', '"Sayings of the Century"'],
  ["$.store.book[?(@.title == 'it\\'s')]", '[]'],
  ['$.store.book[ 0 ].title', '"Sayings of the Century"'],
  ['$.store.book[*].tags[0]', '["a"]'],
  ["$.store.book[?(@.tags[0] == 'a')].title", '["Sword of Honour"]'],
  ['$.nums[0,1]', '[3,1]'],
  ['$.nums[1,1]', '[1,1]'],
];

const NESTED =
  '{"a":[1,[2,3],{"b":3,"c":{"b":[4]}}],"b":"x","m":{"p":{"q":1},"r":{"q":2}},"n":null,"t":true,"f":false,"z":"5"}';

const NESTED_ROWS: readonly Row[] = [
  ['$..[?(@ == 3)]', '[]'],
  [
    '$..[?(@.b)]',
    '[{"a":[1,[2,3],{"b":3,"c":{"b":[4]}}],"b":"x","m":{"p":{"q":1},"r":{"q":2}},"n":null,"t":true,"f":false,"z":"5"},{"b":3,"c":{"b":[4]}},{"b":[4]}]',
  ],
  ['$..[?(@.q)]', '[{"q":1},{"q":2}]'],
  ['$..b', '["x",3,[4]]'],
  ['$..c.b', '[[4]]'],
  ['$..[0]', '[1,2,4]'],
  [
    '$..*',
    '[[1,[2,3],{"b":3,"c":{"b":[4]}}],"x",{"p":{"q":1},"r":{"q":2}},null,true,false,"5",1,[2,3],{"b":3,"c":{"b":[4]}},2,3,3,{"b":[4]},[4],4,{"q":1},{"q":2},1,2]',
  ],
  [
    '$..[*]',
    '[[1,[2,3],{"b":3,"c":{"b":[4]}}],"x",{"p":{"q":1},"r":{"q":2}},null,true,false,"5",1,[2,3],{"b":3,"c":{"b":[4]}},2,3,3,{"b":[4]},[4],4,{"q":1},{"q":2},1,2]',
  ],
  ['$.a.*', '[1,[2,3],{"b":3,"c":{"b":[4]}}]'],
  ['$.a[*]', '[1,[2,3],{"b":3,"c":{"b":[4]}}]'],
  ['$.a[2].*', '[3,{"b":[4]}]'],
  ['$.m.*.q', '[1,2]'],
  ['$.m[*].q', '[1,2]'],
  ["$['m','b']", '{"m":{"p":{"q":1},"r":{"q":2}},"b":"x"}'],
  ["$['m','nope']", '{"m":{"p":{"q":1},"r":{"q":2}}}'],
  ["$['nope','nope2']", '{}'],
  ['$.nope[*]', '[]'],
  ['$.nope..x', '[]'],
  ['$.b[*]', '[]'],
  ['$.b.*', '[]'],
  ['$.b..x', '[]'],
  ['$.a[?(@.b)]', '[{"b":3,"c":{"b":[4]}}]'],
  ['$.a[?(@.b == 3)].c.b', '[[4]]'],
  ['$.a[?(@.nope != 3)]', '[]'],
  ['$.a[?(@.nope > 3)]', '[]'],
  ['$.a[?(@.b && @.c)]', '[{"b":3,"c":{"b":[4]}}]'],
  ['$.a[?(@)]', '[1,[2,3],{"b":3,"c":{"b":[4]}}]'],
  ['$.m[?(@.p)]', '[{"p":{"q":1},"r":{"q":2}}]'],
  ['$.m[?(@.p.q == 1)].r', '[{"q":2}]'],
  ['$.nope[?(@.x)]', '[]'],
  ['$.a[?(@.c.b[0] == 4)].b', '[3]'],
  ['$.a[0:2]', '[1,[2,3]]'],
  ['$.a[:-1]', '[1,[2,3]]'],
  ['$.a[-1:]', '[{"b":3,"c":{"b":[4]}}]'],
  ['$.a[1:]', '[[2,3],{"b":3,"c":{"b":[4]}}]'],
  ['$.a[?(@.b == 3 || @.b == 9 && @.c == 1)].b', '[3]'],
  ['$.t', 'true'],
  ['$[?(@.t == true)].b', '["x"]'],
  ['$[?(@.f == false)].b', '["x"]'],
  ['$[?(@.n == null)].b', '["x"]'],
  ['$[?(@.n)].b', '[]'],
  ['$[?(@.f)].b', '["x"]'],
  ['$[?(@.z == 5)].b', '["x"]'],
  ['$[?(@.z > 4)].b', '["x"]'],
  ["$[?(@.b > 'a')].b", '["x"]'],
  ['$[?(@.b == $.b)].z', '["5"]'],
  ["$[?($.b == 'x')].z", '["5"]'],
  ['$[?(@.m.p.q<2)].z', '["5"]'],
  ['$[?( @.m.p.q   <   2 )].z', '["5"]'],
  ['$[?(1 == 1)].z', '["5"]'],
  ["$[?(@.b=='x')]['z']", '["5"]'],
  ["$.a[2]['b']", '3'],
  ['$.m.p[?(@.q)].q', '[1]'],
  ['$...b', '["x",3,[4]]'],
  ['$.a[01]', '[2,3]'],
];

describe('a compiled path', () => {
  it.each(STORE_ROWS)('%s in the store gives %s, as Jayway', (path, value) => {
    expect(read(path, STORE)).toBe(value);
  });

  it.each(NESTED_ROWS)('%s in nested lists and maps gives %s, as Jayway', (path, value) => {
    expect(read(path, NESTED)).toBe(value);
  });

  // What came after 2.0.0; values by the tables "Functions" and "Filter Operators" of json-path's documentation.
  it.each<Row>([
    ['$.store.book[-1].title', '"The Lord of the Rings"'],
    ['$.store.book[?(@.category == "fiction" || @.price < 9)].price', '[8.95,12.99,8.99,22.99]'],
    ["$.store.book[?(@.price > 10 && (@.category == 'x' || @.isbn))].price", '[22.99]'],
    ['$.store.book[?(!(@.isbn))].price', '[8.95,12.99]'],
    ["$.store.book[?(@.category in ['reference','x'])].price", '[8.95]'],
    ["$.store.book[?(@.category nin ['reference'])].price", '[12.99,8.99,22.99]'],
    ['$.store.book[?(@.tags size 2)].price', '[12.99]'],
    ['$.store.book[?(@.tags empty false)].price', '[12.99]'],
    ["$.store.book[?(@.tags contains 'a')].price", '[12.99]'],
    ["$.store.book[?(@.title contains 'Lord')].price", '[22.99]'],
    ["$.store.book[?(@.tags subsetof ['a','b','c'])].price", '[12.99]'],
    ["$.store.book[?(@.tags anyof ['b','z'])].price", '[12.99]'],
    ["$.store.book[?(@.tags noneof ['z'])].price", '[12.99]'],
    ['$.store.book[?(@.price === 8.95)].price', '[8.95]'],
    ["$.store.book[?(@.price === '8.95')].price", '[]'],
    ['$.nums.length()', '3'],
    ['$.nums.min()', '1.0'],
    ['$.nums.max()', '3.0'],
    ['$.nums.avg()', '2.0'],
    ['$.nums.sum()', '6.0'],
    ['$..price.max()', '22.99'],
    ['$.store.keys()', '["book","bicycle"]'],
    ['$.strs.concat("z")', '"xyyz"'],
    ['$.nums.append(9)', '[3,1,2,9]'],
    ['$.nums.first()', '3'],
    ['$.nums.last()', '2'],
    ['$.nums.index(1)', '1'],
    ['$["store"]["book"][0]["title"]', '"Sayings of the Century"'],
    ["$.store['bicycle','nope'].color", '["red"]'],
    ['$.s[0]', undefined],
    ['$.store[0]', undefined],
  ])('%s gives %s, as documented', (path, value) => {
    expect(read(path, STORE)).toBe(value);
  });

  it('says whether it is definite', () => {
    for (const path of ['$', '$.a', "$.a['b'][0]", '$.a[-1]']) expect(compileJsonPath(path).definite).toBe(true);
    for (const path of ['$..a', '$.a[*]', '$.*', '$.a[0,1]', '$.a[0:1]', '$.a[?(@.b)]']) {
      expect(compileJsonPath(path).definite).toBe(false);
    }
  });

  it('gives a part of the document itself, so that a template can change it', () => {
    const document = parseJson('{"a":{"b":1}}');
    expect(compileJsonPath('$.a').read(document)).toBe(document instanceof Map ? document.get('a') : undefined);
  });

  it.each([
    '',
    '$.',
    '$..',
    '$.store.',
    '$[',
    "$['a",
    '$x',
    '$.a[b]',
    '$.a b',
    '$.a[?(]',
    '$.a[?()]',
    '$.a[]',
    '$.a[?(@.b = 1)]',
  ])('refuses %j with a place, as Jayway refuses it', (path) => {
    expect(() => compileJsonPath(path)).toThrow(JsonPathSyntaxError);
  });

  it.each(['$.a.nope()', '$.a.length().b', '$.a[?(@.b =~ /(/)]', '$.a[?(@.b near 1)]', '$.a[0:4:2]'])(
    'refuses %j',
    (path) => {
      expect(() => compileJsonPath(path)).toThrow(JsonPathSyntaxError);
    },
  );

  it('bounds nesting and the work of nested deep scans', () => {
    const nested = `${'$[?('.repeat(60)}@.a${')]'.repeat(60)}`;
    expect(() => compileJsonPath(nested.replaceAll('?($', '?(@'))).toThrow('Too deeply nested');
    expect(() => compileJsonPath(`$.${'a'.repeat(JSON_PATH_LIMITS.maxPathLength)}`)).toThrow('too long');
    const wide = parseJson(`[${'[1],'.repeat(3_000)}1]`);
    expect(() => compileJsonPath('$..[?($..[?(@.x)])]').read(wide)).toThrow(JsonPathLimitError);
  });

  it('looks at the document alone, never at what every object inherits', () => {
    for (const name of ['constructor', '__proto__', 'toString', 'size', 'length']) {
      expect(read(`$.${name}`, '{"a":[1]}')).toBeUndefined();
      expect(read(`$.a.${name}`, '{"a":[1]}')).toBeUndefined();
    }
  });

  it('never fails with anything but its own errors', () => {
    const piece = fc.constantFrom(
      '$',
      '@',
      '.',
      '..',
      'a',
      '*',
      '[',
      ']',
      '?(',
      ')',
      '0',
      ':',
      ',',
      "'",
      '"',
      '&&',
      '==',
      '!',
      '/',
      ' ',
      '(',
      '-1',
      'in',
    );
    const document = parseJson(NESTED);
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 16 }), (pieces) => {
        try {
          compileJsonPath(`$${pieces.join('')}`).read(document);
        } catch (error) {
          if (!(error instanceof JsonPathSyntaxError || error instanceof JsonPathLimitError)) throw error;
        }
      }),
    );
  });
});
