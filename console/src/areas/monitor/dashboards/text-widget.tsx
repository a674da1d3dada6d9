import Box, { type BoxProps } from '@cloudscape-design/components/box';
import Link from '@cloudscape-design/components/link';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { JSX } from 'react';
import { dashboards as texts } from '../../../texts/en/dashboards.ts';
import { type Block, blocksOf, type Span, spansOf } from './markdown.ts';
import styles from './widgets-grid.module.css';

/** A text of a dashboard, with its headings, lists and links. */
export function TextWidget({ markdown }: { readonly markdown: string }): JSX.Element {
  return (
    <div className={styles.text}>
      <SpaceBetween size="xs">
        {blocksOf(markdown).map((block, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: blocks have no other identity
          <Part key={at} block={block} />
        ))}
      </SpaceBetween>
    </div>
  );
}

function Part({ block }: { readonly block: Block }): JSX.Element {
  if (block.kind === 'text') return <Line text={block.text} />;
  if (block.kind === 'heading') {
    // The page's title is the only one of level 1.
    const variant = (['h2', 'h3', 'h4', 'h5'] as const)[block.level - 1] ?? 'h5';
    return (
      <Box variant={variant satisfies BoxProps.Variant}>
        <Line text={block.text} />
      </Box>
    );
  }
  return (
    <ul>
      {block.items.map((item, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: items have no other identity
        <li key={at}>
          <Line text={item} />
        </li>
      ))}
    </ul>
  );
}

function Line({ text }: { readonly text: string }): JSX.Element {
  return (
    <>
      {spansOf(text).map((span, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: spans have no other identity
        <Marked key={at} span={span} />
      ))}
    </>
  );
}

function Marked({ span }: { readonly span: Span }): JSX.Element {
  if (span.kind === 'bold') return <b>{span.text}</b>;
  if (span.kind === 'code') return <Box variant="code">{span.text}</Box>;
  if (span.kind !== 'link') return <>{span.text}</>;
  return (
    <Link href={span.href} external externalIconAriaLabel={texts.external}>
      {span.text}
    </Link>
  );
}
