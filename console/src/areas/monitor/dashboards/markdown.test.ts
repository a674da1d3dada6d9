import { expect, test } from 'vitest';
import { blocksOf, spansOf } from './markdown.ts';

// The marks are those of the CloudWatch user guide, "Using Markdown in CloudWatch".
test('tells headings, lists and paragraphs apart', () => {
  expect(blocksOf('# Shop\nCall us\nat night.\n\n- one\n* two\n## Below')).toEqual([
    { kind: 'heading', level: 1, text: 'Shop' },
    { kind: 'text', text: 'Call us\nat night.' },
    { kind: 'list', items: ['one', 'two'] },
    { kind: 'heading', level: 2, text: 'Below' },
  ]);
  expect(blocksOf('\n \n')).toEqual([]);
});

test('tells what stands in a line, and links to web addresses alone', () => {
  expect(spansOf('See **this** `code`: [guide](https://example.com/a?b=1).')).toEqual([
    { kind: 'plain', text: 'See ' },
    { kind: 'bold', text: 'this' },
    { kind: 'plain', text: ' ' },
    { kind: 'code', text: 'code' },
    { kind: 'plain', text: ': ' },
    { kind: 'link', text: 'guide', href: 'https://example.com/a?b=1' },
    { kind: 'plain', text: '.' },
  ]);
  const script = '[x](javascript:alert(1))';
  expect(spansOf(script)).toEqual([{ kind: 'plain', text: script }]);
});
