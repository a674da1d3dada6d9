import {
  borderRadiusInput,
  colorBackgroundContainerContent,
  colorBackgroundItemSelected,
  colorBackgroundLayoutMain,
  colorBorderDividerDefault,
  colorBorderInputDefault,
  colorBorderItemFocused,
  colorTextBodyDefault,
  colorTextBodySecondary,
} from '@cloudscape-design/design-tokens';
import { HighlightStyle } from '@codemirror/language';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

/** Colours are Cloudscape's custom properties, which reach into the shadow root and follow the theme. */
export const theme = EditorView.theme({
  '&': {
    color: colorTextBodyDefault,
    backgroundColor: colorBackgroundContainerContent,
    border: `1px solid ${colorBorderInputDefault}`,
    borderRadius: borderRadiusInput,
    fontSize: '13px',
    overflow: 'hidden',
  },
  '&.cm-focused': { outline: `2px solid ${colorBorderItemFocused}`, outlineOffset: '1px' },
  '.cm-scroller': {
    fontFamily: 'Monaco, Menlo, Consolas, "Courier Prime", Courier, "Courier New", monospace',
    lineHeight: '20px',
    overflow: 'auto',
  },
  '.cm-content': { caretColor: colorTextBodyDefault },
  '.cm-cursor': { borderLeftColor: colorTextBodyDefault },
  '.cm-gutters': {
    color: colorTextBodySecondary,
    backgroundColor: colorBackgroundLayoutMain,
    borderRight: `1px solid ${colorBorderDividerDefault}`,
  },
  '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'transparent' },
  '&.cm-focused .cm-selectionBackground, .cm-selectionBackground': {
    backgroundColor: `${colorBackgroundItemSelected} !important`,
  },
  '.cm-panels, .cm-tooltip': { color: colorTextBodyDefault, backgroundColor: colorBackgroundContainerContent },
  '.cm-tooltip': { border: `1px solid ${colorBorderDividerDefault}` },
  '.cm-tooltip-autocomplete ul li[aria-selected]': {
    color: colorTextBodyDefault,
    backgroundColor: colorBackgroundItemSelected,
  },
});

/** Each colour stands against both backgrounds with at least 4.5 to 1 (WCAG 2.2, 1.4.3). */
export const highlighting = HighlightStyle.define([
  { tag: [tags.keyword, tags.operatorKeyword, tags.controlKeyword], color: 'light-dark(#8b1a8b, #d7a6ff)' },
  { tag: [tags.string, tags.special(tags.string)], color: 'light-dark(#116329, #7ee787)' },
  { tag: [tags.number, tags.bool, tags.null, tags.atom], color: 'light-dark(#0550ae, #79c0ff)' },
  {
    tag: [tags.propertyName, tags.variableName, tags.definition(tags.variableName)],
    color: 'light-dark(#953800, #ffa657)',
  },
  { tag: [tags.comment, tags.meta], color: 'light-dark(#57606a, #a5afba)', fontStyle: 'italic' },
  { tag: tags.invalid, color: 'light-dark(#cf222e, #ff7b72)' },
]);
