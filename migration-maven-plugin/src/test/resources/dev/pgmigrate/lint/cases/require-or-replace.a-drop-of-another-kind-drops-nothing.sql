-- postgres: 14+
-- file: 20250101000000_create.sql
create table if not exists notes (id bigint primary key, body text);
create table if not exists short_notes (id bigint primary key, body text);
-- file: 20250102000000_views.sql
do $$ begin
    drop table if exists short_notes;
exception when wrong_object_type then null;
end $$;
-- finding: `short_notes`
create view short_notes as select id from notes where length(body) < 9;
