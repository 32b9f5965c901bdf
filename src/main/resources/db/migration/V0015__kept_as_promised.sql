-- The years for which a case was to be kept on the day it closed: a shorter time set later does not reach back.
alter table case_file add column kept_years integer;
