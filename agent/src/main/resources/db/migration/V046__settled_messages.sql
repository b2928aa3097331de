-- When what was asked for was done without staff: by a caller who was called back and could show who they are.
alter table message add column settled_at bigint;
