-- Those who inquire together with the investigator. Who may open the case stands in case_grant, as for everybody.
create table case_committee (
    case_id uuid not null references case_file (id),
    person_id uuid not null,
    primary key (case_id, person_id)
);

-- A paper is issued once: what is issued again is another version.
create unique index sealed_file_version on sealed_file (case_id, document, number, version);

-- The wording of an organisation's papers, every version that ever was in force. An empty text: the standard wording.
create table document_template (
    organisation_id uuid not null,
    kind varchar(30) not null,
    version integer not null,
    text text not null,
    saved_at timestamp with time zone not null,
    saved_by uuid not null,
    primary key (organisation_id, kind, version)
);

-- What an organisation's papers look like beyond its settings. Nothing given: the standard font, a box for the emblem.
create table stationery (
    organisation_id uuid not null primary key,
    version integer not null,
    emblem bytea,
    font_regular bytea,
    font_bold bytea,
    changed_at timestamp with time zone not null
);
