-- Who is involved in a record, person or unit: every fact asks it, and the two unique indexes answer only for one of the kinds.
create index involvement_record on involvement (register, record_id);
