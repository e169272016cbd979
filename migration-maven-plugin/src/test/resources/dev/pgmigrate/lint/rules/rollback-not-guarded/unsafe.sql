-- postgres: 14+
-- file: 20250101000000_create_notes.sql
create table if not exists notes (id bigint primary key);
-- file: rollback/20250101000000_create_notes.sql
-- finding: Where the table `notes` is gone already
drop table notes;
