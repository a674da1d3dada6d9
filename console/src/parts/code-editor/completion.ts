import {
  autocompletion,
  type CompletionContext,
  type CompletionResult,
  completionKeymap,
} from '@codemirror/autocomplete';
import type { Extension } from '@codemirror/state';
import { keymap } from '@codemirror/view';

/** One of what may stand at the cursor. */
export interface Suggestion {
  /** What is shown and searched by what was typed. */
  readonly label: string;
  /** What is inserted, where it is not the label. */
  readonly insert?: string;
  /** A word about it, at its right. */
  readonly detail?: string;
}

export interface Suggestions {
  /** Where what was typed of it begins; offsets from 0. */
  readonly from: number;
  /** Up to where it is replaced, where that is not the cursor. */
  readonly to?: number;
  readonly options: readonly Suggestion[];
}

/** @param at the cursor's offset, from 0 */
export type Complete = (text: string, at: number) => Promise<Suggestions | undefined> | Suggestions | undefined;

/** Suggests while something is typed and at Ctrl+Space; Enter takes one, Escape closes the list, Tab leaves the editor as ever. */
export function completion(complete: Complete): Extension {
  async function source(context: CompletionContext): Promise<CompletionResult | null> {
    const found = await complete(context.state.doc.toString(), context.pos);
    if (!found || context.aborted) return null;
    const { from, to = context.pos, options } = found;
    return {
      from,
      to,
      options: options.map(({ label, insert, detail }) => ({
        label,
        ...(insert !== undefined && { apply: insert }),
        ...(detail !== undefined && { detail }),
      })),
      validFor: /^[\w:*\-/.]*$/,
    };
  }
  return [autocompletion({ override: [source], icons: false }), keymap.of(completionKeymap)];
}
