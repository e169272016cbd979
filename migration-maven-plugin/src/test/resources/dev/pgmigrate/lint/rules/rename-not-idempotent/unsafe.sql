-- postgres: 14+
-- file: 20250101000000_create_names.sql
create sequence if not exists numbers;
-- file: 20250102000000_rename_numbers.sql
-- finding: sequence `numbers` is called `note_numbers`
alter sequence numbers rename to note_numbers;
