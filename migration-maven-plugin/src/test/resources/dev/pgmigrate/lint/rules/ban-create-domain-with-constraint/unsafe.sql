-- postgres: 14+
-- file: 20250101000000_create_email_address.sql
do $$
begin
    -- finding: `email_address`
    create domain email_address as text constraint email_address_check check (value like '%@%');
exception
    when duplicate_object then null;
end
$$;
