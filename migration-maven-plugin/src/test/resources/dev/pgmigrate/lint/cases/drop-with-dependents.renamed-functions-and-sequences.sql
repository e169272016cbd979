-- postgres: 14+
-- refused: 2BP01
-- file: 20250101000000_create.sql
create table notes (id bigserial primary key);
create function touch() returns trigger language plpgsql as $$ begin return new; end $$;
create trigger notes_touch before update on notes for each row execute function touch();
alter function touch() rename to stamp;
-- file: 20250102000000_drop.sql
-- finding: trigger `notes_touch` on `public.notes` depends on the function `stamp`
drop function stamp();
