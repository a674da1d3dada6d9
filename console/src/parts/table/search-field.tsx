import TextFilter from '@cloudscape-design/components/text-filter';
import { type JSX, useEffect, useState } from 'react';
import { useQueryParam } from '../../routing/index.ts';
import { parts } from '../../texts/en/parts.ts';

const texts = parts.table;
/** The address follows the search a moment later: whoever types must not wait for it. */
const TYPING_PAUSE_MS = 300;

interface Props {
  /** The parameter of the address that keeps the search. */
  readonly parameter: string;
  /** How many fit what is shown. */
  readonly found: number;
  onSearch(text: string): void;
}

/** What is typed stands in this field alone, so that a key costs no more than the field; the table follows. */
export function SearchField({ parameter, found, onSearch }: Props): JSX.Element {
  const [search, setSearch] = useQueryParam(parameter);
  const [typed, setTyped] = useState(search);
  useEffect(() => {
    if (typed === search) return undefined;
    const timer = setTimeout(() => setSearch(typed), TYPING_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed, search, setSearch]);
  return (
    <TextFilter
      filteringText={typed}
      onChange={({ detail }) => {
        setTyped(detail.filteringText);
        onSearch(detail.filteringText);
      }}
      filteringPlaceholder={texts.search}
      filteringAriaLabel={texts.search}
      countText={texts.matches(found)}
    />
  );
}
