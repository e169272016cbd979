-- applied: 20250101000000, 20250103000000
-- file: 20250101000000_create_a.sql
create table a (id bigint);
-- file: 20250102000000_create_b.sql
-- finding: 20250103000000
create table b (id bigint);
-- file: 20250103000000_create_c.sql
create table c (id bigint);
-- file: 20250104000000_create_d.sql
create table d (id bigint);
