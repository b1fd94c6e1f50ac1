create table "official_document" (
  id uuid primary key,
  number text,
  state text not null,
  version integer not null default 1,
  mark text not null check (mark in ('real', 'drill', 'test')),
  owner_unit_id uuid not null,
  owner_unit_path text not null collate "C",
  area_code text not null collate "C",
  created_at timestamptz not null,
  created_by uuid not null,
  changed_at timestamptz not null,
  changed_by uuid not null,
  changed_fact uuid not null,
  kind text not null,
  subject_register text not null,
  subject_id uuid not null,
  earlier_id uuid references "official_document" (id),
  title text not null,
  text text not null,
  addressee text,
  sent_to text[] default '{}',
  copied_to text[] default '{}',
  urgency text,
  version_number integer not null,
  drafted_by_id uuid references "person" (id) not null,
  submitted_at timestamptz,
  return_reason text,
  signed_by_id uuid references "person" (id),
  signed_at timestamptz,
  official_name text,
  seal_file_id uuid
);
create index on "official_document" (owner_unit_path);
create index on "official_document" (area_code);
create index on "official_document" (earlier_id);
create index on "official_document" (drafted_by_id);
create index on "official_document" (signed_by_id);

create table "official_document_version" (
  id uuid primary key,
  number text,
  state text not null,
  version integer not null default 1,
  mark text not null check (mark in ('real', 'drill', 'test')),
  owner_unit_id uuid not null,
  owner_unit_path text not null collate "C",
  area_code text not null collate "C",
  created_at timestamptz not null,
  created_by uuid not null,
  changed_at timestamptz not null,
  changed_by uuid not null,
  changed_fact uuid not null,
  document_id uuid references "official_document" (id) not null,
  version_number integer not null,
  title text not null,
  text text not null,
  addressee text,
  sent_to text[] default '{}',
  copied_to text[] default '{}',
  unique (document_id, version_number)
);
create index on "official_document_version" (owner_unit_path);
create index on "official_document_version" (area_code);
create index on "official_document_version" (document_id);
create unique index on "official_document" (number) where number is not null;
create index on "official_document" (subject_id, created_at desc);
create index on "official_document" (created_at desc);

-- A saved version, and what was signed, say for good what they said then; only where they belong in the house moves on.
create function official_document_is_fixed() returns trigger language plpgsql as $$
declare
  may_change text[] := '{state,version,changed_at,changed_by,changed_fact,owner_unit_path,area_code}';
begin
  if tg_op = 'UPDATE' then
    if to_jsonb(old) ->> 'number' is null then
      may_change := may_change || 'number'::text;
    end if;
    if (to_jsonb(new) - may_change) = (to_jsonb(old) - may_change) then
      return new;
    end if;
  end if;
  raise exception 'a signed document and a saved version never change';
end $$;
create trigger official_document_version_is_kept before update or delete on "official_document_version"
  for each row execute function official_document_is_fixed();
create trigger official_document_is_fixed before update or delete on "official_document"
  for each row when (old.state = 'signed') execute function official_document_is_fixed();
