-- What came with a message on a social platform and is still to be fetched from there. Where it can be had is sealed
-- under the installation's key, which the database does not hold. No foreign key: the case's leaf may go first.
create table social_attachment (
    id uuid primary key,
    organisation_id uuid not null,
    case_id uuid not null,
    folio_id uuid,
    platform varchar(20) not null,
    sealed bytea not null,
    received_at timestamp with time zone not null,
    attempts integer not null,
    next_attempt_at timestamp with time zone not null
);
create index social_attachment_case on social_attachment (organisation_id, case_id);
create index social_attachment_due on social_attachment (next_attempt_at);
