/** Words that no name may be (Python 3.13, `keyword.kwlist` and `keyword.softkwlist`), and names that models use. */
export const KEYWORDS: ReadonlySet<string> = new Set(
  'False None True and as assert async await break class continue def del elif else except finally for from global if import in is lambda nonlocal not or pass raise return try while with yield match case type Any Dict List TypedDict str float int bool dict'.split(
    ' ',
  ),
);
