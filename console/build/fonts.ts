import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';

const EMBEDDED = /data:font\/woff2;base64,([A-Za-z0-9+/=]+)/g;

/**
 * Writes the fonts that Cloudscape embeds in its style sheet as files: the page's policy names no `data:` for fonts, and a
 * browser then fetches only those weights that a page shows.
 */
export function fonts(): Plugin {
  return {
    name: 'sallyport:fonts',
    apply: 'build',
    generateBundle(_, bundle) {
      for (const asset of Object.values(bundle)) {
        if (asset.type !== 'asset' || !asset.fileName.endsWith('.css')) continue;
        asset.source = String(asset.source).replace(EMBEDDED, (_match, base64: string) => {
          const source = Buffer.from(base64, 'base64');
          const name = `font-${createHash('sha256').update(source).digest('hex').slice(0, 8)}.woff2`;
          this.emitFile({ type: 'asset', fileName: `assets/${name}`, source });
          // Both stand in assets/.
          return name;
        });
      }
    },
  };
}
