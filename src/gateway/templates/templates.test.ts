import { describe, expect, it } from 'vitest';
import { StageModels } from '../models/index.ts';
import { compileTemplates, type RequestChoice, requestTemplate, responseTemplate } from './index.ts';

const compile = (texts: Record<string, string>, warnings: string[] = []) =>
  compileTemplates(texts, 'Request template', {
    stageVariables: undefined,
    models: new StageModels([], 'api1234567'),
    warn: (message) => warnings.push(message),
  });

const text = (template: RequestChoice | undefined): string | undefined => {
  if (typeof template !== 'object') return template;
  return template.kind === 'static' ? template.body.toString() : template.kind;
};

describe('a template', () => {
  it.each(['{"statusCode": 200}', 'costs $5 or 5$', '# of things', '{"a": "#1"}'])('%j is its own text', (source) => {
    expect(text(compile({ a: source }).get('a'))).toBe(source);
  });

  it('that is empty lets the payload pass (fact D22)', () => {
    expect(compile({ a: '' }).get('a')).toEqual({ kind: 'passthrough' });
  });

  it.each([
    "$input.json('$')",
    `\${context.stage}`,
    '$!x',
    '#set($a = 1)',
    '#if(true)x#end',
    '#@macro',
    '## note',
    '#* note *#',
  ])('%j is rendered', (source) => {
    expect(compile({ 'application/json': source }).get('application/json')?.kind).toBe('rendered');
  });

  it('that is not valid is refused by name, with line and column', () => {
    const warnings: string[] = [];
    expect(compile({ 'application/json': '{\n  #if(' }, warnings).get('application/json')?.kind).toBe('refused');
    expect(warnings).toEqual([expect.stringMatching(/^Request template "application\/json" .* line 2, column \d+$/)]);
  });
});

describe('the request template', () => {
  const templates = compile({ 'application/json': 'json', 'text/xml': 'xml' });
  const choose = (
    contentType: string | undefined,
    passthroughBehavior: 'WHEN_NO_MATCH' | 'WHEN_NO_TEMPLATES' | 'NEVER' = 'WHEN_NO_MATCH',
    from = templates,
  ) => requestTemplate({ templates: from, passthroughBehavior }, contentType);

  it('goes by the media type without parameters; without a type by application/json (fact D20)', () => {
    expect(text(choose('text/xml'))).toBe('xml');
    expect(text(choose('Application/JSON; charset=utf-8'))).toBe('json');
    expect(text(choose(undefined))).toBe('json');
  });

  it('falls back on $default (fact D20)', () => {
    expect(text(choose('text/plain', 'NEVER', compile({ $default: 'any' })))).toBe('any');
  });

  it('when none fits, goes by passthroughBehavior (fact D21)', () => {
    const none = compile({});
    expect(text(choose('text/plain', 'WHEN_NO_MATCH'))).toBe('passthrough');
    expect(choose('text/plain', 'WHEN_NO_TEMPLATES')).toBe('unsupported');
    expect(text(choose('text/plain', 'WHEN_NO_TEMPLATES', none))).toBe('passthrough');
    expect(choose('text/plain', 'NEVER')).toBe('unsupported');
    expect(choose('text/plain', 'NEVER', none)).toBe('unsupported');
  });
});

describe('the response template (fact D22)', () => {
  it('goes by the first accepted type, then application/json, then the first', () => {
    const both = compile({ 'text/xml': 'xml', 'application/json': 'json' });
    expect(text(responseTemplate(both, 'text/xml, application/json'))).toBe('xml');
    expect(text(responseTemplate(both, undefined))).toBe('json');
    expect(text(responseTemplate(both, 'image/png'))).toBe('json');
    expect(text(responseTemplate(compile({ 'text/xml': 'xml', 'text/plain': 'plain' }), 'image/png'))).toBe('xml');
  });

  it('lets the body pass when none is defined, and when it is empty', () => {
    expect(text(responseTemplate(compile({}), 'text/xml'))).toBe('passthrough');
    const both = compile({ 'application/json': '', 'application/xml': 'xml' });
    expect(text(responseTemplate(both, undefined))).toBe('passthrough');
  });
});
