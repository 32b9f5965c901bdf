-- Mails on their way out. Recipient, subject and body are emptied once the mail is sent.
create table outbox (
    id              uuid                     not null primary key,
    organisation_id uuid                     not null,
    recipient       varchar(320),
    subject         varchar(400),
    body            varchar(20000),
    state           varchar(10)              not null,
    attempts        integer                  not null,
    created_at      timestamp with time zone not null,
    next_attempt_at timestamp with time zone not null,
    sent_at         timestamp with time zone,
    failure         varchar(200)
);
create index outbox_due on outbox (state, next_attempt_at);
create index outbox_list on outbox (organisation_id, state, created_at);

-- Mails that were taken in: which ones, never what they say.
create table inbox_message (
    id              uuid                     not null primary key,
    organisation_id uuid                     not null,
    mailbox         varchar(100)             not null,
    uid_validity    bigint                   not null,
    uid             bigint                   not null,
    message_id_hash varchar(64),
    received_at     timestamp with time zone not null,
    taken_at        timestamp with time zone not null,
    constraint inbox_message_uid unique (mailbox, uid_validity, uid),
    constraint inbox_message_message_id unique (mailbox, message_id_hash)
);
