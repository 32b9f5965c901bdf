-- What the installation's key, which is not in the database, adds to the keys of people and cases.

-- Tells whether the key file beside this database is the one it was made with.
create table installation (
    id integer not null primary key,
    key_check bytea not null,
    constraint installation_is_one check (id = 1)
);

-- Why a grant is open; what was open before stays so.
alter table case_grant add column ground varchar(20);
update case_grant set ground = 'KEEPER' where state = 'ACTIVE';
-- Whether the wrapped key of a waiting grant is shut once more under the installation's key.
alter table case_grant add column latched boolean default false not null;

-- The key pair to which whatever tells who reported is sealed. Cases from before have none.
alter table case_key add column identity_public_key bytea;
alter table case_key add column sealed_identity_key bytea;

-- SHA-256(salt || content), the salt sealed with the content: what the register commits to, whatever key seals it.
alter table folio add column commitment bytea;
alter table sealed_file add column commitment bytea;
alter table sealed_file add column tells_reporter boolean default false not null;
update sealed_file set tells_reporter = true where document in ('ACKNOWLEDGEMENT_LETTER', 'OUTCOME_LETTER');
