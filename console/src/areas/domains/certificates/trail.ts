import { certificates as texts } from '../../../texts/en/certificates.ts';

/** Breadcrumbs of the pages below the list. */
export const TRAIL = [
  { text: texts.service, path: '/certificates' },
  { text: texts.title, path: '/certificates' },
];
