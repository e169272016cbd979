-- file: 20250101000000_create.sql
create table part (id bigint not null, code text not null, constraint part_pkey primary key (id));
create unique index part_by_code on part (code);
create unique index part_by_id on part (id);
create unique index part_code_key on part (code);
-- file: 20250102000000_other_key.sql
-- finding: index `part_by_code`
alter table part drop constraint if exists part_pkey, add constraint part_pkey primary key using index part_by_code;
-- file: 20250103000000_asks_first.sql
do $$ begin
    if to_regclass('public.part_by_id') is not null then
        alter table part add constraint part_id_key unique using index part_by_id;
    end if;
end $$;
-- file: 20250104000000_under_its_own_name.sql
alter table part add constraint part_code_key unique using index part_code_key;
-- file: 20250105000000_built_each_time.sql
create unique index if not exists part_new on part (id);
alter table part drop constraint if exists part_one, add constraint part_one unique using index part_new;
