-- postgres: 14+
-- refused: 0A000, 42P16
-- file: 20250101000000_types.sql
create table if not exists places (city text, zip int);
create table if not exists people (id bigint primary key, home places, former places[]);
create type point_of_time as (day date, hour int);
create domain even as int;
create domain smaller_even as even check (value < 100);
create type pair as (a even, b even);
create type span as range (subtype = point_of_time);
create table if not exists meetings (id bigint primary key, during span, sizes pair, plain even, small smaller_even);
create table if not exists lone (a int, date date);
-- file: 20250102000000_changes.sql
-- finding: `public.people.home` holds values
alter table places alter column zip type bigint;
-- finding: `public.people.home` holds values
alter table places add column country text default 'NL';
alter table places add column street text;
alter table places add column house text default null;
alter table lone alter column a type bigint;
alter table lone rename to date;
alter table "date" add column other date;
-- finding: `public.meetings.during` holds values
alter type point_of_time alter attribute hour type bigint;
alter type point_of_time add attribute minute int;
-- finding: would hold a value of its own type
alter type point_of_time add attribute around span;
-- finding: would hold a value of its own type
alter table people add column parents people[];
-- finding: `public.meetings.sizes` holds values
alter domain even add constraint even_check check (value % 2 = 0);
alter domain even add constraint later check (value % 2 = 0) not valid;
alter table meetings drop column sizes;
alter domain even add constraint even_check check (value % 2 = 0);
