-- What was found out about an attachment, sealed; nothing until somebody who holds the case opens it.
alter table sealed_file add column examined bytea;
-- A copy to look at, of an attachment that stays as it came. No foreign key, so that both may go in any order.
alter table sealed_file add column copy_of uuid;
alter table sealed_file add column copy_kind varchar(10);
create unique index sealed_file_copy on sealed_file (copy_of, copy_kind);
