-- refused: 42710
-- file: 20250101000000_create.sql
create table events (id bigint, day date, kind text) partition by range (day);
create table events_2025 partition of events for values from ('2025-01-01') to ('2026-01-01') partition by list (kind);
create table events_2025_a partition of events_2025 for values in ('a');
create table notes (id bigint);
create table private_notes (owner bigint) inherits (notes);
-- file: 20250102000000_add.sql
alter table events add column note text;
alter table events add constraint events_note check (note <> '');
alter table notes add constraint notes_id check (id > 0);
-- finding: `events_note`
alter table events_2025_a add constraint events_note check (note <> 'a');
-- file: 20250103000000_drop.sql
alter table events drop column note;
alter table events_2025_a rename to events_a;
alter table events add column note text;
alter table events add constraint events_note check (note <> '-');
alter table only notes add constraint notes_only check (id > 2) no inherit;
alter table private_notes add constraint notes_only check (id > 3);
