-- A mail to a reporter is sealed; its recipient, subject and body columns stay empty.
alter table outbox add column sealed bytea;

-- What leads a mail that comes in to the case that it belongs to: keyed hashes, made with a key outside the database.
create table mail_thread (
    lookup          varchar(64)              not null primary key,
    organisation_id uuid                     not null,
    case_id         uuid                     not null,
    kind            varchar(20)              not null,
    begun_at        timestamp with time zone not null
);
create index mail_thread_case on mail_thread (case_id);

-- Who wants one notice a day instead of one for each thing that waits.
create table notice_digest (
    person_id       uuid                     not null primary key,
    organisation_id uuid                     not null,
    since           timestamp with time zone not null,
    last_sent_on    date
);
create index notice_digest_due on notice_digest (last_sent_on, since);
