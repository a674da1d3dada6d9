/** A figure as a bar. */
export interface Bar {
  /** Shown once for bars of one label that follow each other. */
  readonly label: string;
  readonly value: number;
  /** The figure as it is to be read, such as `19 us`. */
  readonly text: string;
  /** Its colour, and the legend's entry that it belongs to when there is a legend; 0 unless it is given. */
  readonly series?: number;
}

export interface BarChart {
  readonly title: string;
  /** What is compared, and which way is better. */
  readonly caption: string;
  readonly bars: readonly Bar[];
  /** Names of the series, where there is more than one. */
  readonly legend?: readonly string[];
  /** A line across the bars, where the limit lies. */
  readonly limit?: { readonly value: number; readonly text: string };
}

const WIDTH = 760;
const LABELS = 210;
/** Room for the figures behind the longest bar. */
const FIGURES = 130;
const ROW = 26;
const BAR = 18;
const HEAD = 62;
const ENTRY = 84;
const FOOT = 16;
/** Apart in lightness, so that they can be told apart without colour. */
const COLOURS = ['#0b6e99', '#4fa3c7', '#a9d3e6'] as const;

/** Draws horizontal bars from zero as an SVG document that reads on light and dark pages and to screen readers. */
export function barChart({ title, caption, bars, legend = [], limit }: BarChart): string {
  const most = Math.max(...bars.map(({ value }) => value), limit?.value ?? 0);
  const scale = (value: number) => round(most > 0 ? (value / most) * (WIDTH - LABELS - FIGURES) : 0);
  const bottom = HEAD + bars.length * ROW;
  const height = bottom + FOOT + (limit === undefined ? 0 : 14);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-labelledby="title caption">
<title id="title">${escaped(title)}</title>
<desc id="caption">${escaped(caption)} ${escaped(bars.map((bar) => inWords(bar, legend)).join('; '))}.</desc>
<style>
text { font: 13px system-ui, sans-serif; fill: #1a1a1a }
.title { font-size: 16px; font-weight: 600 }
.caption, .limit { font-size: 12px; fill: #555 }
.end { text-anchor: end }
.line { stroke: #b3261e; stroke-dasharray: 4 3 }
.page { fill: #fff }
.figure { paint-order: stroke; stroke: #fff; stroke-width: 5px }
@media (prefers-color-scheme: dark) { text { fill: #eee } .caption, .limit { fill: #aaa } .page { fill: #16191d } .figure { stroke: #16191d } }
</style>
<rect class="page" width="${WIDTH}" height="${height}"/>
<text class="title" x="12" y="24">${escaped(title)}</text>
<text class="caption" x="12" y="44">${escaped(caption)}</text>
${legend.map((name, index) => legendEntry(name, index, legend.length)).join('\n')}
${limit === undefined ? '' : limitLine(limit.text, LABELS + scale(limit.value), bottom)}
${bars.map((bar, row) => drawn(bar, bars[row - 1]?.label === bar.label, HEAD + row * ROW, scale(bar.value))).join('\n')}
</svg>
`;
}

function inWords({ label, text, series = 0 }: Bar, legend: readonly string[]): string {
  return `${[label, ...legend.slice(series, series + 1)].join(' ')}: ${text}`;
}

function drawn({ label, text, series = 0 }: Bar, isRepeated: boolean, y: number, width: number): string {
  const middle = y + BAR / 2 + 4;
  const shown = isRepeated ? '' : label;
  return `<text class="end" x="${LABELS - 10}" y="${middle}">${escaped(shown)}</text><rect x="${LABELS}" y="${y}" width="${width}" height="${BAR}" rx="2" fill="${colour(series)}"/><text class="figure" x="${round(LABELS + width + 8)}" y="${middle}">${escaped(text)}</text>`;
}

function legendEntry(name: string, index: number, count: number): string {
  const x = WIDTH - ENTRY * (count - index) - 12;
  return `<rect x="${x}" y="13" width="11" height="11" fill="${colour(index)}"/><text x="${x + 16}" y="23">${escaped(name)}</text>`;
}

function limitLine(text: string, x: number, bottom: number): string {
  return `<line class="line" x1="${x}" x2="${x}" y1="${HEAD - 6}" y2="${bottom}"/><text class="limit" x="${x}" y="${bottom + 12}" text-anchor="middle">${escaped(text)}</text>`;
}

function colour(series: number): string {
  return COLOURS[series % COLOURS.length] ?? COLOURS[0];
}

function round(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);
}
