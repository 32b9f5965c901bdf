-- Who is who. Each row of an organisation names it, and points only at rows of the same organisation: the foreign keys
-- carry organisation_id, so that not even a faulty query can join two organisations.

create table organisation (
    id                      uuid                     not null primary key,
    version                 integer                  not null,
    short_name              varchar(40)              not null,
    kind                    varchar(20)              not null,
    name_th                 varchar(200)             not null,
    name_en                 varchar(200)             not null,
    founded_at              timestamp with time zone not null,
    document_prefix         varchar(60)              not null,
    address                 varchar(300)             not null,
    district                varchar(100)             not null,
    province                varchar(100)             not null,
    postcode                varchar(10)              not null,
    phone                   varchar(100)             not null,
    email                   varchar(200)             not null,
    website                 varchar(200)             not null,
    log_working_days        integer                  not null,
    acknowledge_days        integer                  not null,
    acknowledge_at_most_days integer                 not null,
    screen_working_days     integer                  not null,
    assign_working_days     integer                  not null,
    answer_days             integer                  not null,
    report_days             integer                  not null,
    remind_days_left        varchar(100)             not null,
    escalate_days_left      integer                  not null,
    escalate_every_days     integer                  not null,
    rebuttal_days           integer                  not null,
    grievance_days          integer                  not null,
    unopened_working_days   integer                  not null,
    vacant_post_working_days integer                 not null,
    referral_follow_up_days integer                  not null,
    due_day_rule            varchar(30)              not null,
    thai_digits             boolean                  not null,
    constraint organisation_short_name unique (short_name),
    -- Work outside any organisation's scope runs under this id; it must own nothing.
    constraint organisation_is_somebody check (id <> cast('00000000-0000-0000-0000-000000000000' as uuid))
);

create table unit (
    id              uuid         not null primary key,
    version         integer      not null,
    organisation_id uuid         not null references organisation (id),
    kind            varchar(20)  not null,
    name_th         varchar(200) not null,
    name_en         varchar(200) not null,
    ordinal         integer      not null,
    constraint unit_of_organisation unique (organisation_id, id)
);

create table post (
    id              uuid         not null primary key,
    version         integer      not null,
    organisation_id uuid         not null,
    unit_id         uuid         not null,
    kind            varchar(30)  not null,
    title_th        varchar(200) not null,
    title_en        varchar(200) not null,
    ordinal         integer      not null,
    constraint post_of_organisation unique (organisation_id, id),
    constraint post_in_unit foreign key (organisation_id, unit_id) references unit (organisation_id, id)
);
create index post_by_kind on post (organisation_id, kind);

create table person (
    id              uuid         not null primary key,
    version         integer      not null,
    organisation_id uuid         not null references organisation (id),
    username        varchar(40)  not null,
    name_th         varchar(200) not null,
    name_en         varchar(200) not null,
    name_key_th     varchar(400) not null,
    name_key_en     varchar(400) not null,
    email           varchar(200) not null,
    phone           varchar(100) not null,
    active          boolean      not null,
    constraint person_of_organisation unique (organisation_id, id),
    constraint person_username unique (organisation_id, username)
);
create index person_by_name_th on person (organisation_id, name_key_th);
create index person_by_name_en on person (organisation_id, name_key_en);

create table appointment (
    id              uuid         not null primary key,
    version         integer      not null,
    organisation_id uuid         not null,
    person_id       uuid         not null,
    post_id         uuid         not null,
    acting          boolean      not null,
    order_number    varchar(100) not null,
    from_day        date         not null,
    until_day       date,
    constraint appointment_of_person foreign key (organisation_id, person_id) references person (organisation_id, id),
    constraint appointment_to_post foreign key (organisation_id, post_id) references post (organisation_id, id),
    constraint appointment_lasts check (until_day is null or until_day >= from_day)
);
create index appointment_by_post on appointment (organisation_id, post_id, from_day);
create index appointment_by_person on appointment (organisation_id, person_id, from_day);

create table channel (
    id              uuid         not null primary key,
    version         integer      not null,
    organisation_id uuid         not null references organisation (id),
    kind            varchar(20)  not null,
    name_th         varchar(200) not null,
    name_en         varchar(200) not null,
    address         varchar(300) not null,
    enabled         boolean      not null,
    ordinal         integer      not null,
    constraint channel_of_organisation unique (organisation_id, id)
);

create table local_holiday (
    id              uuid         not null primary key,
    version         integer      not null,
    organisation_id uuid         not null references organisation (id),
    on_day          date         not null,
    name_th         varchar(300) not null,
    observed        boolean      not null,
    constraint local_holiday_day unique (organisation_id, on_day)
);
