-- postgres: 14+
-- file: 20250101000000_create_email_address.sql
do $$
begin
    create domain email_address as text;
exception
    when duplicate_object then null;
end
$$;
-- file: 20250102000000_check_email_address.sql
alter domain email_address drop constraint if exists email_address_check;
-- finding: `email_address`
alter domain email_address add constraint email_address_check check (value like '%@%');
