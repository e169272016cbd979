-- postgres: 14+
-- file: 20250101000000_create_people.sql
create table people (id bigint primary key);
-- file: 20250102000000_create_people_again.sql
-- finding: table `people` was already created
create table people (id bigint primary key, email text);
