-- What the probe fills and empties again: an update in place succeeds on a disk that has no room for a message.

alter table probe add column room text;
