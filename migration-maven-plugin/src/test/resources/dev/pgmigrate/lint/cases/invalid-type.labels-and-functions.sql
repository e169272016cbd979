-- postgres: 14+
-- refused: 42602, 42P17
-- file: 20250101000000_types.sql
create type amount;
-- finding: has no input function
create type amount ("Input" = int4in, "Output" = int4out);
create type sum;
-- finding: returns a type of the server
create type sum (input = int4in, output = int4out, like = int4);
create type mood as enum ('sad', 'ok');
-- finding: at most 63 bytes
alter type mood add value 'plutoplutoplutoplutoplutoplutoplutoplutoplutoplutoplutoplutopluto';
-- finding: at most 63 bytes
create type long as enum ('short', 'plutoplutoplutoplutoplutoplutoplutoplutoplutoplutoplutoplutopluto');
