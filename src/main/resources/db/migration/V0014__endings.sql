-- How long a closed case is kept, who holds its destruction up, and what remains of it afterwards.
alter table organisation add column retention_years integer default 10 not null;

alter table case_file add column held boolean default false not null;
alter table case_file add column held_by uuid;
alter table case_file add column purge_asked_by uuid;
alter table case_file add column purge_asked_at timestamp with time zone;
alter table case_file add column purged_on date;
create index case_file_retention on case_file (organisation_id, state, closed_on);
create index case_file_purge_asked on case_file (organisation_id, purge_asked_at);

-- The name by which the receipt of a destroyed case finds its tombstone; it opens nothing. The row points at the
-- tombstone, as folios do at a case that is not destroyed, so that the database refuses to delete either.
create table case_remains (
    case_id uuid not null primary key references case_file (id),
    organisation_id uuid not null,
    reporter_lookup bytea
);
create unique index case_remains_lookup on case_remains (reporter_lookup);
