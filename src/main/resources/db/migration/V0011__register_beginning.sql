-- Its one row is locked by whoever begins the register of an organisation.
create table register_beginning (
    id integer not null primary key
);
insert into register_beginning (id) values (1);
