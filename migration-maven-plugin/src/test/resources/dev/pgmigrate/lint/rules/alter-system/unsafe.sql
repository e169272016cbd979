-- postgres: 14+
-- file: 20250101000000_log_slow_statements.sql
-- finding: changes `log_min_duration_statement`
alter system set log_min_duration_statement = '5s';
