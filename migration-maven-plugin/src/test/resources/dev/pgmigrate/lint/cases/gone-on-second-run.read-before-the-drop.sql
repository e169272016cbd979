-- file: 20250101000000_create.sql
create table person (id bigint, name text, nick text, born date, note text);
create table contact (person_id bigint, label text);
create table tally (total bigint);
create view named as select id, name from person;
-- file: 20250102000000_move.sql
alter table person add column if not exists label text;
-- finding: `person.name`
update person set label = name where label is null;
-- finding: `person.nick`
insert into contact (person_id, label) select p.id, p.nick from person as p where p.nick is not null;
-- finding: `person.born`
create table if not exists birthdays as select id, born from person;
-- finding: `person.note`
comment on column person.note is 'no longer used';
-- finding: table `tally`
insert into contact (person_id, label) select 0, (select total from tally)::text;
with tally as (select 1 as total) select total from tally;
-- finding: table `public.tally`
delete from contact using public.tally where label = total::text;
select count(label) from person;
drop view if exists named;
alter table person drop column if exists name, drop column if exists nick, drop column if exists born;
alter table person drop column if exists note;
drop table if exists tally;
-- file: 20250103000000_through_a_table_of_its_own.sql
create temporary table kept as select id, label from person;
alter table person drop column if exists label;
alter table person add column if not exists label text;
update person set label = kept.label from kept where kept.id = person.id;
drop table kept;
-- file: 20250104000000_asks_first.sql
do $$ begin
    if exists (select from information_schema.columns
               where table_schema = 'public' and table_name = 'contact' and column_name = 'label') then
        update person set label = c.label from contact c where c.person_id = person.id;
    end if;
end $$;
alter table contact drop column if exists label;
