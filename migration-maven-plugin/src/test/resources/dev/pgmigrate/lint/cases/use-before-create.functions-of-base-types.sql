-- postgres: 14+
-- file: 20250101000000_create_label.sql
create function label_in(cstring) returns label language internal immutable strict as 'textin';
create function label_out(label) returns cstring language internal immutable strict as 'textout';
create type label (input = label_in, output = label_out, like = text);
create table labels (id bigint primary key, name label not null);
