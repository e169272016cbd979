-- file: 20250101000000_create.sql
create table countries (
    -- finding without fix: `countries.code`
    code varchar(2) primary key
);
create table cities (
    id bigint primary key,
    -- finding without fix: `cities.country`
    country varchar(2) references countries,
    -- finding: `cities.name`
    name varchar(50)
);
create table rivers (
    id bigint primary key,
    -- finding without fix: `rivers.name`
    name varchar(50) unique,
    -- finding: `rivers.source`
    source varchar(50)
);
create table mouths (
    id bigint primary key,
    -- finding without fix: `mouths.river`
    river varchar(50) references rivers (name)
);
