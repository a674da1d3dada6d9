import { employee } from './guide/employee-record.ts';
import type { GuideExample } from './guide/guide-example.ts';
import { news } from './guide/news-articles.ts';
import { photos } from './guide/photos.ts';
import { produce } from './guide/produce-department.ts';
import { invoice } from './guide/sales-invoice.ts';

/** The guide's worked examples of mapping templates. */
export const GUIDE_EXAMPLES: readonly GuideExample[] = [photos, news, invoice, employee, produce];
