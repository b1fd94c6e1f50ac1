-- A part of a code is found by an index: 570,000 residents were read for each.
create index if not exists resident_person_code_trigrams on "resident" using gin (person_code gin_trgm_ops);
create index if not exists credit_record_record_number_trigrams on "credit_record" using gin (record_number gin_trgm_ops);
create index if not exists credit_record_credit_code_trigrams on "credit_record" using gin (credit_code gin_trgm_ops);
