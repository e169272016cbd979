-- file: 20250101000000_parcels.sql
create table if not exists parcels (id bigint primary key, weight int);
create table if not exists depots (id bigint);
create or replace function stamp() returns trigger language plpgsql as 'begin return new; end';
-- file: 20250102000000_index.sql
-- finding: index `parcels_heavy` on `public.parcels` depends on the function `heavy` when the file runs again
drop function if exists heavy(int);
create function heavy(int) returns boolean language sql immutable as 'select $1 > 10';
create index if not exists parcels_heavy on parcels (id) where heavy(weight);
-- file: 20250103000000_check.sql
-- finding: constraint `crates_weight` on `public.crates` depends on the function `light` when the file runs again
drop function if exists light(int);
create function light(int) returns boolean language sql immutable as 'select $1 < 10';
create table if not exists crates (id bigint primary key, weight int, constraint crates_weight check (light(weight)));
-- file: 20250104000000_trigger.sql
-- finding: trigger `stamped` on `public.parcels` depends on the function `odd` when the file runs again
drop function if exists odd(int);
create function odd(int) returns boolean language sql immutable as 'select $1 % 2 = 1';
create or replace trigger stamped before insert on parcels for each row when (odd(new.weight)) execute function stamp();
-- file: 20250105000000_partition.sql
-- finding: partition key of `public.letters` depends on the function `zone` when the file runs again
drop function if exists zone(int);
create function zone(int) returns int language sql immutable as 'select $1 / 100';
create table if not exists letters (id bigint, place int) partition by range (zone(place));
-- file: 20250106000000_routine.sql
-- finding: function `public.total()` depends on the function `rate` when the file runs again
drop function if exists rate();
create function rate() returns int language sql as 'select 1';
create or replace function total() returns int language sql return rate();
-- file: 20250107000000_atomic.sql
-- finding: function `public.heaviest()` depends on the view `weights` when the file runs again
drop view if exists weights;
create view weights as select weight from parcels;
create or replace function heaviest() returns int language sql begin atomic select max(weight) from weights; end;
-- file: 20250108000000_domain.sql
-- finding: domain `public.route` depends on the type `way` when the file runs again
drop type if exists way;
create type way as enum ('air', 'sea');
do $$ begin create domain route as way; exception when duplicate_object then null; end $$;
-- file: 20250109000000_cast.sql
-- finding: view `public.moods` depends on the type `mood` when the file runs again
drop type if exists mood;
create type mood as enum ('ok');
create or replace view moods as select 'ok'::mood as mood;
-- file: 20250110000000_sequence.sql
-- finding: default of column `id` on `public.bills` depends on the sequence `bill_numbers` when the file runs again
drop sequence if exists bill_numbers;
create sequence bill_numbers;
create table if not exists bills (id bigint primary key default nextval('bill_numbers'));
-- file: 20250111000000_heir.sql
-- finding: table `public.vans` depends on the table `vehicles` when the file runs again
drop table if exists vehicles;
create table vehicles (id bigint primary key);
create table if not exists vans (load int) inherits (vehicles);
-- file: 20250112000000_key.sql
-- finding: foreign key `tours_depot_id_fkey` on `public.tours` depends on the constraint `depots_pkey` of `depots` when the file runs again
alter table depots drop constraint if exists depots_pkey, add constraint depots_pkey primary key (id);
create table if not exists tours (id bigint primary key, depot_id bigint references depots);
-- file: 20250113000000_index.sql
-- finding: foreign key `stops_weight_fkey` on `public.stops` depends on the index `parcels_weight` when the file runs again
drop index if exists parcels_weight;
create unique index parcels_weight on parcels (weight);
create table if not exists stops (id bigint primary key, weight int references parcels (weight));
-- file: 20250114000000_column.sql
-- finding: view `public.notes` depends on the column `note` of `parcels` when the file runs again
alter table parcels drop column if exists note, add column note text;
create or replace view notes as select note from parcels;
-- file: 20250115000000_nothing.sql
drop sequence if exists free_numbers;
create sequence free_numbers;
drop function if exists named_only();
create function named_only() returns int language sql as 'select 1';
create or replace function in_a_text() returns int language sql as 'select named_only()';
alter table crates drop constraint if exists crates_id_key, add constraint crates_id_key unique (id, weight);
