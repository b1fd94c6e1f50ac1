-- Words of facts that anybody who may see the record may read: why it was graded so, what it was called before.
create table search_fact (
  fact_id uuid primary key,
  register text not null,
  subject_id uuid not null,
  position bigint not null,
  -- As it was said, and in normal form.
  words text not null,
  body text not null collate "C",
  tokens text[] not null collate "C"
);
create index search_fact_tokens on search_fact using gin (tokens) with (gin_pending_list_limit = 512);
create index search_fact_subject on search_fact (register, subject_id);

-- How far the timeline has been read, and by which declarations.
create table search_fact_cursor (
  only_one boolean primary key default true check (only_one),
  position bigint not null,
  digest text not null
);
insert into search_fact_cursor (position, digest) values (0, '');
