-- file: 20250101000000_create.sql
create table orders (id bigint primary key, code integer check (code > 0), placed timestamp, owner integer, note text);
create index orders_code on orders (code);
create statistics orders_stats on code, owner from orders;
create index orders_placed on orders (placed);
create domain short_note as varchar(10);
create domain checked_note as text check (value <> '');
create table notes (a short_note, b short_note, c text, d text, e varchar(10)[]);
create index notes_c on notes (c);
-- file: 20250102000000_rewritten.sql
-- finding: meanwhile; made again with it: the indexes `orders_pkey`, `orders_code`, `orders_placed`, the check `orders_code_check`, the statistics `orders_stats`
alter table orders alter column code type bigint;
-- file: 20250103000000_kept.sql
set timezone = 'UTC';
-- finding: rebuilds the index `orders_placed` of `orders` under
alter table orders alter column placed type timestamptz;
-- finding: rebuilds the index `notes_c` of `notes` under
alter table notes alter column c type bpchar;
alter table notes alter column a type text;
-- finding: from short_note to varchar(20) rewrites
alter table notes alter column b type varchar(20);
-- finding: from text to checked_note rewrites
alter table notes alter column d type checked_note;
alter table notes alter column e type varchar[];
