import { describe, expect, it } from 'vitest';
import { escapeJavaScript, TemplateRenderError } from '../index.ts';
import { render } from '../testing/render.ts';

describe('$util', () => {
  // Expected texts: commons-lang 2.6, StringEscapeUtils.escapeJavaScript.
  it.each([
    ["it's", "it\\'s"],
    ['"q"', '\\"q\\"'],
    ['a/b', 'a\\/b'],
    ['\\', '\\\\'],
    ['é€😀', '\\u00E9\\u20AC\\uD83D\\uDE00'],
    ['\n\t\u0001\u007f\u0080', '\\n\\t\\u0001\u007f\\u0080'],
  ])('escapes %j as commons-lang does', (text, escaped) => {
    expect(escapeJavaScript(text)).toBe(escaped);
  });

  it("fact D42: escapeJavaScript turns ' into \\', which authors turn back", () => {
    const body = JSON.stringify({ s: 'it\'s "x"' });
    expect(render("$util.escapeJavaScript($input.path('$.s'))", { body })).toBe('it\\\'s \\"x\\"');
    expect(render(`$util.escapeJavaScript($input.path('$.s')).replaceAll("\\\\'","'")`, { body })).toBe(
      'it\'s \\"x\\"',
    );
  });

  it('fact D42: escapeJavaScript gives null for nothing, {} for the empty text', () => {
    expect(render("$util.escapeJavaScript('')")).toBe('{}');
    expect(render('$util.escapeJavaScript(null)')).toBe('null');
    expect(render('$util.escapeJavaScript(5) $util.escapeJavaScript(true)')).toBe('5 true');
  });

  it('fact D43: parseJson gives what can be walked through', () => {
    expect(render(`#set($o = $util.parseJson('{"a":{"b":[1,{"c":"x"}]}}'))$o.a.b[1].c $o.a.b[0] $o`)).toBe(
      'x 1 {a={b=[1,{"c":"x"}]}}',
    );
    // localstack issue 9487: a list prints as JSON.
    expect(render(`$util.parseJson('[{"val": 0}, {"val": 2}]')`)).toBe('[{"val":0},{"val":2}]');
    expect(() => render("$util.parseJson('{')")).toThrow(TemplateRenderError);
  });

  it('fact D43: urlEncode is form encoding', () => {
    expect(render("$util.urlEncode('x=a+b c/ü*-._~')")).toBe('x%3Da%2Bb+c%2F%C3%BC*-._%7E');
    expect(render("$util.urlDecode('x%3Da%2Bb+c%2F%C3%BC')")).toBe('x=a+b c/ü');
    expect(() => render("$util.urlDecode('%zz')")).toThrow(TemplateRenderError);
  });

  it('fact D43: base64 is that of UTF-8', () => {
    expect(render("$util.base64Encode('Grüße')")).toBe('R3LDvMOfZQ==');
    expect(render("$util.base64Decode('R3LDvMOfZQ==')")).toBe('Grüße');
  });
});
