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
-- finding: trigger `notes_touch` on `public.notes`, which depends on it
drop function if exists touch();
drop trigger if exists notes_touch on notes;
