import type { JSX } from 'react';
import { NamedValues } from '../../../../parts/named-values.tsx';
import { http } from '../../../../texts/en/http.ts';
import { parts } from '../../../../texts/en/parts.ts';
import { mappingsOf } from './mapping.ts';

const texts = http.integration.mapping;

interface Props {
  readonly title: string;
  readonly parameters: Readonly<Record<string, string>> | undefined;
}

/** Mappings, a row each. */
export function ShownMappings({ title, parameters }: Props): JSX.Element {
  return (
    <NamedValues
      title={title}
      empty={texts.none}
      values={mappingsOf(parameters).map(({ operation, target, value }) => [
        `${texts.operations[operation]} ${target}`,
        value || parts.none,
      ])}
    />
  );
}
