-- How long a closed case is kept, who holds its destruction up, and when it was destroyed.
alter table organisation add column retention_years integer default 10 not null;

alter table case_file add column held boolean default false not null;
alter table case_file add column held_by uuid;
alter table case_file add column purge_asked_by uuid;
alter table case_file add column purge_asked_at timestamp with time zone;
alter table case_file add column purged_on date;
create index case_file_retention on case_file (organisation_id, state, closed_on);
create index case_file_purge_asked on case_file (organisation_id, purge_asked_at);
