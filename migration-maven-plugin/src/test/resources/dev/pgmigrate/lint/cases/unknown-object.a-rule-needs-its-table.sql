-- refused: 42P01
-- file: 20250101000000_create.sql
create table notes (id bigint primary key);
create rule quiet as on delete to notes do instead nothing;
-- file: 20250102000000_gone.sql
drop table notes;
-- finding: `notes`
create rule quiet as on delete to notes do instead nothing;
-- finding: `notes`
create index notes_id on notes (id);
