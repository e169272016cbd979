-- refused: 42P07
-- file: 20250101000000_create.sql
create table post (id integer primary key, author integer, title text);
create index post_author on post (author, id);
create index post_title on post (title);
-- file: 20250102000000_other_type.sql
alter table post rename column author to author_before;
alter table post add column author uuid;
alter table post drop column author_before;
create index post_author on post (author);
alter table post rename column title to heading;
alter table post add column title text;
alter table post drop column title;
-- finding: `post_title`
create index post_title on post (heading);
