-- Papers of the office that belong to no case. They tell totals only, so they are kept as they are.
create table office_paper (
    id uuid not null primary key,
    organisation_id uuid not null,
    kind varchar(30) not null,
    -- What it is about, as a period: "2569-Q1". What is issued again on the same is another version.
    topic varchar(40) not null,
    version integer not null,
    number varchar(80) not null,
    issued_at timestamp with time zone not null,
    issued_by uuid not null,
    pages integer not null,
    pdf bytea not null,
    constraint office_paper_version unique (organisation_id, kind, topic, version)
);
create index office_paper_issued on office_paper (organisation_id, kind, issued_at);
