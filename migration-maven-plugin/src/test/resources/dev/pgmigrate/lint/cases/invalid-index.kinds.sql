-- postgres: 14+
-- refused: 0A000, 42703, 42704
-- file: 20250101000000_tables.sql
create table if not exists papers (id int, body json, place point, tags text[]);
create index papers_by_id on papers (id, (id + 1)) include (body);
-- file: 20250102000000_refused.sql
alter index papers_by_id alter column 2 set statistics 100;
-- finding: has no statistics
alter index papers_by_id alter column 1 set statistics 100;
-- finding: has no statistics
alter index papers_by_id alter column 3 set statistics 100;
-- finding: has no column 4
alter index papers_by_id alter column 4 set statistics 100;
-- finding: has no statistics
alter table papers alter column 1 set statistics 100;
-- finding: no operator class by which btree
create index papers_by_body on papers (body);
-- finding: no operator class by which hash
create index papers_by_place on papers using hash (place);
create index papers_in_place on papers using gist (place);
create index papers_by_tags on papers (tags);
-- finding: no operator class by which btree
alter table papers add unique (body);
-- finding: no operator class by which btree
create table sheets (body json primary key);
-- finding: has no operator class `point_ops`
create index papers_placed on papers (place point_ops);
-- finding: no operator class by which btree
alter table papers add column copy json unique;
create index papers_by_text on papers ((body::text));
