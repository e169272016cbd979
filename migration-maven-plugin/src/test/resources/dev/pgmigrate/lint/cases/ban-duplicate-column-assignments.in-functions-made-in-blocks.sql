-- postgres: 14+
-- file: 20250101000000_create.sql
create table notes (id bigint primary key, title text);
do $do$
begin
    create function one() returns void language plpgsql as $$
    begin
        -- finding: `title`
        update notes set title = 'a', title = 'b' where id = 1;
    end
    $$;
    execute $sql$
        create function two() returns void language plpgsql as $body$
        begin
            -- finding: `title`
            update notes set title = '', title = null where id = 2;
        end
        $body$
    $sql$;
    execute 'create function three() returns void language plpgsql as $body$
        begin
            -- finding: `title`
            update notes set title = id::text, title = null where id = 3;
        end
        $body$';
    create function four() returns void language plpgsql as $$ begin execute 'update notes set title = null'; end $$;
    -- finding: `title`
    execute 'update notes set title = null, title = null';
exception
    when syntax_error then null;
end
$do$;
