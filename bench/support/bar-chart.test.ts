import { describe, expect, it } from 'vitest';
import { type BarChart, barChart } from './bar-chart.ts';

const chart: BarChart = {
  title: 'CPU of a request',
  caption: 'Less is better.',
  bars: [
    { label: 'nginx', value: 20, text: '20 us' },
    { label: 'a <b> & "c"', value: 5, text: '5.0 us', series: 1 },
    { label: 'none', value: 0, text: '0 us' },
  ],
};

/** The widths of the bars in the order of their rows. */
const widths = (svg: string) =>
  [...svg.matchAll(/<rect x="\d+" y="\d+" width="([\d.]+)" height="18"/g)].map(([, width]) => Number(width));

describe('a bar chart', () => {
  it('has bars as long as what they stand for', () => {
    const [longest = 0, quarter = 0, none] = widths(barChart(chart));
    expect(longest).toBeGreaterThan(100);
    expect(quarter).toBeCloseTo(longest / 4, 0);
    expect(none).toBe(0);
  });

  it('makes room for a limit beyond the longest bar, and marks it', () => {
    const svg = barChart({ ...chart, limit: { value: 40, text: 'limit: 2x' } });
    const [longest = 0] = widths(svg);
    const line = Number(/<line class="line" x1="([\d.]+)"/.exec(svg)?.[1]);
    expect(longest).toBeCloseTo((line - 210) / 2, 0);
    expect(svg).toContain('limit: 2x');
  });

  it('lets no text become markup', () => {
    expect(barChart(chart)).not.toContain('<b>');
    expect(barChart(chart)).toContain('a &#60;b&#62; &#38; &#34;c&#34;');
  });

  it('is well-formed: every element that is opened is closed', () => {
    const open: string[] = [];
    for (const [, closing, name = '', rest = ''] of barChart(chart).matchAll(/<(\/?)([a-z]+)([^>]*)>/g)) {
      if (closing === '/') expect(open.pop()).toBe(name);
      else if (!rest.endsWith('/')) open.push(name);
    }
    expect(open).toEqual([]);
  });

  it('says its figures in words', () => {
    expect(barChart(chart)).toContain('nginx: 20 us; ');
    const bars = [
      { label: 'nginx', value: 1, text: '1 ms' },
      { label: 'nginx', value: 2, text: '2 ms', series: 1 },
    ];
    const svg = barChart({ ...chart, bars, legend: ['p50', 'p99'] });
    expect(svg).toContain('nginx p50: 1 ms; nginx p99: 2 ms.');
    expect(svg.match(/>nginx<\/text>/g)).toHaveLength(1);
  });

  it('can be drawn of nothing', () => {
    expect(barChart({ title: 't', caption: 'c', bars: [] })).toContain('</svg>');
  });
});
