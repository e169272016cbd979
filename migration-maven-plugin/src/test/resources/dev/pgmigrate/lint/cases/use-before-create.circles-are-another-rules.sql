-- postgres: 14+
-- refused: 42P01
-- file: 20250101000000_create.sql
create table authors (id bigint primary key, best_book_id bigint references books (id));
create table books (id bigint primary key, author_id bigint references authors (id));
-- finding: `shelves`
create table copies (id bigint primary key, shelf_id bigint references shelves (id));
create table shelves (id bigint primary key);
