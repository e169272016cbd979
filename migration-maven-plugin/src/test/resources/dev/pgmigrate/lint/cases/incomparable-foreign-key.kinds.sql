-- postgres: 14+
-- refused: 42804
-- file: 20250101000000_parents.sql
create type mood as enum ('good', 'bad');
create type tone as enum ('loud', 'low');
create domain code as text;
create table if not exists parents (
    id bigint primary key, code code unique, price numeric unique, mood mood unique, day date unique, key uuid unique
);
-- file: 20250102000000_children.sql
create table if not exists children (
    small smallint references parents,
    code varchar(10) references parents (code),
    price int references parents (price),
    mood mood references parents (mood),
    day timestamptz references parents (day)
);
-- finding: `public.by_text.parent` is text
create table if not exists by_text (parent text references parents);
-- finding: `public.by_number.id` is numeric
create table if not exists by_number (id numeric, foreign key (id) references parents (id));
-- finding: cannot be compared
create table if not exists by_tone (tone tone references parents (mood));
-- finding: cannot be compared
alter table children add column word text references parents (mood);
-- finding: cannot be compared
alter table children add column key text references parents (key);
-- finding: `public.children.small` is int2
alter table parents alter column id type uuid using gen_random_uuid();
-- finding: `public.children.small` is text
alter table children alter column small type text;
