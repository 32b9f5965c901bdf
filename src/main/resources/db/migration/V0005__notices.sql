create table notice (
    id uuid not null primary key,
    organisation_id uuid not null,
    person_id uuid not null,
    case_id uuid not null,
    kind varchar(20) not null,
    told_at timestamp with time zone not null,
    read_at timestamp with time zone
);
create index notice_person on notice (person_id, read_at, told_at);
create index notice_case on notice (case_id, person_id);
