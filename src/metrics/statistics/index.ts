/** Statistics by CloudWatch's names: what they are, and what a bucket says of them. */
export { parseStatistic, type Statistic } from './parse.ts';
export { statisticOf } from './statistic-of.ts';
