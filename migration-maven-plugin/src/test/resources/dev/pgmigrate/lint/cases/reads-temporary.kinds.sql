-- postgres: 14+
-- refused: 0A000, 42P16
-- runner: psql
-- file: 20250101000000_views.sql
create schema if not exists kept;
create table if not exists stays (id int);
create temporary table here (id int);
create view shown as select id from here;
create view kept.stayed as select id from stays;
-- finding: which is temporary
create view kept.shown as select id from here;
-- finding: which is temporary
create view kept.shown_again as select id from shown;
-- finding: which is temporary
create materialized view kept_rows as select id from here;
create view kept.of_name as with here as (select 1 as id) select id from here;
-- finding: What is temporary
create schema passing create temporary view seen as select 1 as one;
