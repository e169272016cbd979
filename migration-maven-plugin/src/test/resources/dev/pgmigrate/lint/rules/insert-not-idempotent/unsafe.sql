-- postgres: 14+
-- file: 20250101000000_create_moods.sql
create table if not exists moods (id bigint primary key, name text);
-- finding: inserted into `moods` again
insert into moods (id, name) values (1, 'happy');
