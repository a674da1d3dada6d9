import { describe, expect, it } from 'vitest';
import { JsonSyntaxError } from '../../json/index.ts';
import { JsonPathSyntaxError } from '../../jsonpath/index.ts';
import { TemplateRenderError } from '../index.ts';
import { render } from '../testing/render.ts';

describe('$input', () => {
  it('fact D37: body is the raw text; an empty one prints {}', () => {
    expect(render('$input.body', { body: '{ "a" : 10.00 }' })).toBe('{ "a" : 10.00 }');
    expect(render('$input.body')).toBe('{}');
    expect(render('$util.urlEncode($input.body)')).toBe('%7B%7D');
    expect(render("$input.path('$').size()$input.json('$')")).toBe('0{}');
  });

  it('fact D38: json gives JSON text, "" for a path that finds nothing', () => {
    const body = '{"a": {"b": [1, "x", null, true, 2.5]}, "s": "it\'s \\"q\\" /"}';
    expect(render("$input.json('$.a')", { body })).toBe('{"b":[1,"x",null,true,2.5]}');
    expect(render("$input.json('$.s')", { body })).toBe('"it\'s \\"q\\" /"');
    expect(render("$input.json('$.a.b[0]')", { body })).toBe('1');
    expect(render("$input.json('$.nope')", { body })).toBe('""');
    expect(render("$input.json('$..nope')", { body })).toBe('[]');
  });

  it('fact D39: a map prints as Java, a list as JSON, also inside a map; scalars as text', () => {
    const body = '{"a": 1, "b": [{"c": 5}], "s": "x", "f": 10.0, "t": true, "m": {"k": {"l": "v"}}}';
    expect(render("$input.path('$')", { body })).toBe('{a=1, b=[{"c":5}], s=x, f=10.0, t=true, m={k={l=v}}}');
    expect(render("$input.path('$.b')", { body })).toBe('[{"c":5}]');
    expect(render("$input.path('$.s') $input.path('$.a') $input.path('$.t')", { body })).toBe('x 1 true');
    expect(render("$input.path('$')", { body: '[{"a": {"b": 1}}]' })).toBe('[{"a":{"b":1}}]');
    expect(render("$input.path('$.nope')|$input.path('$..nope')", { body })).toBe('|[]');
  });

  // Numbers: json-smart under Jayway JsonPath, and Java's Double.toString.
  it('reads numbers as Java does', () => {
    const body = '{"a": 10.00, "b": 12345678.9, "c": 9007199254740993, "d": 1e3}';
    expect(render("$input.path('$.a') $input.path('$.b') $input.path('$.c') $input.path('$.d')", { body })).toBe(
      '10.0 1.23456789E7 9007199254740993 1000.0',
    );
    expect(render("#set($x = $input.path('$.c') + 1)$x $input.json('$.a')", { body })).toBe('9007199254740994 10.0');
  });

  it('fact D40: params(x) looks in path, then query string, then header; a missing one is empty', () => {
    const request = { path: { a: 'p' }, querystring: { a: 'q', b: 'q' }, header: { a: 'h', b: 'h', c: 'h' } };
    expect(render("$input.params('a')$input.params('b')$input.params('c')|$input.params('d')|", request)).toBe('pqh||');
  });

  it('fact D40: params() is a map of three maps', () => {
    const request = { path: { a: '1' }, querystring: { b: '2' }, header: { 'X-C': '3' } };
    expect(render('$input.params()', request)).toBe('{path={a=1}, querystring={b=2}, header={X-C=3}}');
    expect(render("$input.params().header.get('X-C')$input.params().path.a", request)).toBe('31');
  });

  it('fact D41: size() and count() of a list', () => {
    const body = '{"pets": [{}, {}, {}]}';
    expect(render("$input.path('$.pets').size()$input.path('$.pets').count()", { body })).toBe('33');
  });

  // qiita.com/makisyu, item 649f2c1945bde57c129f: a payload passed on with one member changed.
  it('shows what the template changed', () => {
    const template = `#set($body = $input.path('$'))
#set($body.url = "https://example.tld/$body.id")
$input.json('$')`;
    expect(render(template, { body: '{"id":1,"url":"x"}' })).toBe('{"id":1,"url":"https://example.tld/1"}');
  });

  it('reads a payload tolerantly, and says when even that fails', () => {
    expect(render("$input.path('$.statusCode')", { body: '{statusCode: 200}' })).toBe('200');
    expect(render("$input.path('$')", { body: 'plain text' })).toBe('plain text');
    expect(failure(() => render("$input.path('$.a')", { body: '{"a":' }))).toBeInstanceOf(JsonSyntaxError);
    expect(render('$input.body', { body: '{"a":' })).toBe('{"a":');
  });

  it('says when a path is none', () => {
    expect(failure(() => render("$input.json('$[')", { body: '{}' }))).toBeInstanceOf(JsonPathSyntaxError);
  });
});

/** The cause of a rendering's failure. */
function failure(run: () => unknown): unknown {
  try {
    run();
  } catch (error) {
    return error instanceof TemplateRenderError ? error.cause : error;
  }
  return undefined;
}
