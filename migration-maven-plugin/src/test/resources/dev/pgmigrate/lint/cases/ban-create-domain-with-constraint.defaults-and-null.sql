-- file: 20250101000000_create.sql
create domain plain as text default 'x';
create domain nullable as text null;
-- finding: checked
create domain checked as text constraint c check (value <> '');
-- finding: public.Strict
create domain public."Strict" as text not null;
