-- What a message is about in parts, for staff: a line for each, a tab between its name and its value; sealed.
alter table message add column details_sealed bytea;
