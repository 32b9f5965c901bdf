-- What reporters answered after the close, as sums only: no row is of one case, and none says when it grew.
create table satisfaction (
    organisation_id uuid not null references organisation (id),
    fiscal_year integer not null,
    question varchar(20) not null,
    answer integer not null,
    given integer not null,
    primary key (organisation_id, fiscal_year, question, answer)
);
