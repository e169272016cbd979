-- postgres: 14+
-- file: 20250101000000_create_notes.sql
create table if not exists notes (id bigint primary key, changed_at timestamptz);
create or replace function touch() returns trigger language plpgsql set search_path = '' as $$
begin
    new.changed_at := now();
    return new;
end
$$;
create or replace trigger notes_touch before update on notes for each row execute function touch();
-- file: 20250102000000_drop_touch.sql
set lock_timeout = '2s';
drop trigger if exists notes_touch on notes;
drop function if exists touch();
reset lock_timeout;
