-- postgres: 14+
-- file: 20250101000000_log_slow_statements.sql
do $$ begin assert current_setting('log_min_duration_statement') is not null; end $$;
