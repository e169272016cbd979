-- file: 20250101000000_create.sql
create domain score as integer constraint low check (value >= 0);
create domain code as text check (value <> '');
-- file: 20250102000000_add.sql
-- finding: `high` on `score`
alter domain score add constraint high check (value <= 100);
alter domain public.score drop constraint if exists even;
alter domain score add constraint even check (value % 2 = 0);
alter domain score add check (value <> 13);
alter domain score set not null;
do $$ begin
    alter domain code add constraint short check (length(value) < 9);
exception when duplicate_object then null;
end $$;
drop domain if exists fresh;
create domain fresh as integer;
alter domain fresh add constraint low check (value > 0);
