-- postgres: 14+
-- file: 20250101000000_create_forms.sql
-- finding: has 61 columns
create table if not exists forms (
    id bigint primary key,
    a01 text, a02 text, a03 text, a04 text, a05 text, a06 text,
    a07 text, a08 text, a09 text, a10 text, a11 text, a12 text,
    a13 text, a14 text, a15 text, a16 text, a17 text, a18 text,
    a19 text, a20 text, a21 text, a22 text, a23 text, a24 text,
    a25 text, a26 text, a27 text, a28 text, a29 text, a30 text,
    a31 text, a32 text, a33 text, a34 text, a35 text, a36 text,
    a37 text, a38 text, a39 text, a40 text, a41 text, a42 text,
    a43 text, a44 text, a45 text, a46 text, a47 text, a48 text,
    a49 text, a50 text, a51 text, a52 text, a53 text, a54 text,
    a55 text, a56 text, a57 text, a58 text, a59 text, a60 text
);
