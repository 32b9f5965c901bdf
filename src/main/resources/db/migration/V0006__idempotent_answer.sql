-- The receipts given for reports that were sent with a key of the sender's own, so that a repeat gets the first answer.
-- Without that key a row can be neither found nor opened.
create table idempotent_answer (
    organisation_id uuid not null,
    lookup bytea not null,
    request_digest bytea not null,
    sealed_receipt bytea not null,
    kept_until timestamp with time zone not null,
    primary key (organisation_id, lookup)
);
create index idempotent_answer_kept_until on idempotent_answer (kept_until);
