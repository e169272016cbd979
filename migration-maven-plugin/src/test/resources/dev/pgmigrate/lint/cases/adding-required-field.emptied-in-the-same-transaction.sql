-- postgres: 14+
-- refused: 23502
-- file: 20250101000000_create.sql
create table notes (id bigint primary key);
create table tags (id bigint primary key);
-- file: 20250102000000_truncated.sql
truncate notes, tags;
alter table notes add column body text not null;
insert into tags (id) values (1);
-- finding: `name`
alter table tags add column name text not null;
-- file: 20250103000000_deleted.sql
delete from notes;
-- finding: `title`
alter table notes add column title text not null;
-- file: 20250104000000_truncated_alone.sql
truncate notes;
-- file: 20250105000000_another_transaction.sql
-- finding: `colour`
alter table notes add column colour text not null;
-- file: 20250106000000_perhaps.sql
do $$ begin
    if exists (select from tags where id > 3) then
        truncate notes;
    end if;
end $$;
-- finding: `size`
alter table notes add column size int not null;
-- file: 20250107000000_children.sql
truncate only notes;
-- finding: `weight`
alter table notes add column weight int not null;
-- file: 20250108000000_own_transactions.sql
begin;
truncate tags;
alter table tags add column body text not null;
commit;
-- finding: `more`
alter table tags add column more text not null;
