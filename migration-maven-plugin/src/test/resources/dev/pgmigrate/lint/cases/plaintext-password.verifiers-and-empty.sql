-- file: 20250101000000_create.sql
create role plaintext_a password null;
-- finding: The password of role `plaintext_a`
alter role plaintext_a with login encrypted password 'hunter2';
-- finding: A hash
create user plaintext_b password 'md5a3556571e93b0d20722ba62be61e8c2d';
-- finding: A hash of the password of role `plaintext_a`
alter role plaintext_a password 'SCRAM-SHA-256$4096:cZqi2LxaUEZdKAnzwgaT7g==$KBQxDKcVVaSPHXYTv6gjt7zWZJVJVsH1fqlPOH4tPSU=:4vUMcF8fGzkDp2JRRdSYqSUrIhrzmkcnt5NSBBFZZ84=';
alter role plaintext_a valid until 'infinity';
drop role plaintext_a, plaintext_b;
