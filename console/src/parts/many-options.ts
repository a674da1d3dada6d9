/** From so many on options are searched, and from so many on only those in sight are in the document. */
const [SEARCHED, VIRTUAL] = [10, 100];

/** What a `Select` needs that offers what a list of the API holds, of which there may be thousands. */
export function manyOptions(label: string, count: number) {
  return {
    filteringType: count > SEARCHED ? 'auto' : 'none',
    filteringAriaLabel: label,
    virtualScroll: count > VIRTUAL,
  } as const;
}
