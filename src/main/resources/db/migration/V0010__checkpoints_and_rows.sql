-- A proof is asked for by the leaf.
create index register_entry_leaf on register_entry (organisation_id, hash);

-- The tree over the register at one size, signed. Its leaves stand nowhere: a real one is an entry's hash, and
-- everything from padded_from on is derived.
create table register_checkpoint (
    organisation_id uuid not null,
    size bigint not null,
    -- Of the checkpoint before; 0 for the first.
    previous_size bigint not null,
    padded_from bigint not null,
    made_at timestamp with time zone not null,
    root bytea not null,
    note varchar(1000) not null,
    -- The hashes of the subtrees of 16 leaves and more that became whole since the checkpoint before, in that order.
    nodes bytea not null,
    -- Of all the others, under a key that is not in the database.
    digest bytea not null,
    primary key (organisation_id, size)
);

-- Who else has seen a checkpoint: a timestamp (RFC 3161), or a mail to another authority.
create table register_witness (
    organisation_id uuid not null,
    size bigint not null,
    kind varchar(10) not null,
    witnessed_at timestamp with time zone not null,
    token bytea,
    primary key (organisation_id, kind, size)
);

-- The rows that the transaction of an entry left behind, by their digests. The entry commits to the list.
create table register_rows (
    organisation_id uuid not null,
    seq bigint not null,
    list bytea not null,
    primary key (organisation_id, seq)
);

-- The columns that a row's digest was made over, named by their hash.
create table register_shape (
    shape varchar(16) not null primary key,
    columns varchar(4000) not null
);

-- So that what a file weighs is not read back to be committed to.
alter table sealed_chunk add column bytes_digest bytea;
