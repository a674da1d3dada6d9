/**
 * The steps that lead from an empty file to the format of today, oldest first; a file's `user_version` says how many it
 * has taken. A step that was ever released is never edited: a change is a further step.
 */
export const MIGRATIONS: readonly string[] = [
  `
  create table documents (
    kind text not null,
    account text not null,
    region text not null,
    id text not null,
    version integer not null,
    value text not null,
    primary key (kind, account, region, id)
  ) strict, without rowid;

  create table commits (
    sequence integer primary key,
    changes text not null
  ) strict;
  `,
];

/** What marks a file as a store of ours (`PRAGMA application_id`): "SLYP". */
export const APPLICATION_ID = 0x534c5950;
