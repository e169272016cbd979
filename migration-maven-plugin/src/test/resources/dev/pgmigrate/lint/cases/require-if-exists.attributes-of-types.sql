-- file: 20250101000000_create.sql
create type place as (street text, city text, country text, code text);
-- file: 20250102000000_drop.sql
-- finding: attribute `country` on `place`
alter type place drop attribute country;
alter type place drop attribute if exists code;
alter type place drop attribute city, add attribute city varchar(80);
