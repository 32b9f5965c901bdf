create table declared_relation (
    id uuid not null primary key,
    organisation_id uuid not null,
    person_id uuid not null,
    other_id uuid not null,
    kind varchar(20) not null,
    declared_at timestamp with time zone not null,
    ended_at timestamp with time zone
);
create index declared_relation_person on declared_relation (person_id);
create index declared_relation_other on declared_relation (other_id);

-- Names are compared by more than one folded text now, in the program.
drop index person_by_name_th;
drop index person_by_name_en;
alter table person drop column name_key_th;
alter table person drop column name_key_en;
