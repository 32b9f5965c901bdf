-- The opening of a complaint box: who was there, and how many letters lay in it. What they say stands in their cases.
create table box_opening (
    id uuid not null primary key,
    organisation_id uuid not null,
    version integer,
    number integer not null,
    number_year integer not null,
    opened_on date not null,
    place varchar(300) not null,
    present_one uuid not null,
    present_two uuid not null,
    counted integer not null,
    letters integer not null,
    logged integer not null,
    settled boolean not null,
    correction varchar(300),
    recorded_by uuid not null,
    recorded_at timestamp with time zone not null,
    constraint box_opening_number unique (organisation_id, number_year, number)
);
create index box_opening_unsettled on box_opening (organisation_id, settled, opened_on);

-- The forms of the desk that became a case, so that one sent twice does not become two.
create table desk_form (
    organisation_id uuid not null,
    id uuid not null,
    sent_at timestamp with time zone not null,
    primary key (organisation_id, id)
);
create index desk_form_sent on desk_form (sent_at);

-- The keys of other agencies' systems, by their hashes, and what each sent in.
create table partner_key (
    id uuid not null primary key,
    organisation_id uuid not null,
    name varchar(200) not null,
    token_hash bytea not null,
    may_report boolean not null,
    may_follow boolean not null,
    daily_quota integer not null,
    expires_on date,
    webhook varchar(500),
    issued_by uuid not null,
    issued_at timestamp with time zone not null,
    revoked_at timestamp with time zone,
    used_on date,
    used_today integer not null,
    constraint partner_key_token unique (token_hash)
);
create index partner_key_of on partner_key (organisation_id, issued_at);

-- The partner's own reference is sealed under the installation's key: a copy of the database joins no two agencies' files.
create table partner_report (
    id uuid not null primary key,
    organisation_id uuid not null,
    key_id uuid not null,
    reference_lookup bytea not null,
    sealed_reference bytea not null,
    case_id uuid not null,
    told varchar(20) not null,
    attempts integer not null,
    next_attempt_at timestamp with time zone not null,
    failure varchar(100),
    constraint partner_report_reference unique (key_id, reference_lookup)
);
create index partner_report_case on partner_report (case_id);
create index partner_report_due on partner_report (next_attempt_at);

-- Scans that became cases; a file that is still there though its row is here is only deleted.
create table scan_taken (
    organisation_id uuid not null,
    id uuid not null,
    taken_at timestamp with time zone not null,
    primary key (organisation_id, id)
);

-- Messages from social platforms, each once, and the case that a conversation leads to. Both by keyed hashes only.
create table social_message (
    organisation_id uuid not null,
    message_hash varchar(64) not null,
    taken_at timestamp with time zone not null,
    primary key (organisation_id, message_hash)
);
create table social_conversation (
    organisation_id uuid not null,
    sender_hash varchar(64) not null,
    case_id uuid not null,
    primary key (organisation_id, sender_hash)
);
create index social_conversation_case on social_conversation (case_id);
