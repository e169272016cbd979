-- postgres: 14+
-- file: 20250101000000_create_notes.sql
create table if not exists notes (id bigint primary key, body text, changed_at timestamptz);
create or replace function touch() returns trigger language plpgsql as $$
begin
    -- finding: has no column `updated_at`
    new.updated_at := now();
    return new;
end
$$;
create or replace trigger notes_touch before update on notes for each row execute function touch();
