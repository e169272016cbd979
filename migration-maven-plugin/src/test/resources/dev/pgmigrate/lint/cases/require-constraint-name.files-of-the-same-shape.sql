-- postgres: 14+
-- file: 20250101000000_create.sql
create table if not exists notes (id bigint primary key, stars int);
-- file: 20250102000000_check.sql
-- finding: beside `notes_stars_check`
alter table notes add check (stars > 1);
-- file: 20250103000000_check.sql
-- finding: beside `notes_stars_check1`
alter table notes add check (stars > 2);
