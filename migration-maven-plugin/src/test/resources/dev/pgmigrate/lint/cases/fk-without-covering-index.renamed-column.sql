-- file: 20250101000000_create.sql
create table author (id bigint primary key);
create table post (id bigint primary key, author bigint references author (id), editor bigint references author (id));
create index post_author on post (author);
create index post_editor on post (editor);
-- file: 20250102000000_rename.sql
alter table post rename column author to author_id;
