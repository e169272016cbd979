-- postgres: 14+
-- file: 20250101000000_create_email_address.sql
do $$
begin
    create domain email_address as text;
exception
    when duplicate_object then null;
end
$$;
-- file: 20250102000000_require_email_address.sql
-- finding: `email_address`
alter domain email_address set not null;
