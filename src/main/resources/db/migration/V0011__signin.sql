-- Sessions, as Spring Session keeps them. A row holds an officer's private key only as ciphertext whose key lies in the
-- officer's cookie; what is stored here opens nothing.
create table spring_session (
    primary_id char(36) not null primary key,
    session_id char(36) not null,
    creation_time bigint not null,
    last_access_time bigint not null,
    max_inactive_interval int not null,
    expiry_time bigint not null,
    principal_name varchar(100)
);
create unique index spring_session_id on spring_session (session_id);
create index spring_session_expiry on spring_session (expiry_time);
create index spring_session_principal on spring_session (principal_name);

create table spring_session_attributes (
    session_primary_id char(36) not null,
    attribute_name varchar(200) not null,
    attribute_bytes bytea not null,
    primary key (session_primary_id, attribute_name),
    constraint attribute_of_session foreign key (session_primary_id) references spring_session (primary_id) on delete cascade
);

-- Second factors. A TOTP secret is sealed to the person's own key; a passkey's public half is no secret.
create table second_factor (
    id uuid not null primary key,
    organisation_id uuid not null,
    person_id uuid not null,
    kind varchar(10) not null,
    label varchar(60) not null,
    sealed_secret bytea,
    last_step bigint,
    credential_id bytea,
    public_key bytea,
    attestation bytea,
    signature_count bigint,
    transports varchar(100),
    backup_eligible boolean,
    added_at timestamp with time zone not null,
    used_at timestamp with time zone,
    constraint second_factor_of_person foreign key (organisation_id, person_id) references person (organisation_id, id)
);
create index second_factor_person on second_factor (person_id);
create unique index second_factor_credential on second_factor (credential_id);

-- Keyed with a secret outside the database, so that a copy cannot be searched for the codes.
create table recovery_code (
    id uuid not null primary key,
    organisation_id uuid not null,
    person_id uuid not null,
    digest bytea not null,
    used_at timestamp with time zone,
    constraint recovery_code_of_person foreign key (organisation_id, person_id) references person (organisation_id, id)
);
create index recovery_code_person on recovery_code (person_id);

-- Posts whose holders sign in with a second factor.
create table factor_required (
    organisation_id uuid not null,
    post_id uuid not null,
    primary key (organisation_id, post_id),
    constraint factor_required_post foreign key (organisation_id, post_id) references post (organisation_id, id)
);

-- Refused sign-ins since the last that succeeded, which enters their number in the register: one entry, however many.
create table refused_sign_in (
    person_id uuid not null primary key,
    organisation_id uuid not null,
    refused int not null,
    last_at timestamp with time zone not null,
    constraint refused_sign_in_person foreign key (organisation_id, person_id) references person (organisation_id, id)
);

create index register_entry_actor on register_entry (actor_id, seq);
