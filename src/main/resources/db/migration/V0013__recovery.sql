-- A key counts once somebody has vouched for it; vouch_mac binds that to the public key by the installation key.
alter table person_key add column vouched_by uuid;
alter table person_key add column vouched_at timestamp with time zone;
alter table person_key add column vouch_mac bytea;
alter table person_key add column wrong_numbers integer default 0 not null;
alter table person_key add column last_wrong_number_at timestamp with time zone;

-- Who keeps the sheets of paper by which a case comes back when nobody's password opens it any more.
create table recovery_set (
    id uuid not null primary key,
    organisation_id uuid not null,
    number integer not null,
    needed integer not null,
    state varchar(10) not null,
    prepared_by uuid not null,
    prepared_at timestamp with time zone not null,
    active_at timestamp with time zone,
    unique (organisation_id, number)
);

-- The public half of a sheet's key pair; the private half is on the paper and nowhere else.
create table recovery_sheet (
    id uuid not null primary key,
    organisation_id uuid not null,
    set_id uuid not null references recovery_set (id),
    place integer not null,
    holder_id uuid not null,
    authority varchar(200),
    public_key bytea,
    mac bytea,
    printed_at timestamp with time zone,
    unique (set_id, place),
    unique (set_id, holder_id)
);
create index recovery_sheet_key on recovery_sheet (public_key);

-- Which set a case was last shared under, and among how many sheets: none where too few holders may have a share of it.
create table recovery_cover (
    case_id uuid not null primary key,
    organisation_id uuid not null,
    set_id uuid not null,
    shares integer not null
);
create index recovery_cover_set on recovery_cover (set_id);

create table recovery_share (
    case_id uuid not null,
    sheet_id uuid not null,
    organisation_id uuid not null,
    sealed bytea not null,
    primary key (case_id, sheet_id)
);
create index recovery_share_sheet on recovery_share (sheet_id);
