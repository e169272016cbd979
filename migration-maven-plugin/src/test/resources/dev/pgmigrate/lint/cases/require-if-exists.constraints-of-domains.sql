-- file: 20250101000000_create.sql
create domain score as integer constraint low check (value >= 0) constraint high check (value <= 100);
create domain code as text check (value <> '');
-- file: 20250102000000_drop.sql
-- finding: constraint `low` on `score`
alter domain score drop constraint low;
alter domain score drop constraint if exists high;
-- finding: constraint `code_check` on `code`
alter domain code drop constraint code_check;
-- file: 20250103000000_changed.sql
create domain level as integer constraint low check (value >= 0);
-- file: 20250104000000_changed.sql
alter domain level drop constraint low;
alter domain level add constraint low check (value > 0);
