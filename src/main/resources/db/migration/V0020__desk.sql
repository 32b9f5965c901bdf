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
