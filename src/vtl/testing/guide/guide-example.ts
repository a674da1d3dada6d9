/** A worked example of the guide: its data, its mappings, and what its page says comes out. */
export interface GuideExample {
  readonly name: string;
  readonly payload: unknown;
  readonly mappings: readonly { readonly template: string; readonly result: unknown }[];
}

/** How the guide puts commas between the rounds of a loop. */
export const SEPARATOR = '#if($foreach.hasNext),#end';
