-- postgres: 14+
-- file: 20250101000000_create_seats.sql
create table if not exists seats (id bigint, place text not null, constraint seats_pkey primary key (id));
-- file: 20250102000000_index_place.sql
drop index concurrently if exists seats_place_idx;
create unique index concurrently seats_place_idx on seats (place);
-- file: 20250103000000_change_key.sql
set lock_timeout = '2s';
do $$ begin
    if to_regclass('public.seats_place_idx') is not null then
        alter table seats drop constraint if exists seats_pkey,
            add constraint seats_pkey primary key using index seats_place_idx;
    end if;
end $$;
reset lock_timeout;
