-- postgres: 14+
-- refused: 42804, 42809, 42P07, 42P16
-- file: 20250101000000_tables.sql
create table p (id int not null, n text, constraint n_known check (n <> '')) partition by range (id);
create table p_1 partition of p for values from (1) to (10);
create table top (x int, y text);
create table child (z int) inherits (top);
-- file: 20250102000000_changes.sql
alter table p_1 drop constraint n_known;
alter table p_1 add column m text;
alter table p_1 drop column n;
alter table p_1 rename column n to nn;
alter table p_1 alter column n type varchar;
alter table p_1 alter column id drop not null;
alter table only p add column m text;
alter table only p add constraint m_known check (id > 0);
alter table only p add constraint p_key unique (id);
alter table child drop column x;
-- finding: and so from itself
alter table top inherit child;
create table stranger (id int not null, n text, w text, constraint n_known check (n <> ''));
alter table p attach partition stranger for values from (10) to (20);
create table lacking (id int not null);
alter table p attach partition lacking for values from (10) to (20);
create table nullable (id int, n text, constraint n_known check (n <> ''));
alter table p attach partition nullable for values from (10) to (20);
create table other_type (id bigint not null, n text, constraint n_known check (n <> ''));
alter table p attach partition other_type for values from (10) to (20);
-- finding: nothing inherits from it
create table heir () inherits (p);
-- finding: has another type in `top`
create table other_heir (x text) inherits (top);
create table good_heir (x int, w int) inherits (top);
alter table good_heir no inherit top, inherit top;
