-- Whoever is renamed is still meant by the name they bore when a report was written.
create table person_former_name (
    person_id uuid not null references person (id),
    name_th varchar(200) not null,
    name_en varchar(200) not null,
    primary key (person_id, name_th, name_en)
);

-- Somebody lost the key while nobody was there who could open the case: whoever opens it next replaces the key.
alter table case_key add column replacement_due boolean default false not null;
