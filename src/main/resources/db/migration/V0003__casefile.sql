create table case_file (
    id uuid not null primary key,
    organisation_id uuid not null,
    version integer not null,
    kind varchar(20) not null,
    channel varchar(20) not null,
    reporter_mode varchar(20) not null,
    series varchar(10) not null,
    -- Given out last, in the transaction that opens the case.
    number integer,
    number_year integer,
    received_on date not null,
    entered_at timestamp with time zone not null,
    entered_by uuid,
    state varchar(30) not null,
    state_since timestamp with time zone not null,
    route varchar(30) not null,
    round integer not null,
    first_due_on date not null,
    due_on date not null,
    met_on date,
    decided_on date,
    closed_on date,
    outcome varchar(30),
    screening varchar(30),
    screened_by uuid,
    investigator_id uuid,
    handler_id uuid,
    extension_asked_by uuid,
    struck_on date,
    protection_asked boolean not null,
    reprisal_reported boolean not null,
    sealed_subject bytea not null,
    constraint case_file_number unique (organisation_id, series, number_year, number)
);
create index case_file_received on case_file (organisation_id, received_on);
create index case_file_closed on case_file (organisation_id, closed_on);

create table folio (
    id uuid not null primary key,
    organisation_id uuid not null,
    case_id uuid not null references case_file (id),
    round integer not null,
    kind varchar(40) not null,
    filed_at timestamp with time zone not null,
    filed_by uuid,
    content bytea not null,
    for_reporter bytea
);
create index folio_case on folio (case_id, filed_at);

create table sealed_file (
    id uuid not null primary key,
    organisation_id uuid not null,
    case_id uuid not null references case_file (id),
    folio_id uuid references folio (id),
    document varchar(30),
    number varchar(80),
    version integer not null,
    filed_at timestamp with time zone not null,
    chunks integer not null,
    label bytea not null
);
create index sealed_file_case on sealed_file (case_id, filed_at);

create table sealed_chunk (
    file_id uuid not null references sealed_file (id),
    seq integer not null,
    bytes bytea not null,
    primary key (file_id, seq)
);
