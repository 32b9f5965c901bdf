-- Keys. Nothing here opens a case without a person's password.
create table person_key (
    person_id uuid not null primary key,
    organisation_id uuid not null,
    public_key bytea not null,
    salt bytea not null,
    memory_kib integer not null,
    iterations integer not null,
    wrapped_private_key bytea not null,
    temporary boolean not null,
    changed_at timestamp with time zone not null
);

create table case_key (
    case_id uuid not null primary key,
    organisation_id uuid not null,
    public_key bytea not null,
    sealed_private_key bytea not null,
    reporter_lookup bytea,
    reporter_public_key bytea
);
create unique index case_key_reporter on case_key (reporter_lookup);

create table case_grant (
    case_id uuid not null,
    holder_id uuid not null,
    organisation_id uuid not null,
    state varchar(10) not null,
    wrapped_key bytea not null,
    granted_at timestamp with time zone not null,
    primary key (case_id, holder_id)
);
create index case_grant_holder on case_grant (holder_id, state, granted_at);

-- The register: one chain for each organisation, and the numbers given out under the same lock.
create table register_head (
    organisation_id uuid not null primary key,
    size bigint not null,
    hash bytea not null
);

create table register_entry (
    organisation_id uuid not null,
    seq bigint not null,
    at timestamp with time zone not null,
    act varchar(40) not null,
    case_id uuid,
    actor_id uuid,
    task_id varchar(64),
    detail varchar(200),
    content_digest bytea,
    salt bytea not null,
    entry bytea not null,
    hash bytea not null,
    primary key (organisation_id, seq)
);
create index register_entry_case on register_entry (case_id, seq);
create index register_entry_task on register_entry (task_id);

create table number_series (
    organisation_id uuid not null,
    series varchar(40) not null,
    series_year integer not null,
    last_number bigint not null,
    primary key (organisation_id, series, series_year)
);
