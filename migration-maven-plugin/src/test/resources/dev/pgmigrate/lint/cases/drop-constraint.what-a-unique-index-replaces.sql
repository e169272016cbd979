-- file: 20250101000000_create.sql
create table notes (
    id bigint primary key, slug text,
    constraint slug_there check (slug is not null), constraint slug_once unique (slug)
);
-- file: 20250102000000_replaced.sql
alter table notes drop constraint slug_once;
create unique index notes_slug on notes (slug);
-- file: 20250103000000_not_replaced.sql
-- finding: `slug_there`
alter table notes drop constraint slug_there;
create unique index notes_slug_again on notes (slug);
