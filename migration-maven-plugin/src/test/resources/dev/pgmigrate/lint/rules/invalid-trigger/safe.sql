-- postgres: 14+
-- file: 20250101000000_watch_notes.sql
create table if not exists notes (id bigint primary key, body text);
create or replace view recent_notes as select id, body from notes;
create or replace function note_written() returns trigger language plpgsql as $$
begin
    return new;
end
$$;
-- file: 20250102000000_watch_recent_notes.sql
set lock_timeout = '2s';
create or replace trigger recent_notes_written instead of insert on recent_notes for each row execute function note_written();
reset lock_timeout;
